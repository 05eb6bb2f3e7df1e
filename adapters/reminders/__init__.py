"""Reminders on their way: what is enqueued, leased, sent, and proven in the log."""
