"""From which day the record is kept for a subject."""
