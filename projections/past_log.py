"""The log as known at another time: read on in batches until a page is full, however long the log is."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from projections import events, history
from projections.page import Listing, Page, paged
from projections.past import AT_ONCE, Asked, Past, batches
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


def parties(live: Connection, past: Past, asked: Asked) -> list[dict[str, Any]]:
    """Who was on record, counted batch by batch."""
    facts: Counter[str] = Counter()
    last: dict[str, str] = {}
    for batch in batches(history.all_things(live, asked.moment.known_at)):
        with past.once(asked, batch) as then:
            for row in history.parties(then, asked.viewer):
                facts[row["code"]] += row["facts"]
                last[row["code"]] = max(row["last_on"], last.get(row["code"], ""))
    return [{"code": code, "facts": facts[code], "last_on": last[code]} for code in sorted(facts)]


def _onwards(
    live: Connection, asked: Asked, page: Page, event_id: str | None
) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """Where each batch begins, and its positions with their things: a page full, then twice as many each time.

    What was recorded by then; nobody saw more of it then than now, but for those who are no longer named as having
    reported it.
    """
    row, viewer = events.table.c, asked.viewer
    wanted = [row.position <= asked.position, *([] if viewer.parties else [events_for(viewer)])]
    wanted += history.recorded_by(asked.moment.known_at)
    wanted += [row.event_id == event_id] if event_id else []
    query = select(row.position, row.thing).where(*wanted).order_by(row.position)
    after, size = page.after, min(page.limit + 1, AT_ONCE)
    while positions := [(at, thing) for at, thing in live.execute(query.where(row.position > after).limit(size))]:
        yield after, positions
        after, size = positions[-1][0], min(size * 2, AT_ONCE)
