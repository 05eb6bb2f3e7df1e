"""Reminders of what is due: sent, acknowledged, snoozed, and to whom they go."""
