"""What follows when a reminder is sent, seen or put off, and when a route is set."""

import re

from domain.decision import Decision, decides
from domain.errors import DomainError
from domain.memory import Memory
from domain.reminders.commands import AcknowledgeReminder, NoteReminderSent, SetRoute, SnoozeReminder
from domain.reminders.events import ReminderAcknowledged, ReminderSent, ReminderSnoozed, RouteSet
from domain.reminders.reminder import Reminder, Route
from domain.said import said
from domain.words import Visibility

_CHANNEL = re.compile(r"([TE][A-Z0-9]{1,20}/)?[CGD][A-Z0-9]{1,20}\Z")
_PERSON = re.compile(r"[A-Z0-9]{2,20}/[A-Z0-9]{2,20}\Z")


class WhoseRoute(DomainError):
    """Name one State, or one donor."""

    field = "state"


class WhereTo(DomainError):
    """Name one channel by its id, such as C0123456789 or TEAM/C0123456789, or one person as TEAM/USER."""

    field = "channel"


class SnoozeIntoThePast(DomainError):
    """Put it off until a day that is yet to come."""

    field = "until"


class SeenAlready(DomainError):
    """This reminder was acknowledged already."""

    field = "reminder_id"


@decides(SetRoute)
def set_route(command: SetRoute, memory: Memory, _: None) -> Decision:
    """The last word on a subject holds."""
    if bool(command.state) == bool(command.donor):
        raise WhoseRoute
    if bool(command.channel) == bool(command.person):
        raise WhereTo
    if command.channel and not _CHANNEL.match(command.channel):
        raise WhereTo
    if command.person and not _PERSON.match(command.person):
        raise WhereTo(field="person")
    stream = memory.new_stream(command, "route")
    route = Route.open(RouteSet, stream, command, memory.at, **said(command))
    return Decision(str(route.id), (route,))


@decides(NoteReminderSent)
def note_sent(command: NoteReminderSent, memory: Memory, _: None) -> Decision:
    """The proof in the log that people were told."""
    stream = memory.new_stream(command, "reminder")
    fields = said(command) | {"visibility": command.visibility or Visibility.STATES_PARTIES}
    reminder = Reminder.open(ReminderSent, stream, command, memory.at, **fields)
    return Decision(str(reminder.id), (reminder,))


@decides(AcknowledgeReminder, Reminder)
def acknowledge(command: AcknowledgeReminder, memory: Memory, reminder: Reminder) -> Decision:
    """Once."""
    if reminder.acknowledged:
        raise SeenAlready
    reminder.add(ReminderAcknowledged, command, memory.at)
    return Decision(str(reminder.id), (reminder,))


@decides(SnoozeReminder, Reminder)
def snooze(command: SnoozeReminder, memory: Memory, reminder: Reminder) -> Decision:
    """From now until that day."""
    if command.until <= memory.today:
        raise SnoozeIntoThePast
    reminder.add(ReminderSnoozed, command, memory.at, until=command.until)
    return Decision(str(reminder.id), (reminder,))
