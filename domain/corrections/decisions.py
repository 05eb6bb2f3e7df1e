"""What follows when a fact is put right, retracted, announced or held back."""

from typing import Any

from domain.command import COMMANDS
from domain.corrections.commands import ChangeVisibility, Correct
from domain.decision import Decision, decides
from domain.errors import DomainError
from domain.fact import Fact
from domain.fact_changes import FactCorrected, FactRetracted, VisibilityChanged
from domain.memory import Memory
from domain.parsing import read_changes
from domain.pledges.events import PledgeMade, SupportShifted
from domain.pledges.pledge import Pledge
from domain.record import Record, plain
from domain.standing import Standing


class NothingToCorrect(DomainError):
    """Say what changes, or `retract: true`; one of the two."""

    field = "changes"


class AlreadyRetracted(DomainError):
    """This fact was retracted already."""

    field = "event_id"


class NotCorrectable(DomainError):
    """This kind of fact cannot be changed: retract it, and record it anew."""

    field = "event_id"


class SeenBySameCircle(DomainError):
    """This is what it is already."""

    field = "visibility"


@decides(Correct, Record)
def correct(command: Correct, memory: Memory, record: Record) -> Decision:
    """The correction carries the corrected fact's day; what a redirect opened is mended with it."""
    if bool(command.changes) == command.retract:
        raise NothingToCorrect
    target = named_fact(record, memory.plain_id(command.event_id, command.by))
    if target.retracted:
        raise AlreadyRetracted
    if isinstance(target.recorded, VisibilityChanged) or target.recorded.ADMINISTRATIVE:
        raise NotCorrectable("Say it anew instead: change-visibility for who may see.")
    others = _opened_by(target.fact, memory)
    if command.retract:
        return _retract(command, memory, record, target, others)
    changes = _read_changes(command, memory, target.fact)
    record.check_correction(target.fact, target.fact.changed(**changes), f"changes.{next(iter(changes))}")
    fact = _add_correction(record, target, command, memory, changes)
    if target_money := changes.get("money"):
        for other in others:
            _add_correction(other, other.opening, command, memory, {"money": target_money})
    return Decision(fact.event_id, (record, *others))


@decides(ChangeVisibility, Record)
def change_visibility(command: ChangeVisibility, memory: Memory, record: Record) -> Decision:
    """A thing's circle carries all that belongs to it; a fact's own circle is its own."""
    target = named_fact(record, memory.plain_id(command.about, command.by))
    if target.recorded.ADMINISTRATIVE or isinstance(target.recorded, FactCorrected | FactRetracted | VisibilityChanged):
        raise NotCorrectable("Name the fact that was corrected or announced, or its thing.", "about")
    if target.visibility is command.visibility:
        raise SeenBySameCircle(f"This is seen by {command.visibility} already.")
    is_thing = target.recorded.originator_version == 1
    about = str(record.id) if is_thing else target.recorded.event_id
    fact = record.add(
        VisibilityChanged, command, memory.at, about=about, seen_by=command.visibility, why=command.why, visibility=None
    )
    return Decision(fact.event_id, (record,))


def named_fact(record: Record, name: str) -> Standing:
    """The fact that goes by an id; a thing's own id names its first fact."""
    return record.find(name) or record.opening


def _read_changes(command: Correct, memory: Memory, fact: Fact) -> dict[str, Any]:
    if fact.COMMAND is None:
        raise NotCorrectable
    original = COMMANDS[fact.COMMAND]
    changes = plain(read_changes(original, command.changes or {}, memory.names))
    for name in changes:
        if name == "visibility":
            raise NotCorrectable("Use change-visibility for who may see.", "changes.visibility")
        if name in fact.FIXED:
            raise NotCorrectable(f"{name} cannot be changed: retract the fact and record it anew.", f"changes.{name}")
    dated_by = original.DATED_BY
    if dated_by in changes and "occurred_on" not in changes and fact.occurred_on == getattr(fact, str(dated_by)):
        changes["occurred_on"] = changes[dated_by]
    if str(changes.get("occurred_on") or "") > memory.today:
        field = dated_by if dated_by in changes else "occurred_on"
        raise NotCorrectable("This day has not come yet: a fact is recorded once it happened.", f"changes.{field}")
    changes = {name: value for name, value in changes.items() if getattr(fact, name) != value}
    if not changes:
        raise NothingToCorrect("These are the values that stand already.")
    return changes


def _add_correction(
    record: Record, target: Standing, command: Correct, memory: Memory, changes: dict[str, Any]
) -> FactCorrected:
    return record.add(
        FactCorrected, command, memory.at, corrects=target.recorded.event_id, changes=changes, why=command.why,
        occurred_on=target.fact.occurred_on, visibility=None,
    )  # fmt: skip


def _retract(
    command: Correct, memory: Memory, record: Record, target: Standing, others: tuple[Record, ...]
) -> Decision:
    record.check_correction(target.fact, None, "retract")
    retractions = [(record, target), *((other, other.opening) for other in others)]
    if _opened_only_for(record, target):
        retractions.append((record, record.opening))
    facts = [
        each.add(
            FactRetracted, command, memory.at, corrects=fact.recorded.event_id, why=command.why,
            occurred_on=fact.fact.occurred_on, visibility=None,
        )
        for each, fact in retractions
    ]  # fmt: skip
    return Decision(facts[0].event_id, (record, *others))


def _opened_by(fact: Fact, memory: Memory) -> tuple[Record, ...]:
    """The pledge that a redirect opened in another State: one act, so it is mended with the shift."""
    if isinstance(fact, SupportShifted) and fact.opened_pledge_id:
        opened = memory.listed(Pledge, fact.opened_pledge_id)
        return tuple(pledge for pledge in opened if pledge.opening.counts)
    return ()


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
