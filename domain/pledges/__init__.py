"""Pledges, what became of them, and how support shifted."""
