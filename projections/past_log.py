"""The log as known at another time: read on in batches until a page is full, however long the log is."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from projections import concerning, events, history
from projections.page import Listing, Page, paged
from projections.past import AT_ONCE, Asked, Past
from projections.seen import events_for


def log(live: Connection, past: Past, asked: Asked, page: Page, event_id: str | None) -> Listing:
    """Events in order of position, made of the things of so many positions at a time."""
    found: list[tuple[int, bytes]] = []
    for after, positions in _onwards(live, asked, page, event_id):
        with past.once(asked, list(dict.fromkeys(thing for _, thing in positions))) as then:
            found += history.log_rows(then, asked.viewer, after, len(positions), event_id, until=positions[-1][0])
        if len(found) > page.limit:
            break
    return paged(found[: page.limit + 1], page, asked.position)


def _onwards(
    live: Connection, asked: Asked, page: Page, event_id: str | None
) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """Where each batch begins, and its positions with their things: a page full, then twice as many each time.

    What was recorded by then; nobody saw more of it then than now, but for those who are no longer named as having
    reported it.
    """
    row, viewer = events.table.c, asked.viewer
    wanted = [row.position <= asked.position, *([] if viewer.parties else [events_for(viewer)])]
    wanted += concerning.recorded_by(asked.moment.known_at)
    wanted += [row.event_id == event_id] if event_id else []
    query = select(row.position, row.thing).where(*wanted).order_by(row.position)
    after, size = page.after, min(page.limit + 1, AT_ONCE)
    while positions := [(at, thing) for at, thing in live.execute(query.where(row.position > after).limit(size))]:
        yield after, positions
        after, size = positions[-1][0], min(size * 2, AT_ONCE)
