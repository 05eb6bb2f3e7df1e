"""`requests LAO open`: what States asked for, where each request stands, and what was given for it."""

from typing import Any

from bots.answer import Answer
from bots.blocks import Part
from bots.parts import Listed
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes, read_as
from bots.wording import STATUSES, counted, listed, one_line, source_named, support
from domain.names import party_name, state_name
from domain.values import Money
from projections.filters import RequestFilter

VERB = "requests"
ABOUT = "What States asked for, and what was given for it; `open` keeps what is open or partly met."
USAGE = ("requests", "requests LAO", "requests LAO article 4 open", "requests open as of 2026-01-31")


def answer(asked: Filters, asker: Asker) -> Answer:
    """The requests in the order in which they were recorded; where space is short, the latest."""
    wanted = RequestFilter(state=asked.state, article=asked.article, open="open" in asked.flags or None)
    count = asker.queries.requests_counted(asker.viewer, wanted, asked.moment)
    what = "open request" if wanted.open else "request"
    subject = state_name(asked.state) if asked.state else "All States"
    return Answer(
        VERB,
        f"{read_as(subject, asked)}: {counted(count, what)} on record.",
        Listed.of(
            count,
            lambda page: asker.queries.requests(asker.viewer, wanted, page, asked.moment).items,
            _part,
            latest=True,
        ),
        notes(asked, asker),
        page(asker.base_url, VERB, asked=asked),
        latest=True,
    )


def _part(request: dict[str, Any]) -> Part:
    coverage, donors = request["coverage"], dict.fromkeys(pledge["donor"] for pledge in request["pledges"])
    donor, state = next(iter(donors)) if len(donors) == 1 else None, request["state"]
    sought = f", {Money.read(request['money'])} sought" if request["money"] else ", no amount named"
    why = f" ({one_line(request['why'])})" if request["why"] else ""
    said = (
        f"{request['occurred_on']}  {state_name(state)} seeks {listed(request['nature'])} assistance under "
        f"Article {request['article']}{sought}: {one_line(request['need'])}\n"
        f"{STATUSES[request['status']].capitalize()}{why}. "
    )
    given = (
        f"From {listed(map(party_name, donors))}: {support(coverage, donor, state)}" if donors else "No pledge for it"
    )
    beside = [f"request {request['id'][:6]}", source_named(request["source"])]
    return Part(f"{said}{given}.", " · ".join(filter(None, beside)))
