"""Contacts that keep a donor informed."""
