"""Which reminders are due: pure, from what is due, what was sent, and who is told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bots.rungs import latest_rung

Document = dict[str, Any]
ALWAYS_MONTHLY = frozenset({"annual_report"})


@dataclass(frozen=True)
class Reminder:
    """One thing to tell one channel. `changed_from` is the day that it was announced for before."""

    deadline: Document
    rung: str
    words: str
    channel: str
    changed_from: str | None = None
    thread_ts: str | None = None

    @property
    def key(self) -> str:
        """What must be told once."""
        return "|".join([self.deadline["id"], self.deadline["due_on"], self.rung, self.channel])


@dataclass(frozen=True)
class Told:
    """What was sent about one deadline to one channel, oldest first, and what was done with it anywhere."""

    here: Sequence[Document]
    anywhere: Sequence[Document]

    @property
    def snoozed_until(self) -> str | None:
        """The day until which it was put off last."""
        put_off = [each for each in self.anywhere if each["snoozed_until"]]
        last = max(put_off, key=lambda each: (each["snoozed_on"], each["position"]), default=None)
        return last["snoozed_until"] if last else None


def due(
    deadlines: Iterable[Document], sent: Iterable[Document], channels: Mapping[str, Sequence[str]], today: date
) -> list[Reminder]:
    """What is to be told today. `channels` holds who is told, by State; "" is the channel that is told of all.

    Only the latest step is told, never an older one after a newer; what was met or ended is silent.
    """
    by_deadline: dict[str, list[Document]] = {}
    for each in sent:
        by_deadline.setdefault(each["deadline_id"], []).append(each)
    found = [
        _due(deadline, Told([each for each in told if each["channel"] == channel], told), channel, today)
        for deadline in deadlines
        if deadline["status"] == "fixed" and deadline["due_on"]
        for told in [by_deadline.get(deadline["id"], [])]
        for channel in dict.fromkeys([*channels.get("", ()), *channels.get(deadline["state"] or "", ())])
    ]
    return [reminder for reminder in found if reminder]


def _due(deadline: Document, told: Told, channel: str, today: date) -> Reminder | None:
    rung = latest_rung(date.fromisoformat(deadline["due_on"]), today, annual=deadline["kind"] in ALWAYS_MONTHLY)
    last = told.here[-1] if told.here else None
    thread = last["thread_ts"] if last else None
    if last and last["due_on"] != deadline["due_on"]:
        name, words = (rung.name, rung.words) if rung else ("changed", "")
        return Reminder(deadline, name, words, channel, last["due_on"], thread)
    if rung is None:
        return None
    until = told.snoozed_until
    if until and today < date.fromisoformat(until):
        return None
    at_this_rung = [each for each in told.anywhere if (each["due_on"], each["rung"]) == (deadline["due_on"], rung.name)]
    here = [each for each in at_this_rung if each["channel"] == channel]
    if until and last and last["told_on"] < until and not _back_already(told, until):
        return Reminder(deadline, f"snoozed-{until}" if here else rung.name, rung.words, channel, None, thread)
    if here or any(each["acknowledged"] for each in at_this_rung):
        return None
    return Reminder(deadline, rung.name, rung.words, channel, None, thread)


def _back_already(told: Told, until: str) -> bool:
    return any(each["told_on"] >= until or each["rung"] == f"snoozed-{until}" for each in told.here)
