"""What follows when support shifts, and when somebody says why."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from domain.decision import Decision, decides
from domain.memory import Memory
from domain.pledges.errors import (
    NotYourWords,
    NoWhereto,
    OtherPledge,
    OwnSupport,
    ReasonAndUnexplained,
    ReasonMissing,
    ReasonWithoutSource,
    SeveralPledges,
)
from domain.pledges.events import ExplanationAsked, PledgeMade, ShiftExplained, SupportShifted, pair
from domain.pledges.pledge import LESS, Pledge
from domain.pledges.rules import check_positive
from domain.pledges.shift_commands import AskExplanation, ExplainShift, ShiftSupport
from domain.said import said
from domain.values import Source
from domain.words import Direction, ReasonSource, Role, SourceKind, Visibility


@decides(ShiftSupport, Pledge)
def shift(command: ShiftSupport, memory: Memory, pledge: Pledge | None) -> Decision:
    """Support shifts; a redirect opens the pledge it feeds in the same transaction."""
    _check_reason(command)
    if command.donor == command.state:
        raise OwnSupport
    if command.donor == command.to_state:
        raise OwnSupport(field="to_state")
    if (command.direction is Direction.REDIRECT) != bool(command.to_state) or command.to_state == command.state:
        raise NoWhereto
    check_positive(command.money)
    shift_id = uuid5(memory.new_stream(command, "shift"), "shift")
    pledge = pledge or _live_pledge(command, memory) or _opened_unknown(command, memory, shift_id)
    if pledge.parties != {command.donor, command.state}:
        raise OtherPledge
    pledge.check_stands()
    pledge.check_shift(command.direction, command.money, command.by)
    fed = _redirected(command, memory, pledge, shift_id) if command.to_state else None
    fields = said(command, ("pledge_id",)) | {"shift_id": str(shift_id), "opened_pledge_id": fed and str(fed.id)}
    if command.reason_source is ReasonSource.COORDINATOR_INFERENCE:
        _add_inferred(pledge, command, memory, fields)
    else:
        pledge.add(SupportShifted, command, memory.at, **fields)
    return Decision(str(shift_id), (pledge, fed) if fed else (pledge,))


@decides(AskExplanation, Pledge)
def ask(command: AskExplanation, memory: Memory, pledge: Pledge) -> Decision:
    """Somebody was asked why."""
    fact = pledge.add(
        ExplanationAsked, command, memory.at, shift_id=_shift_id(command.shift_id, command, memory, pledge),
        asked_of=command.asked_of,
    )  # fmt: skip
    return Decision(fact.event_id, (pledge,))


@decides(ExplainShift, Pledge)
def explain(command: ExplainShift, memory: Memory, pledge: Pledge) -> Decision:
    """A reason, given late; an inference is for the Coordinators unless they say otherwise."""
    _check_whose_words(command)
    fields = said(command) | {"shift_id": _shift_id(command.shift_id, command, memory, pledge)}
    fact = pledge.add(ShiftExplained, command, memory.at, **fields, **_circle_of(command))
    return Decision(fact.event_id, (pledge,))


def _check_reason(command: ShiftSupport) -> None:
    if command.reason and command.unexplained:
        raise ReasonAndUnexplained
    if command.direction in LESS and not command.reason and not command.unexplained:
        raise ReasonMissing
    if command.reason and not command.reason_source:
        raise ReasonWithoutSource
    if not command.reason and (command.reason_source or command.reason_text):
        raise ReasonMissing("Name the reason that these words give, one of the known reasons or `other`.")
    _check_whose_words(command)


def _check_whose_words(command: ShiftSupport | ExplainShift) -> None:
    words, role = command.reason_source, command.acting and command.acting.role
    if words is None or role not in {Role.STATE, Role.DONOR}:
        return
    if words is ReasonSource.COORDINATOR_INFERENCE:
        raise NotYourWords("An inference is the Coordinators': give your own account or the donor's stated reason.")
    if role is Role.STATE and words is ReasonSource.DONOR_STATED and not _cites(command.source):
        raise NotYourWords("The donor's own words need their source; without one this is your recipient_account.")
    if role is Role.DONOR and words is ReasonSource.RECIPIENT_ACCOUNT:
        raise NotYourWords("A donor states its own reason: donor_stated.")


def _cites(source: Source | None) -> bool:
    """Whether it leads to somebody's words: the moment at which a form was opened in Slack does not."""
    return source is not None and (source.kind is not SourceKind.SLACK or "/" in source.ref)


def _circle_of(command: ShiftSupport | ExplainShift) -> dict[str, Any]:
    if command.reason_source is ReasonSource.COORDINATOR_INFERENCE and command.visibility is None:
        return {"visibility": Visibility.COORDINATORS}
    return {}


def _add_inferred(pledge: Pledge, command: ShiftSupport, memory: Memory, fields: dict[str, Any]) -> None:
    """The shift is a fact that all may see; what the Coordinators think of it is not, and does not explain it."""
    reason = {name: fields.pop(name) for name in ("reason", "reason_text", "reason_source")}
    fields["unexplained"] = command.direction in LESS
    pledge.add(SupportShifted, command, memory.at, **fields)
    reason["reason_text"] = reason["reason_text"] or ""
    pledge.add(ShiftExplained, command, memory.at, shift_id=fields["shift_id"], **reason, **_circle_of(command))


def _live_pledge(command: ShiftSupport, memory: Memory) -> Pledge | None:
    """The one pledge of that donor and State that a shift can be about; several are refused with their ids.

    One of which nothing is left is still meant, so that its limit holds. So is one that ended, until the day of its
    end: what is cut after that is support nobody recorded.
    """
    known = [
        (pledge, pledge.ledger)
        for pledge in memory.listed(Pledge, pair(command.donor, command.state))
        if pledge.opening.counts and pledge.opening.seen_by_actor(command.by)
    ]
    live = [pledge for pledge, book in known if book.ended_on is None]
    if command.direction in LESS:
        with_room = [pledge for pledge, book in known if book.has_room]
        live = with_room or live or [pledge for pledge, book in known if str(book.ended_on) >= str(command.occurred_on)]
    if len(live) > 1:
        ids = ", ".join(str(pledge.id) for pledge in live)
        raise SeveralPledges(f"There are several live pledges, say which: {ids}.")
    return live[0] if live else None


def _opened_unknown(command: ShiftSupport, memory: Memory, shift_id: UUID) -> Pledge:
    """Nobody recorded the support that shifts: it is opened as amount unknown."""
    return Pledge.open(
        PledgeMade, memory.new_stream(command, "pledge"), replace(command, note=None), memory.at,
        donor=command.donor, state=command.state, opened_by_shift=str(shift_id),
    )  # fmt: skip


def _redirected(command: ShiftSupport, memory: Memory, pledge: Pledge, shift_id: UUID) -> Pledge:
    """The pledge that a redirect opens in the other State, seen by the circle that sees the one it came from."""
    circle = command.visibility or pledge.opening.visibility
    return Pledge.open(
        PledgeMade, memory.new_stream(command, "redirected-pledge"), replace(command, note=None), memory.at,
        donor=command.donor, state=command.to_state, money=command.money, article=pledge.made.article,
        redirected_from=str(pledge.id), opened_by_shift=str(shift_id), visibility=circle,
    )  # fmt: skip


def _shift_id(named: str, command: AskExplanation | ExplainShift, memory: Memory, pledge: Pledge) -> str:
    found = pledge.find(memory.plain_id(named, command.by))
    if found is None or not isinstance(found.fact, SupportShifted):
        raise OtherPledge("This is not the id of a shift.", "shift_id")
    return found.fact.shift_id
