"""Obligations under Articles 3, 4, 5 and 9, progress, outlook and extensions."""
