"""Reminders over the years: an oracle of its own, and the walk through days that is held against it."""
