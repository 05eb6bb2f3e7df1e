"""A flow as commands: who must be known, the rate, the pledge, and what became of it."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from adapters.importers.fts import dates, parties, remarks, terms, worth
from adapters.importers.fts.flow import Flow, Refusal
from adapters.importers.line import Commands
from domain import names

Fields = dict[str, object]
Command = tuple[str, str, Fields]

_STATUSES = ("pledge", "commitment", "paid")
_LONGEST_TITLE = 300


def commands(flow: Flow, parent: str | None, today: date | None = None) -> Commands:
    """What to record of a flow, with the id of its parent where that is recorded too; raises Refusal."""
    steps = _steps(flow)
    donor, state = parties.ends(flow)
    via = parties.via(flow, state)
    decided_on, paid_on = dates.decided_on(flow, today), dates.paid_on(flow, today)
    its, said = key(flow.id), {**_given(flow), **_common(flow, donor)}
    made = {"donor": donor.name, "state": state, "occurred_on": decided_on, **_terms(flow, via, parent), **said}
    of_pledge = {"pledge_id": f"key:{its}", **said}
    became: list[Command] = [
        ("make-pledge", its, made),
        ("commit-pledge", f"{its}:committed", {"signed_on": decided_on, "agreement_ref": flow.reference, **of_pledge}),
        ("disburse-pledge", f"{its}:paid", {"paid_on": paid_on, **of_pledge}),
    ]
    before = (*_registered(donor, via), *_rate(flow, decided_on))
    return tuple((name, own, _spoken(body)) for name, own, body in (*before, *became[:steps]))


def key(flow_id: str) -> str:
    """The idempotency key of a flow's pledge: the same flow on another page meets itself."""
    return f"fts:{flow_id}"


def _steps(flow: Flow) -> int:
    """How far the flow has come: what is paid was committed and pledged before."""
    status = flow.status.casefold()
    if status not in _STATUSES:
        raise Refusal(f"status {flow.status!r} is none of {', '.join(_STATUSES)}: correct it in the file.")
    return _STATUSES.index(status) + 1


def _registered(*bodies: parties.Party | None) -> Iterator[Command]:
    for name in dict.fromkeys(body.name for body in bodies if body and not body.is_known):
        yield "register-organisation", f"organisation:{names.fold(name)}", {"name": name, "visibility": "public"}


def _rate(flow: Flow, on: str) -> Iterator[Command]:
    if rate := worth.usd_rate(flow):
        body: Fields = {"currency": flow.original_currency, "usd_rate": rate, "on": on}
        yield "record-rate", f"{key(flow.id)}:rate", {**body, "source": _source(flow), "visibility": "public"}


def _given(flow: Flow) -> Fields:
    money = worth.money(flow)
    goods = flow.contribution_type.casefold() == "in kind"
    return {
        "money": money.plain() if money else None,
        "in_kind": (flow.description or "Not described by OCHA.") if goods else None,
    }


def _terms(flow: Flow, via: parties.Party | None, parent: str | None) -> Fields:
    return {
        "channel": terms.channel(flow),
        "via": via.name if via else None,
        "earmarking": terms.earmarking(flow),
        "parent_pledge_id": f"key:{key(parent)}" if parent else None,
        "note": remarks.on(flow, parent),
    }


def _common(flow: Flow, donor: parties.Party) -> Fields:
    """The source is OCHA; the word is the donor's own where the donor is among those who reported the flow."""
    reported = any(body.name in flow.reporters for body in flow.sources)
    return {"reported_by": donor.name if reported else None, "source": _source(flow), "visibility": "public"}


def _source(flow: Flow) -> Fields:
    title = flow.description
    return _spoken(
        {
            "kind": "fts",
            "ref": flow.id,
            "url": f"https://fts.unocha.org/flows/{quote(flow.id, safe='')}",
            "title": title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…",
        }
    )


def _spoken(body: Fields) -> Fields:
    """Without the fields on which the flow is silent."""
    return {name: value for name, value in body.items() if value not in (None, "")}
