"""What was sent, seen and put off."""

from domain.fact import Fact, Opening


def route_name(party: str) -> str:
    """The name under which a party's routes are found."""
    return f"routes of {party}"


def deadline_name(deadline_id: str) -> str:
    """The name under which the reminders of one deadline are found."""
    return f"reminders of {deadline_id}"


class ReminderSent(Opening):
    TOPIC = "reminder.sent"
    ABOUT = "A reminder reached its channel."
    FIXED = ("deadline_id", "rung", "due_on", "told_on", "channel", "message_ts", "thread_ts", "state", "donor")

    deadline_id: str
    rung: str
    due_on: str
    told_on: str
    channel: str
    message_ts: str
    thread_ts: str
    state: str | None = None
    maybe_repeat: bool = False
    posted_in: str | None = None
    """The conversation that Slack names, where `channel` is a person."""
    donor: str | None = None
    """Whose support, explanation or contact it is about, beside the State."""

    @property
    def index(self) -> frozenset[str]:
        """Reminders are found by what they are about."""
        return frozenset({deadline_name(self.deadline_id)})


class ReminderAcknowledged(Fact):
    TOPIC = "reminder.acknowledged"
    ABOUT = "Somebody has seen a reminder."


class ReminderSnoozed(Fact):
    TOPIC = "reminder.snoozed"
    ABOUT = "What a reminder is about was put off until a day."
    COMMAND = "snooze-reminder"
    FIXED = ("reminder_id",)

    until: str


class RouteSet(Opening):
    TOPIC = "route.set"
    ABOUT = "Who is reminded of a State's or donor's affairs."
    COMMAND = "set-route"
    FIXED = ("state", "donor")

    about: list[str]
    state: str | None = None
    donor: str | None = None
    channel: str | None = None
    person: str | None = None

    @property
    def index(self) -> frozenset[str]:
        """Routes are found by party."""
        return frozenset(route_name(party) for party in (self.state, self.donor) if party)
