"""What is kept beside the log of what goes to Slack: posts on their way, when a channel is free, how far was told."""

from sqlalchemy import Boolean, Column, Float, Integer, MetaData, String, Table, column
from sqlalchemy import table as known_table

metadata = MetaData()

posts = Table(
    "outbox_posts",
    metadata,
    Column("key", String, primary_key=True),
    Column("message", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("workspace", String, nullable=False, default=""),
    Column("channel", String, nullable=False),
    Column("thread", String),
    Column("person", String),
    Column("content", String, nullable=False),
    Column("day", String, nullable=False, default=""),
    Column("position", Integer, nullable=False, default=0),
    Column("since", Float, nullable=False),
    Column("first_tried", Float, nullable=False, default=0.0),
    Column("tries", Integer, nullable=False, default=0),
    Column("not_before", Float, nullable=False, default=0.0),
    Column("leased_until", Float, nullable=False, default=0.0),
    Column("maybe_sent", Boolean, nullable=False, default=False),
    Column("posted", String),
    Column("error", String),
    Column("lasting", Boolean, nullable=False, default=False),
)
"""Rows of one `message` are posted together. `workspace` is empty for the configured token. `content` is what its kind
needs to compose it when it is sent. `person` waits for it. `position` is that of the fact it tells; with `day` it says
how much was known of the record when a reminder was taken in. `lasting`: an error that does not pass by itself."""

channels = Table(
    "outbox_channels",
    metadata,
    Column("workspace", String, primary_key=True),
    Column("channel", String, primary_key=True),
    Column("free_at", Float, nullable=False),
)

cursors = Table(
    "outbox_cursors",
    metadata,
    Column("name", String, primary_key=True),
    Column("position", Integer, nullable=False),
)

inbox = known_table("inbox", column("delivery"), column("received_at"))
"""Of the log's schema."""
