"""What goes out as one message, and in which thread: one for each thing that is due."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from bots.reminders import Reminder


def messages(
    due: Iterable[Reminder], sent: Iterable[dict[str, Any]], common: Sequence[str]
) -> list[tuple[Reminder, ...]]:
    """What falls on the same day at the same step is one message to a common channel; elsewhere each is its own.

    A deadline stays in its thread. Its first reminder joins those due the same day, else the other date of its
    obligation; else it begins a thread.
    """
    of_the_day = {(each["channel"], each["due_on"]): each["thread_ts"] for each in sent if each["channel"] in common}
    placed = [
        replace(each, thread_ts=each.thread_ts or of_the_day.get((each.channel, each.deadline["due_on"])))
        for each in due
    ]
    shared = frozenset(common)
    return [_of_obligation(tuple(group)) for _, group in groupby(sorted(placed, key=_by(shared)), key=_by(shared))]


def _by(common: frozenset[str]) -> Any:
    def together(each: Reminder) -> tuple[str, ...]:
        alone = each.channel not in common
        return (
            each.deadline["due_on"] or "", each.rung, each.channel, each.changed_from or "", each.thread_ts or "",
            each.deadline["id"] if alone else "",
        )  # fmt: skip

    return together


def _of_obligation(message: tuple[Reminder, ...]) -> tuple[Reminder, ...]:
    if len(message) > 1:
        return message
    return (replace(message[0], thread_ts=message[0].thread_ts or message[0].obligation_thread),)
