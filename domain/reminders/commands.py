"""What can be said about reminders."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import Date, Id, Party, State
from domain.words import RouteAbout


@dataclass(frozen=True, kw_only=True)
class SetRoute(Command):
    """Who is reminded of a State's or donor's affairs: a channel (id or `TEAM/CHANNEL`) or a person (`TEAM/USER`)."""

    NAME = "set-route"
    EXAMPLE = {"state": "XAA", "about": ["deadlines", "outcomes"], "channel": "C0123456789"}

    state: State | None = None
    donor: Party | None = None
    about: tuple[RouteAbout, ...]
    channel: str | None = None
    person: str | None = None


@dataclass(frozen=True, kw_only=True)
class AcknowledgeReminder(Command):
    """Somebody has seen a reminder: this rung stays silent."""

    NAME = "acknowledge-reminder"
    NAMES_THING = "reminder_id"
    EXAMPLE = {"reminder_id": "key:reminder-sent"}

    reminder_id: Id


@dataclass(frozen=True, kw_only=True)
class SnoozeReminder(Command):
    """What a reminder is about stays silent until a day, then comes back once."""

    NAME = "snooze-reminder"
    NAMES_THING = "reminder_id"
    EXAMPLE = {"reminder_id": "key:reminder-sent", "until": "2099-01-31"}

    reminder_id: Id
    until: Date


@dataclass(frozen=True, kw_only=True)
class NoteReminderSent(Command):
    """A reminder reached its channel: recorded by the service itself."""

    NAME = "note-reminder-sent"
    EXAMPLE = {}

    deadline_id: str
    rung: str
    due_on: Date
    told_on: Date
    channel: str
    message_ts: str
    thread_ts: str
    state: Party | None = None
    donor: Party | None = None
    maybe_repeat: bool = False
    posted_in: str | None = None
    """The conversation that Slack names, where `channel` is a person."""
