"""What reminders keep beside the log and may change: what is on its way, and each date as it was first seen."""

from sqlalchemy import Boolean, Column, Float, Integer, MetaData, String, Table

metadata = MetaData()

posts = Table(
    "reminder_posts",
    metadata,
    Column("key", String, primary_key=True),
    Column("message", String, nullable=False, index=True),
    Column("channel", String, nullable=False),
    Column("reminder", String, nullable=False),
    Column("day", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("since", Float, nullable=False),
    Column("not_before", Float, nullable=False, default=0.0),
    Column("leased_until", Float, nullable=False, default=0.0),
    Column("maybe_sent", Boolean, nullable=False, default=False),
    Column("posted", String),
    Column("error", String),
    Column("lasting", Boolean, nullable=False, default=False),
)
"""`day` and `position` say how much was known of the record when a row was taken in; `lasting`: an error that does not
pass by itself."""

dates = Table(
    "reminder_dates",
    metadata,
    Column("deadline_id", String, primary_key=True),
    Column("due_on", String, nullable=False),
)
