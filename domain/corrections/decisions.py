"""What follows when a fact is put right, retracted, announced or held back."""

from collections.abc import Iterator
from typing import Any

from domain.corrections.changes import changes_to
from domain.corrections.commands import ChangeVisibility, Correct
from domain.corrections.errors import AlreadyRetracted, NotCorrectable, NothingToCorrect, SeenBySameCircle
from domain.decision import Decision, decides
from domain.errors import DomainError
from domain.fact import Fact
from domain.fact_changes import FactCorrected, FactRetracted, TextsErased, VisibilityChanged
from domain.memory import Memory
from domain.pledges.events import PledgeMade, SupportShifted
from domain.pledges.pledge import Pledge
from domain.record import Record
from domain.standing import Standing


@decides(Correct, Record)
def correct(command: Correct, memory: Memory, record: Record) -> Decision:
    """The correction carries the corrected fact's day; what a redirect opened is mended with it."""
    if bool(command.changes) == command.retract:
        raise NothingToCorrect
    target = named_fact(record, memory.plain_id(command.event_id, command.by))
    if target.retracted:
        raise AlreadyRetracted
    if isinstance(target.recorded, VisibilityChanged | TextsErased) or target.recorded.ADMINISTRATIVE:
        raise NotCorrectable("This stands: say who may see anew by change-visibility; what was erased is gone.")
    command = record.kept(command, target.fact)
    if command.retract:
        return _retract(command, memory, record, target)
    changes = changes_to(target.fact, command.changes or {}, memory.names, memory.today)
    mended = [(record, target, changes)]
    if "money" in changes:
        mended += [(fed, fed.opening, {"money": changes["money"]}) for fed in _fed_by(target.fact, memory)]
    for each, fact, values in mended:
        _check(each, fact.fact, values)
    facts = [_add(FactCorrected, each, fact, command, memory, changes=values) for each, fact, values in mended]
    return Decision(facts[0].event_id, tuple(each for each, _, _ in mended))


@decides(ChangeVisibility, Record)
def change_visibility(command: ChangeVisibility, memory: Memory, record: Record) -> Decision:
    """A thing's circle carries all that belongs to it; a fact's own circle is its own."""
    target = named_fact(record, memory.plain_id(command.about, command.by))
    if target.recorded.ADMINISTRATIVE or isinstance(
        target.recorded, FactCorrected | FactRetracted | TextsErased | VisibilityChanged
    ):
        raise NotCorrectable("Name the fact that was corrected or announced, or its thing.", "about")
    if target.visibility is command.visibility:
        raise SeenBySameCircle(f"This is seen by {command.visibility} already.")
    command = record.kept(command, target.fact)
    is_thing = target.recorded.originator_version == 1
    about = str(record.id) if is_thing else target.recorded.event_id
    fact = record.add(
        VisibilityChanged, command, memory.at, about=about, seen_by=command.visibility, why=command.why, visibility=None
    )
    return Decision(fact.event_id, (record,))


def named_fact(record: Record, name: str) -> Standing:
    """The fact that goes by an id; a thing's own id names its first fact."""
    return record.find(name) or record.opening


def _retract(command: Correct, memory: Memory, record: Record, target: Standing) -> Decision:
    retracted = [(record, target), *_retracted_with(record, target, memory)]
    for each, fact in retracted:
        _check(each, fact.fact, None)
    facts = [_add(FactRetracted, each, fact, command, memory) for each, fact in retracted]
    return Decision(facts[0].event_id, tuple({each.id: each for each, _ in retracted}.values()))


def _check(record: Record, fact: Fact, changes: dict[str, Any] | None) -> None:
    """A refusal names the change it is about."""
    try:
        record.check_correction(fact, None if changes is None else fact.changed(**changes))
    except DomainError as refusal:
        field = "retract"
        if changes is not None:
            field = f"changes.{refusal.field if refusal.field in changes else next(iter(changes))}"
        raise type(refusal)(str(refusal), field) from None


def _add(
    kind: type[FactCorrected | FactRetracted], record: Record, target: Standing, command: Correct, memory: Memory,
    **said: Any,
) -> Fact:  # fmt: skip
    return record.add(
        kind, command, memory.at, corrects=target.recorded.event_id, why=command.why,
        occurred_on=target.fact.occurred_on, visibility=None, **said,
    )  # fmt: skip


def _retracted_with(record: Record, target: Standing, memory: Memory) -> Iterator[tuple[Record, Standing]]:
    """One act is taken back whole: a redirect with the pledge it opened, a mending with all that it mended."""
    if isinstance(target.recorded, FactCorrected | FactRetracted):
        yield from _mended_with(record, target, memory)
        return
    for fed in _fed_by(target.fact, memory):
        yield fed, fed.opening
    if _opened_only_for(record, target):
        yield record, record.opening


def _fed_by(fact: Fact, memory: Memory) -> list[Pledge]:
    """The pledge that a redirect opened in another State, unless it was retracted."""
    if isinstance(fact, SupportShifted) and fact.opened_pledge_id:
        return [pledge for pledge in memory.listed(Pledge, fact.opened_pledge_id) if pledge.opening.counts]
    return []


def _mended_with(record: Record, target: Standing, memory: Memory) -> Iterator[tuple[Record, Standing]]:
    """What else the same command mended: in this thing, and in the pledges that its redirects opened."""
    shifts = (each.recorded for each in record.standing() if isinstance(each.recorded, SupportShifted))
    opened = [shift.opened_pledge_id for shift in shifts if shift.opened_pledge_id]
    for each in (record, *(fed for pledge_id in opened for fed in memory.listed(Pledge, pledge_id))):
        for standing in each.standing():
            act = standing.recorded
            same = (act.timestamp, act.recorded_by) == (target.recorded.timestamp, target.recorded.recorded_by)
            mends = isinstance(act, FactCorrected | FactRetracted) and not standing.retracted
            if same and mends and act.event_id != target.recorded.event_id:
                yield each, standing


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
