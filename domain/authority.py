"""Who may record what: one rule for HTTP, Slack, command line and imports."""

from collections.abc import Iterable, Mapping
from typing import Any

from domain.actor import Actor, Grant
from domain.errors import NotAllowed
from domain.words import Role

OWN_STATE = {Role.STATE: ("state",)}
OWN_DONOR = {Role.DONOR: ("donor",)}
EITHER = OWN_STATE | OWN_DONOR
PARTNER = dict.fromkeys((Role.STATE, Role.DONOR), ("partner",))
ITSELF = dict.fromkeys((Role.STATE, Role.DONOR), ("state", "donor"))
"""Whoever is reminded stands in `state`, whether it gives or receives; beside it the donor of support."""
RECORDER = dict.fromkeys((Role.STATE, Role.DONOR), ("reported_by",))

OWN_AFFAIRS: Mapping[str, Mapping[Role, tuple[str, ...]]] = {
    "submit-request": OWN_STATE,
    "amend-request": OWN_STATE,
    "settle-request": OWN_STATE,
    "withdraw-request": OWN_STATE,
    "file-article7-report": OWN_STATE,
    "report-receipt": OWN_STATE,
    "ask-explanation": OWN_STATE,
    "declare-obligation": OWN_STATE,
    "report-progress": OWN_STATE,
    "fulfil-obligation": OWN_STATE,
    "request-extension": OWN_STATE,
    "adopt-plan": OWN_STATE,
    "report-challenge": OWN_STATE,
    "share-practice": OWN_STATE,
    "publish-profile": OWN_DONOR,
    "make-pledge": OWN_DONOR,
    "commit-pledge": OWN_DONOR,
    "disburse-pledge": OWN_DONOR,
    "reverse-payment": OWN_DONOR,
    "reverse-commitment": OWN_DONOR,
    "shift-support": EITHER,
    "explain-shift": EITHER,
    "record-contact": EITHER,
    "dispute": EITHER,
    "join-coalition": PARTNER,
    "leave-coalition": PARTNER,
    "acknowledge-reminder": ITSELF,
    "snooze-reminder": ITSELF,
    "set-route": EITHER,
    "correct": RECORDER,
    "change-visibility": RECORDER,
}
"""What a State or a donor may record besides the Coordinators; its own name must stand in one of these fields."""

ADMINISTRATIVE = frozenset(
    {"create-token", "revoke-token", "note-token-use", "link-person", "unlink-person", "erase-texts"}
)
OWN_WORK = frozenset({"note-reminder-sent"})
"""What the service records of its own doing; nobody asks for it."""
NOT_ASKED_FOR = ADMINISTRATIVE | OWN_WORK
"""What has no door over HTTP, by `ica do` or by import."""


def authorise(actor: Actor, action: str, about: Mapping[str, object] | None = None) -> Grant:
    """The grant under which `actor` may do `action`; raises NotAllowed.

    `about` holds the parties of the object (`state`, `donor`, `reported_by`). One that could not be read is not in it:
    then the role alone decides, and the object once it is read. None asks only whether the role ever may.
    """
    if actor.operator:
        return Grant(Role.ADMIN if action in ADMINISTRATIVE else Role.COORDINATOR)
    if action in ADMINISTRATIVE:
        return _first(actor, Role.ADMIN, f"{action} is for administrators.")
    own = OWN_AFFAIRS.get(action, {})
    for grant in actor.grants:
        if grant.role is Role.COORDINATOR:
            return grant
        if grant.role in own and _may(grant, own[grant.role], about):
            return grant
    if any(grant.role in own for grant in actor.grants):
        speaks_for = ", ".join(sorted(actor.parties)) or "nobody"
        raise NotAllowed(f"You speak for {speaks_for}: {action} about others is for the Coordinators.")
    allowed = ", ".join(["coordinator", *own])
    raise NotAllowed(f"{action} is for these roles: {allowed}.")


def own_name(action: str, grant: Grant, about: Mapping[str, Any]) -> str | None:
    """In whose name something is said under a grant for parties; None for the Coordinators."""
    named = [about.get(field) for field in OWN_AFFAIRS.get(action, {}).get(grant.role, ())]
    return next((each for each in named if each in grant.parties), named[0] if named else None)


def _may(grant: Grant, fields: Iterable[str], about: Mapping[str, object] | None) -> bool:
    return about is None or any(each not in about or about[each] in grant.parties for each in fields)


def _first(actor: Actor, role: Role, refusal: str) -> Grant:
    for grant in actor.grants:
        if grant.role is role:
            return grant
    raise NotAllowed(refusal)
