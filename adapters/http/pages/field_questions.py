"""What pages ask about the whole field: who is left out, who could help, whom to brief, what changed."""

from typing import Any

from adapters.http.answering import table_of
from adapters.http.asking import Asked
from adapters.http.field import DUE_AFTER_DAYS
from adapters.http.pages.parts import Part, Row, all_of, only, part_of
from projections.filters import FieldFilter, RequestFilter
from projections.page import Page


def things(asked: Asked, kind: str) -> Part:
    """A page of plans, challenges, coalitions, practices or profiles."""
    wanted = FieldFilter(**asked.given)
    return part_of(asked.service.queries.things(asked.viewer, kind, wanted, asked.page, asked.moment))


def thing(asked: Asked, kind: str, thing_id: str) -> Row:
    """One of them."""
    wanted = FieldFilter(id=thing_id.lower())
    return only(asked.service.queries.things(asked.viewer, kind, wanted, Page(1), asked.moment))


def silent(asked: Asked) -> Part:
    """A page of obligations for which nobody asked, and of how many States there are any."""
    found, _ = asked.service.queries.silent(asked.viewer, asked.given.get("article"), asked.moment)
    return _counted(asked, found, states=len({each["state"] for each in found}))


def coverage(asked: Asked) -> Row:
    """Where committed support goes, beside those that wait."""
    return asked.service.queries.coverage(asked.viewer, asked.moment)[0]


def overview(asked: Asked, year: int) -> Row:
    """One year."""
    return asked.service.queries.overview(asked.viewer, year, asked.moment)[0]


def matches(asked: Asked, request_id: str | None, donor: str | None) -> Part:
    """A page of matches, best first."""
    found, _ = asked.service.queries.matches(asked.viewer, request_id, donor, asked.moment)
    return _counted(asked, found)


def open_requests(asked: Asked) -> list[Row]:
    """Requests that are open or partly met."""
    queries, wanted = asked.service.queries, RequestFilter(open=True)
    return all_of(lambda page: queries.requests(asked.viewer, wanted, page, asked.moment))


def contacts_due(asked: Asked) -> Part:
    """A page of donors and States to bring together again."""
    days = asked.given.get("days", DUE_AFTER_DAYS)
    found, _ = asked.service.queries.contacts_due(asked.viewer, days, asked.moment)
    return _counted(asked, found, days=days)


def changes(asked: Asked) -> Part:
    """A page of what was recorded since a moment."""
    since, until, party = asked.given["since"], asked.given.get("until"), asked.given.get("state")
    return part_of(asked.service.queries.changes(asked.viewer, since, asked.page, asked.moment, party, until))


def _counted(asked: Asked, found: list[Row], **beside: Any) -> Part:
    part = part_of(table_of(found, 0, asked.page))
    return Part(part.rows, part.after, {"total": len(found), **beside})
