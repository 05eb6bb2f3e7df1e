"""A reminder that was sent, and a route by which reminders go."""

from domain.record import Record
from domain.reminders.events import ReminderAcknowledged


class Reminder(Record):
    """One message about one deadline at one rung."""

    TOPIC = "reminder"

    @property
    def acknowledged(self) -> bool:
        """Whether somebody has seen it."""
        return any(isinstance(each.fact, ReminderAcknowledged) and each.counts for each in self.standing())


class Route(Record):
    """Who is reminded; the last word on a subject holds."""

    TOPIC = "route"
