"""Exports that answer a question of the field: support as IATI, deadlines as a calendar, a year's overview."""

from collections.abc import Iterator
from typing import Any

import orjson

from adapters.tables import to_csv
from adapters.wiring import Service
from projections.audience import Audience
from projections.filters import DeadlineFilter, PledgeFilter
from projections.moment import Moment
from projections.page import LARGEST, Page

_ARTICLES = ("3", "4", "5", "9")
OVERVIEW = (
    "year", "article7.due", "article7.received", "article7.outstanding", "article7.percent_received",
    "assistance.requesting", "assistance.providing", "assistance.receiving",
    *(f"articles.{article}.{figure}" for article in _ARTICLES for figure in ("obligated", "requested", "deadlines")),
    "clearance",
)  # fmt: skip


def iati(service: Service, viewer: Audience, party: str | None, clearance: str) -> tuple[bytes, int]:
    """Every pledge that a party gives or receives, or that is on record at all."""
    from adapters.exporters.iati import to_iati  # noqa: PLC0415 - no other form needs the library

    asked = [PledgeFilter(state=party), PledgeFilter(donor=party)] if party else [PledgeFilter()]
    pledges = {pledge["id"]: pledge for each in asked for pledge in _pledges(service, viewer, each)}
    return to_iati(pledges.values(), clearance, service.now()), len(pledges)


def deadlines(service: Service, viewer: Audience, party: str | None, clearance: str) -> tuple[bytes, int]:
    """Every deadline of a State, or of all, that has a day and is not met."""
    from adapters.calendars import to_calendar  # noqa: PLC0415 - no other form needs the library

    found, _ = service.queries.deadlines(viewer, DeadlineFilter(state=party), Moment())
    standing = [each for each in found if each["due_on"] and each["status"] == "fixed"]
    return to_calendar(standing, clearance, service.settings.base_url, service.now()), len(standing)


def overview(service: Service, viewer: Audience, year: int | None, clearance: str, form: str) -> tuple[bytes, int]:
    """The figures of a year, of this one unless told."""
    found, _ = service.queries.overview(viewer, year or int(service.today()[:4]), Moment())
    item = found | {"clearance": clearance}
    if form == "json":
        return orjson.dumps(item, option=orjson.OPT_INDENT_2) + b"\n", 1
    articles = {article: said | {"deadlines": _by_year(said)} for article, said in found["articles"].items()}
    return to_csv([item | {"articles": articles}], OVERVIEW).encode(), 1


def _by_year(article: dict[str, Any]) -> str:
    return "; ".join(f"{year}: {count}" for year, count in sorted(article["deadlines"].items()))


def _pledges(service: Service, viewer: Audience, asked: PledgeFilter) -> Iterator[dict[str, Any]]:
    after: int | None = 0
    while after is not None:
        listing = service.queries.pledges(viewer, asked, Page(LARGEST, after), Moment())
        yield from map(orjson.loads, listing.items)
        after = listing.after
