"""What waits though no date was set: shifts that the donor has not explained, and contacts gone stale."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import orjson
from sqlalchemy import Connection

from projections import answers, field_answers
from projections.audience import Audience
from projections.coverages import before_record, kept_from
from projections.deadline_answers import on_record
from projections.filters import ShiftFilter
from projections.on_record import Document, OnRecord, ended, item
from projections.page import Page

STALE_AFTER = 180
"""Days without contact."""
_ALL = Page(100_000)


def waiting(connection: Connection, viewer: Audience, today: str) -> list[Document]:
    """In the shape of deadlines; `due_on` is the day since which each waits."""
    record = on_record(connection, viewer, today)
    shifts = answers.shifts(connection, viewer, ShiftFilter(unexplained=True), _ALL, 0, today).items
    asking = {each["state"] for each in field_answers.asked_in_short(connection, viewer)}
    stale = stale_contacts(record, field_answers.latest_contacts(connection, viewer), asking)
    found = [*unexplained([orjson.loads(each) for each in shifts], record), *stale]
    return sorted(found, key=lambda each: (each["due_on"], each["id"]))


def unexplained(shifts: Iterable[Document], record: OnRecord) -> Iterator[Document]:
    """Waiting since the day of the shift; only the donor's own word ends it."""
    for shift in shifts:
        yield _item(
            record, f"{shift['id']}:explanation", shift, "explanation", shift["occurred_on"], shift["decision"],
            shift_id=shift["id"], visibility=shift["visibility"],
            before_record=before_record(record.coverages, "assistance", shift["occurred_on"]),
        )  # fmt: skip


def stale_contacts(record: OnRecord, contacts: Iterable[Document], asking: set[str]) -> Iterator[Document]:
    """Donors and States with support between them, or once in touch about a request that is open, and silent since.

    The clock runs from their last contact. Where there was none it runs from their first support, and nowhere from
    before the day from which contacts are on record: what was said before that, nobody knows.
    """
    last: dict[tuple[str, str], str] = {}
    for contact in contacts:
        pair = (contact["donor"], contact["state"])
        last[pair] = max(last.get(pair, ""), contact["on"])
    support = [each for each in record.pledges if not each["ended_on"] or each["state"] in asking]
    began: dict[tuple[str, str], str] = {}
    for pledge in support:
        pair = (pledge["donor"], pledge["state"])
        began[pair] = min(began.get(pair, pledge["occurred_on"]), pledge["occurred_on"])
    kept = kept_from(record.coverages, "contacts") or ""
    for pair in sorted({*began, *(each for each in last if each[1] in asking)}):
        start = max(last.get(pair) or began[pair], kept)
        due_on = (date.fromisoformat(start) + timedelta(STALE_AFTER)).isoformat()
        if due_on <= record.today:
            yield _of_contact(record, pair, last.get(pair), began.get(pair), due_on)


def _of_contact(
    record: OnRecord, pair: tuple[str, str], last: str | None, began: str | None, due_on: str
) -> Document:  # fmt: skip
    donor, state = pair
    days = (date.fromisoformat(record.today) - date.fromisoformat(last)).days if last else None
    basis = f"last contact on {last}, {days} days ago" if last else f"no contact on record, support since {began}"
    return _item(
        record, f"{donor}:{state}:contact", {"donor": donor, "state": state}, "contact", due_on, basis,
        last_contact_on=last, visibility="states_parties",
    )  # fmt: skip


def _item(
    record: OnRecord, key: str, pair: Document, kind: str, due_on: str, basis: str, **more: Any
) -> Document:  # fmt: skip
    """Nobody is asked for anything once a withdrawal has taken effect."""
    left = any(ended(record.membership(each), None, record.today) for each in (pair["donor"], pair["state"]))
    status = "ended" if left else "fixed"
    return item(record, key, pair["state"], None, kind, due_on, status, True, basis, donor=pair["donor"], **more)
