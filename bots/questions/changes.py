"""`changes since 2026-01-31`: what was recorded since a day."""

from datetime import date, datetime, time
from typing import Any

from bots.answer import Answer
from bots.blocks import Part
from bots.parts import Listed
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes
from bots.wording import begun, counted, one_line, source_named
from domain.names import party_name

VERB = "changes"
ABOUT = "What was recorded since a day, whenever it happened."
USAGE = ("changes since 2026-01-31", "changes LAO since 2026-01-31")


def answer(asked: Filters, asker: Asker) -> Answer:
    """In order of recording, the latest shown where space is short."""
    assert asked.since
    since = datetime.combine(date.fromisoformat(asked.since), time.min, asker.zone)
    last = datetime.combine(date.fromisoformat(asked.until), time.max, asker.zone) if asked.until else None
    whose: dict[str, Any] = {"moment": asked.moment, "party": asked.party, "until": last}
    count = asker.queries.changes_counted(asker.viewer, since, **whose)
    until = f" until {asked.until}" if asked.until else ""
    about = f" about {party_name(asked.party)}" if asked.party else ""
    return Answer(
        VERB,
        f"{begun(counted(count, 'fact'))}{about} recorded since {asked.since}{until}.",
        Listed.of(
            count,
            lambda page: asker.queries.changes(asker.viewer, since, page, **whose).items,
            lambda item: _part(item, asker),
            latest=True,
        ),
        notes(asked, asker),
        page(asker.base_url, VERB, asked=asked, state=asked.party),
        latest=True,
    )


def _part(item: dict[str, Any], asker: Asker) -> Part:
    gone = " (retracted since)" if item["retracted"] else ""
    beside = [f"recorded {asker.day_of(item['recorded_at'])} by {item['recorded_by']}", source_named(item["source"])]
    return Part(f"{item['occurred_on']}  {one_line(item['summary'])}{gone}", " · ".join(filter(None, beside)))
