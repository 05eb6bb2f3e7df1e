"""One act, mended whole: a redirect with the pledge it opened, a correction with all that it mended."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from domain.fact_changes import FactCorrected, FactRetracted
from domain.memory import Memory
from domain.pledges.events import PledgeMade, SupportShifted
from domain.record import Record
from domain.standing import Standing

Part = tuple[Record, Standing]


class Act:
    """What belongs together with one fact; each thing is loaded once, so that what is added to it adds up."""

    def __init__(self, record: Record, memory: Memory) -> None:
        self._things: dict[UUID, Record] = {record.id: record}
        self._memory = memory

    def mended_with(self, record: Record, target: Standing) -> list[Part]:
        """The other side of a redirect: the pledge that a shift opened, or the shift that opened a pledge."""
        fact = target.fact
        if isinstance(fact, SupportShifted):
            return [(fed, fed.opening) for fed in self._fed_by([fact])]
        return list(self._source_of(record)) if isinstance(fact, PledgeMade) else []

    def retracted_with(self, record: Record, target: Standing) -> list[Part]:
        """The fact, and what never was without it, however far the support was sent on."""
        parts: list[Part] = []
        waiting: list[Part] = [(record, target)]
        while waiting:
            thing, standing = waiting.pop(0)
            known = {part.recorded.event_id for _, part in parts}
            if standing.recorded.event_id in known or not standing.counts:
                continue
            parts.append((thing, standing))
            waiting += self.mended_with(thing, standing)
            if isinstance(standing.fact, PledgeMade):
                waiting += [(fed, fed.opening) for fed in self._fed_by(thing.counting())]
            elif _opened_only_for(thing, standing):
                waiting.append((thing, thing.opening))
        return parts or [(record, target)]

    def taken_back_with(self, record: Record, target: Standing) -> list[Part]:
        """A correction or retraction, and what else the same command mended."""
        act = (target.recorded.timestamp, target.recorded.recorded_by)
        others = [
            (thing, standing)
            for thing in self._connected(record)
            for standing in thing.standing()
            if isinstance(standing.recorded, FactCorrected | FactRetracted)
            and (standing.recorded.timestamp, standing.recorded.recorded_by) == act
            and not standing.retracted
            and standing.recorded.event_id != target.recorded.event_id
        ]
        return [(record, target), *others]

    def _connected(self, record: Record) -> list[Record]:
        """The pledges between which support was redirected."""
        found: dict[UUID, Record] = {}
        waiting = [record]
        while waiting:
            thing = waiting.pop()
            if thing.id not in found:
                found[thing.id] = thing
                recorded = [each.recorded for each in thing.standing()]
                waiting += [*self._fed_by(recorded), *(source for source, _ in self._source_of(thing))]
        return list(found.values())

    def _fed_by(self, facts: Iterable[object]) -> list[Record]:
        shifts = (fact for fact in facts if isinstance(fact, SupportShifted))
        return [fed for shift in shifts if shift.opened_pledge_id for fed in self._pledges(shift.opened_pledge_id)]

    def _source_of(self, record: Record) -> Iterator[Part]:
        opening = record.opening.fact
        if isinstance(opening, PledgeMade) and opening.redirected_from and opening.opened_by_shift:
            for source in self._pledges(opening.redirected_from):
                if shift := source.find(opening.opened_by_shift):
                    yield source, shift

    def _pledges(self, name: str) -> list[Record]:
        return [self._things.setdefault(pledge.id, pledge) for pledge in self._memory.listed(Record, name)]


def _opened_only_for(record: Record, target: Standing) -> bool:
    """Whether a pledge of unknown amount was opened for this shift alone: it goes when the shift goes."""
    opening, shift = record.opening.fact, target.fact
    if not (isinstance(opening, PledgeMade) and isinstance(shift, SupportShifted)):
        return False
    if opening.opened_by_shift != shift.shift_id or opening.redirected_from:
        return False
    about_it = {target.recorded.event_id, shift.shift_id, opening.event_id}
    return all(
        each.recorded.event_id in about_it or getattr(each.recorded, each.recorded.BELONGS_TO or "", None) in about_it
        for each in record.standing()
        if each.counts
    )
