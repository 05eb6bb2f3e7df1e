"""What goes out as one message, and in which thread: one for each thing that is due."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from bots.reminders import Document, Reminder
from bots.told import waiting_for

CONTACT, EXPLANATION = "contact", "explanation"


def messages(
    due: Iterable[Reminder], sent: Iterable[dict[str, Any]], common: Sequence[str]
) -> list[tuple[Reminder, ...]]:
    """What falls on the same day at the same step is one message to a common channel; elsewhere each is its own.

    A deadline stays in its thread. Its first reminder joins those due the same day, else the other date of its
    obligation; else it begins a thread. What waits for an explanation keeps apart from dates. Whom to brief is one
    message whatever the days, since these are as many as there are donors and States; so are the shifts of which the
    channel hears for the first time, since a record that is imported may hold many.
    """
    shared = frozenset(common)
    of_the_day = {
        (each["channel"], waiting_for(each["deadline_id"]), each["due_on"]): each["thread_ts"]
        for each in sent
        if each["channel"] in shared
    }
    placed = [
        replace(each, thread_ts=each.thread_ts or of_the_day.get((each.channel, *_day_of(each.deadline))))
        for each in due
    ]
    return [_of_obligation(tuple(group)) for _, group in groupby(sorted(placed, key=_by(shared)), key=_by(shared))]


def _by(common: frozenset[str]) -> Any:
    def together(each: Reminder) -> tuple[str, ...]:
        alone = each.channel not in common
        waits, due_on = _day_of(each.deadline)
        listed = waits == CONTACT or (waits == EXPLANATION and not (alone or each.thread_ts))
        step = ("", "") if listed else (due_on or "", each.rung)
        apart = (waits, each.deadline["id"] if alone else "")
        return (*step, each.channel, each.changed_from or "", each.thread_ts or "", *apart)

    return together


def _day_of(deadline: Document) -> tuple[str, str | None]:
    return waiting_for(deadline["id"]), deadline["due_on"]


def _of_obligation(message: tuple[Reminder, ...]) -> tuple[Reminder, ...]:
    if len(message) > 1:
        return message
    return (replace(message[0], thread_ts=message[0].thread_ts or message[0].obligation_thread),)
