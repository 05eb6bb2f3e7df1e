"""What follows when a fact is put right, retracted, announced or held back."""

from typing import Any

from domain.corrections.acts import Act
from domain.corrections.changes import changes_to
from domain.corrections.commands import ChangeVisibility, Correct
from domain.corrections.errors import (
    AlreadyRetracted,
    NotCorrectable,
    NothingToCorrect,
    RecordedAnew,
    SeenBySameCircle,
)
from domain.decision import Decision, decides
from domain.errors import DomainError
from domain.fact import Fact
from domain.fact_changes import FactCorrected, FactRetracted, TextsErased, VisibilityChanged
from domain.memory import Memory
from domain.pledges.errors import BeyondTheRecord
from domain.record import Record
from domain.standing import Standing

ONE_ACT = ("money", "occurred_on")
"""What a redirect and the pledge it opened have in common."""


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
    for each, fact in Act(record, memory).mended_with(record, target):
        both = {
            name: changes[name] for name in ONE_ACT if name in changes and getattr(fact.fact, name) != changes[name]
        }
        if both and fact.counts:
            mended.append((each, fact, both))
    for each, fact, values in mended:
        _check(each, fact.fact, values, command)
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
    act = Act(record, memory)
    takes_back = isinstance(target.recorded, FactCorrected | FactRetracted)
    retracted = act.taken_back_with(record, target) if takes_back else act.retracted_with(record, target)
    for each, fact in retracted:
        _check(each, fact.fact, None, command)
        _check_not_recorded_anew(each, fact.recorded, memory)
    facts = [_add(FactRetracted, each, fact, command, memory) for each, fact in retracted]
    return Decision(facts[0].event_id, tuple({each.id: each for each, _ in retracted}.values()))


def _check_not_recorded_anew(record: Record, taken_back: Fact, memory: Memory) -> None:
    """What is on record once does not come back beside what took its place."""
    opening = record.opening
    comes_back = opening.recorded.event_id in {fact.event_id for fact in record.mended(taken_back, None)}
    if opening.counts or not comes_back:
        return
    for name in opening.fact.index:
        for other in memory.listed(type(record), name):
            again = other.id != record.id and other.opening.counts and record.repeats(other)
            if again and other.counts_since() > taken_back.timestamp:
                raise RecordedAnew


def _check(record: Record, fact: Fact, changes: dict[str, Any] | None, command: Correct) -> None:
    """A refusal names the change it is about, and no figure that is made of what is hidden from who asks."""
    try:
        record.check_correction(fact, None if changes is None else fact.changed(**changes))
    except DomainError as refusal:
        field = "retract"
        if changes is not None:
            field = f"changes.{refusal.field if refusal.field in changes else next(iter(changes))}"
        hidden = isinstance(refusal, BeyondTheRecord) and not record.wholly_seen_by(command.by)
        raise type(refusal)(None if hidden else str(refusal), field) from None


def _add(
    kind: type[FactCorrected | FactRetracted], record: Record, target: Standing, command: Correct, memory: Memory,
    **said: Any,
) -> Fact:  # fmt: skip
    return record.add(
        kind, command, memory.at, corrects=target.recorded.event_id, why=command.why,
        occurred_on=target.fact.occurred_on, visibility=None, **said,
    )  # fmt: skip
