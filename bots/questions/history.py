"""`history LAO`: what is on record about a State or donor, one sentence a fact."""

from typing import Any

from bots.answer import Answer
from bots.blocks import Part
from bots.parts import Listed
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes, read_as
from bots.wording import CIRCLES, counted, one_line, source_named
from domain.names import party_name
from domain.words import Visibility
from projections.filters import HistoryFilter

VERB = "history"
ABOUT = "What is on record about a State or donor, one sentence a fact."
USAGE = (
    "history LAO",
    "history LAO from NOR article 4 since 2024",
    "history LAO as of 2026-01-31",
    "history LAO known at 2026-01-31",
)


def answer(asked: Filters, asker: Asker) -> Answer:
    """The facts in the order in which they were recorded; where space is short, the latest."""
    assert asked.party
    wanted = HistoryFilter(article=asked.article, donor=asked.donor, since=asked.since, until=asked.until)
    whose = (asker.viewer, asked.party, wanted)
    count, last = asker.queries.history_counted(*whose, asked.moment)
    facts = f"{counted(count, 'fact')} on record, the latest of {last}" if count else "nothing on record"
    return Answer(
        VERB,
        f"{read_as(party_name(asked.party), asked)}: {facts}.",
        Listed.of(
            count,
            lambda page: asker.queries.state_history(*whose, page, asked.moment).items,
            lambda fact: _part(fact, asker),
            latest=True,
        ),
        notes(asked, asker),
        page(asker.base_url, "states", asked.party, "history", asked=asked),
        latest=True,
    )


def _part(fact: dict[str, Any], asker: Asker) -> Part:
    marks = ["retracted: it counts nowhere"] if fact["retracted"] else []
    marks += ["corrected since"] if fact["corrected_by"] and not fact["retracted"] else []
    marks += [f"for {CIRCLES[fact['visibility']]}"] if fact["visibility"] == Visibility.COORDINATORS else []
    said = f"{fact['occurred_on']}  {one_line(fact['summary'])}{''.join(f' ({mark})' for mark in marks)}"
    note = fact["detail"].get("note")
    beside = [
        f"as {party_name(fact['reported_by'])} reports" if fact["reported_by"] else "",
        source_named(fact["source"]),
        f"recorded {asker.day_of(fact['recorded_at'])} by {fact['recorded_by']}",
        f"note: {one_line(note)}" if note else "",
    ]
    return Part(said, " · ".join(filter(None, beside)))
