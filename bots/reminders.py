"""Which reminders are due: pure, from what is due, what was sent, and who is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bots.recipients import Recipients
from bots.rungs import Rung, ladder_of, latest_rung
from bots.told import NO_DATE, Told, history

Document = dict[str, Any]
CHANGED = "changed"
"""The step of a date that changed before its ladder begins."""


@dataclass(frozen=True)
class Reminder:
    """One thing to tell one channel. `changed_from` is the day that people knew before."""

    deadline: Document
    rung: str
    words: str
    channel: str
    changed_from: str | None = None
    thread_ts: str | None = None
    obligation_thread: str | None = None
    """Where other dates of the same obligation were told."""
    after: str | None = None
    """What was told before it, where the same step may rightly be told again."""

    @property
    def key(self) -> str:
        """What must be told once."""
        step = [self.deadline["id"], self.deadline["due_on"] or NO_DATE, self.rung, self.channel]
        return "|".join([*step, self.after] if self.after else step)


def due(
    deadlines: Iterable[Document], sent: Iterable[Document], tell: Recipients, known: Mapping[str, str], today: date
) -> list[Reminder]:
    """What is to be told today; `known` holds the day of each deadline as it was first seen.

    Only the latest step is told, never an older one after a newer; what was met or ended is silent.
    """
    told = history(sent)
    found = [
        _due(deadline, told.of(deadline["id"], channel), channel, known.get(deadline["id"]), today)
        for deadline in deadlines
        if deadline["status"] in {"fixed", "unknown"}
        and not (deadline.get("before_record") or deadline.get("provisional"))
        for channel in tell.of(deadline)
    ]
    return [reminder for reminder in found if reminder]


def _due(deadline: Document, told: Told, channel: str, known: str | None, today: date) -> Reminder | None:
    due_on, threads = deadline["due_on"], (told.thread, told.obligation_thread)
    rung = _rung(deadline, today)
    before = None if ladder_of(deadline["kind"]).waits else told.announced(due_on or NO_DATE, known)
    if before and before != (due_on or NO_DATE):
        name, words = (rung.name, rung.words) if rung else (CHANGED if due_on else NO_DATE, "")
        return Reminder(deadline, name, words, channel, before, *threads, told.last_id or f"known as {before}")
    day = today.isoformat()
    if rung is None or told.later_than(day) or told.silent_until(day):
        return None
    if told.is_back(day):
        if told.acknowledged(due_on, rung.name, since=told.snoozed_at):
            return None
        return Reminder(deadline, rung.name, rung.words, channel, None, *threads, told.last_id)
    if told.here_at(due_on, rung.name) or told.acknowledged(due_on, rung.name):
        return None
    return Reminder(deadline, rung.name, rung.words, channel, None, *threads)


def _rung(deadline: Document, today: date) -> Rung | None:
    if not deadline["due_on"]:
        return None
    return latest_rung(date.fromisoformat(deadline["due_on"]), today, ladder_of(deadline["kind"]))
