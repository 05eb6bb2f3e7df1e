"""What reminders keep beside the log: each date as it was first seen."""

from sqlalchemy import Column, MetaData, String, Table

metadata = MetaData()

dates = Table(
    "reminder_dates",
    metadata,
    Column("deadline_id", String, primary_key=True),
    Column("due_on", String, nullable=False),
)
