"""`pledges LAO 2026`: what donors announced, and what is committed and paid of it."""

from dataclasses import replace
from typing import Any

from bots.answer import Answer
from bots.blocks import Part
from bots.parts import Listed
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes, read_as
from bots.questions.spelled_out import spelled_out
from bots.wording import counted, one_line, source_named, support
from domain.names import party_name, state_name
from projections.filters import PledgeFilter
from projections.page import Page

VERB = "pledges"
ABOUT = "What donors announced, and what is committed and paid of it; a pledge is counted in neither."
USAGE = ("pledges LAO", "pledges from NOR", "pledges LAO from NOR 2026", "pledges article 4 since 2024")
_MARKS = {
    "amount_unknown": "the amount pledged is not known",
    "committed_above_pledge": "committed above the pledge",
    "paid_above_commitment": "paid above the commitment",
    "shifted_beyond_support": "shifted beyond what is on record",
    "received_differs_from_paid": "received differs from paid",
}


def answer(asked: Filters, asker: Asker) -> Answer:
    """The totals, then the pledges in the order in which they were recorded; where space is short, the latest."""
    wanted = PledgeFilter(
        state=asked.state, donor=asked.donor, article=asked.article, since=asked.since, until=asked.until
    )
    totals = asker.queries.totals(asker.viewer, wanted, asked.moment)
    count = totals["pledges"]
    subject = f"Support to {state_name(asked.state)}" if asked.state else "Support to all States"
    sums = f"; in all {support(totals, asked.donor, asked.state)}" if count else ""
    return Answer(
        VERB,
        f"{read_as(subject, asked)}: {counted(count, 'pledge')} on record{sums}.",
        Listed.of(
            count,
            lambda page: asker.queries.listed_pledges(asker.viewer, wanted, page, asked.moment).items,
            _part,
            latest=True,
        ),
        notes(asked, asker),
        page(asker.base_url, VERB, asked=asked),
        latest=True,
        instead=() if count else _as_donor(asked, asker),
    )


def _as_donor(asked: Filters, asker: Asker) -> tuple[str, ...]:
    """Of a State that receives nothing it may be asked what it gives."""
    if asked.state is None or asked.donor:
        return ()
    wanted = PledgeFilter(donor=asked.state)
    given = asker.queries.listed_pledges(asker.viewer, wanted, Page(1), asked.moment).items
    return (spelled_out(VERB, replace(asked, state=None, donor=asked.state)),) if given else ()


def _part(pledge: dict[str, Any]) -> Part:
    donor, state = pledge["donor"], pledge["state"]
    article = f", Article {pledge['article']}" if pledge["article"] else ""
    in_kind = f" In kind: {one_line(pledge['in_kind'])}." if pledge["in_kind"] else ""
    ended = f" Ended on {pledge['ended_on']}." if pledge["ended_on"] else ""
    odd = f" Note: {', '.join(_MARKS.get(mark, mark) for mark in pledge['marks'])}." if pledge["marks"] else ""
    said = (
        f"{pledge['occurred_on']}  {party_name(donor)} to {state_name(state)}{article}: "
        f"{support(pledge, donor, state)}.{in_kind}{ended}{odd}"
    )
    beside = [f"pledge {pledge['id'][:6]}", source_named(pledge["source"])]
    return Part(said, " · ".join(filter(None, beside)))
