"""Meetings: when, who came, what was said and settled, and whether it was done."""
