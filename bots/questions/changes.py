"""`changes since 2026-01-31`: what was recorded since a day."""

from datetime import date, datetime, time
from typing import Any

from bots.answer import Answer
from bots.blocks import Part
from bots.parts import Listed
from bots.questions.asker import Asker
from bots.questions.filters import Takes, read_filters
from bots.questions.pages import page
from bots.questions.read_as import notes
from bots.questions.refusals import NotUnderstood
from bots.questions.typed import Words
from bots.wording import begun, counted, one_line, source_named
from domain.names import party_name

VERB = "changes"
ABOUT = "What was recorded since a day, whenever it happened."
USAGE = ("changes since 2026-01-31", "changes LAO since 2026-01-31")
_TAKES = Takes(names={"": "party", "of": "party", "for": "party", "in": "party"}, period=True, usage=USAGE)


def answer(words: Words, asker: Asker) -> Answer:
    """In order of recording, the latest shown where space is short."""
    asked = read_filters(words, asker, _TAKES)
    if asked.since is None or (asked.until and asked.until < asker.today):
        raise NotUnderstood("Since when? Write it as `changes since 2026-01-31`.", usage=USAGE)
    since = datetime.combine(date.fromisoformat(asked.since), time.min, asker.zone)
    count = asker.queries.changes_counted(asker.viewer, since, asked.moment, asked.party)
    about = f" about {party_name(asked.party)}" if asked.party else ""
    return Answer(
        VERB,
        f"{begun(counted(count, 'fact'))}{about} recorded since {asked.since}.",
        Listed.of(
            count,
            lambda page: asker.queries.changes(asker.viewer, since, page, asked.moment, asked.party).items,
            _part,
            latest=True,
        ),
        notes(asked, asker),
        page(asker.base_url, VERB, since=asked.since, state=asked.party),
        latest=True,
    )


def _part(item: dict[str, Any]) -> Part:
    gone = " (retracted since)" if item["retracted"] else ""
    beside = [f"{item['recorded_at'][:10]} by {item['recorded_by']}", source_named(item["source"])]
    return Part(f"{item['occurred_on']}  {one_line(item['summary'])}{gone}", " · ".join(filter(None, beside)))
