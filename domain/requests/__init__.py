"""Requests for assistance."""
