"""States and the Convention: who signed, joined and withdrew, and when it entered into force for each."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from domain.membership.events import ConventionJoined, ConventionSigned, WithdrawalNotified
from domain.treaty_clock import entry_into_force, withdrawal_effective
from projections.audience import Audience
from projections.described import described
from projections.documents import document_rows
from projections.schema import flag, number, ready_json, text, view
from projections.thing import Thing

VERSION = 2

table = view(
    "memberships",
    text("thing", key=True),
    text("audience", key=True),
    number("position"),
    text("state"),
    text("act"),
    flag("retracted"),
    ready_json("document"),
    indexes=(("state",),),
)

ACTS = {ConventionSigned: "signature", ConventionJoined: "accession", WithdrawalNotified: "withdrawal"}


def rows(thing: Thing, audiences: tuple[Audience, ...]) -> Iterator[dict[str, Any]]:
    """One row for each act and audience."""
    return document_rows(thing, audiences, tuple(ACTS), document, ("state", "act", "retracted"))


def document(thing: Thing, audience: Audience) -> dict[str, Any]:
    """One act."""
    act = next(name for kind, name in ACTS.items() if isinstance(thing.opening, kind))
    return {"id": thing.id, "act": act, **thing.opening.own_fields(), **described(thing, audience)}


def membership(acts: Iterable[dict[str, Any]], today: str) -> dict[str, Any]:
    """Where one State stands, from its acts: `party`, `signatory`, `withdrawn`, or `none`.

    An entered date of entry into force beats the computed one; both are shown.
    """
    by_act = {act["act"]: act for act in sorted(acts, key=lambda act: (act["occurred_on"], act["position"]))}
    joined, signed, left = (by_act.get(name) for name in ("accession", "signature", "withdrawal"))
    computed = entry_into_force(date.fromisoformat(joined["deposited_on"])).isoformat() if joined else None
    entered = joined["entry_into_force"] if joined else None
    leaves = _leaves_on(left) if left and joined and left["occurred_on"] >= joined["occurred_on"] else None
    status = "party" if joined else "signatory" if signed else "none"
    return {
        "status": "withdrawn" if leaves and leaves <= today else status,
        "signed_on": signed["signed_on"] if signed else joined["signed_on"] if joined else None,
        "deposited_on": joined["deposited_on"] if joined else None,
        "action": joined["action"] if joined else None,
        "entry_into_force": entered or computed,
        "entry_into_force_computed": computed,
        "computed": bool(joined) and not entered,
        "withdrawal_notified_on": left["notified_on"] if leaves and left else None,
        "withdrawal_effective_on": leaves,
        "source": joined["source"] if joined else signed["source"] if signed else None,
    }


def _leaves_on(withdrawal: dict[str, Any]) -> str:
    return str(
        withdrawal["effective_on"] or withdrawal_effective(date.fromisoformat(withdrawal["notified_on"])).isoformat()
    )
