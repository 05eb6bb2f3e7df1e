"""What was told about each deadline, where, and what people did with it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]
NO_DATE = "no date"
"""The step that tells that a date is not known any more."""
_PARTS = re.compile(r":(term|lodging(:\d+)?)\Z")
_WAITING = re.compile(r":(explanation|contact)\Z")


def obligation_of(deadline_id: str) -> str:
    """An obligation has two dates: its term, and the last day to ask for more time. Other deadlines stand alone."""
    return _PARTS.sub("", deadline_id)


def waiting_for(deadline_id: str) -> str:
    """What something without a date of its own waits for; nothing where it is a date."""
    found = _WAITING.search(deadline_id)
    return found[1] if found else ""


@dataclass(frozen=True)
class Told:
    """About one deadline: what was sent to one channel, to any, and about its obligation; oldest first."""

    channel: str
    here: Sequence[Document]
    anywhere: Sequence[Document]
    obligation: Sequence[Document]

    @property
    def last_id(self) -> str | None:
        """What was told last in this channel."""
        return self.here[-1]["id"] if self.here else None

    @property
    def thread(self) -> str | None:
        """The deadline's thread in this channel."""
        return self.here[-1]["thread_ts"] if self.here else None

    @property
    def obligation_thread(self) -> str | None:
        """The thread of the obligation's other date in this channel."""
        others = [each["thread_ts"] for each in self.obligation if each["channel"] == self.channel]
        return others[-1] if others else None

    def announced(self, date: str, known: str | None) -> str | None:
        """The day that people here have in mind; None where they need not be told of another."""
        if self.here:
            return _date_told(self.here[-1])
        if any(_date_told(each) == date for each in self.anywhere):
            return None
        return known

    def later_than(self, day: str) -> bool:
        """Whether something was told after this day: then its step is an older one."""
        return bool(self.here) and self.here[-1]["told_on"] > day

    def here_at(self, due_on: str, rung: str) -> bool:
        """Whether this step was told in this channel."""
        return any((each["due_on"], each["rung"]) == (due_on, rung) for each in self.here)

    def acknowledged(self, due_on: str, rung: str, since: str = "") -> bool:
        """Whether somebody has seen this step, in whichever channel; `since` a moment, if given."""
        at_step = [each for each in self.anywhere if (each["due_on"], each["rung"]) == (due_on, rung)]
        return any((each["acknowledged_at"] or "") > since for each in at_step)

    def silent_until(self, day: str) -> bool:
        """Whether the obligation is put off beyond this day."""
        return any((_until(told) or "") > day for told in (self.obligation, self.anywhere))

    @property
    def snoozed_at(self) -> str:
        """When this deadline was last put off."""
        return max((each["snoozed_at"] or "" for each in self.anywhere), default="")

    def is_back(self, day: str) -> bool:
        """Whether the day has come until which this deadline was put off, and nothing was told here since."""
        until = _until(self.anywhere)
        if until is None or until > day or not self.here:
            return False
        return all(each["told_on"] < until and each["rung"] != f"snoozed-{until}" for each in self.here)


@dataclass(frozen=True)
class History:
    """All that was told."""

    by_deadline: Mapping[str, Sequence[Document]]
    by_obligation: Mapping[str, Sequence[Document]]

    def of(self, deadline_id: str, channel: str) -> Told:
        """About one deadline, as one channel knows it."""
        anywhere = self.by_deadline.get(deadline_id, ())
        here = [each for each in anywhere if each["channel"] == channel]
        return Told(channel, here, anywhere, self.by_obligation.get(obligation_of(deadline_id), ()))


def history(sent: Iterable[Document]) -> History:
    """What was told, found by deadline and by obligation."""
    by_deadline, by_obligation = defaultdict(list), defaultdict(list)
    for each in sent:
        by_deadline[each["deadline_id"]].append(each)
        by_obligation[obligation_of(each["deadline_id"])].append(each)
    return History(by_deadline, by_obligation)


def _date_told(reminder: Document) -> str:
    return NO_DATE if reminder["rung"] == NO_DATE else str(reminder["due_on"])


def _until(told: Sequence[Document]) -> str | None:
    """The day that whoever put it off last chose."""
    last = max((each for each in told if each["snoozed_at"]), key=lambda each: each["snoozed_at"], default=None)
    return last["snoozed_until"] if last else None
