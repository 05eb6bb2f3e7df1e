"""Organisations that give, carry or report support."""
