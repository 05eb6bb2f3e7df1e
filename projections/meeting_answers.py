"""Questions about meetings and about what came of them."""

from sqlalchemy import Connection, select

from projections import meetings, outcomes
from projections.audience import Audience
from projections.filters import MeetingFilter, OutcomeFilter
from projections.page import Listing, Page, paged
from projections.seen import rows_for


def all_meetings(connection: Connection, viewer: Audience, asked: MeetingFilter, page: Page, position: int) -> Listing:
    """Meetings in order of position."""
    row = meetings.table.c
    wanted = [
        row.kind == asked.kind if asked.kind else None,
        row.on >= asked.since if asked.since else None,
        row.on <= asked.until if asked.until else None,
        row.thing == asked.id if asked.id else row.retracted.is_(False),
    ]
    query = (
        select(row.position, row.document)
        .where(rows_for(meetings.table, viewer), row.position > page.after)
        .where(*(each for each in wanted if each is not None))
        .order_by(row.position)
        .limit(page.limit + 1)
    )
    return paged([(at, document) for at, document in connection.execute(query)], page, position)


def all_outcomes(connection: Connection, viewer: Audience, asked: OutcomeFilter, page: Page, position: int) -> Listing:
    """The ledger of outcomes, in order of position."""
    row = outcomes.table.c
    query = (
        select(row.position, row.document)
        .where(rows_for(outcomes.table, viewer, "outcome_id"), row.position > page.after)
        .order_by(row.position)
        .limit(page.limit + 1)
    )
    if asked.status != "all":
        query = query.where(row.status == asked.status)
    if asked.owner:
        query = query.where(row.owner == asked.owner)
    return paged([(at, document) for at, document in connection.execute(query)], page, position)
