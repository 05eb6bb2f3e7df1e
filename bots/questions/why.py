"""`why NOR LAO`: what the donor had been told by then, what it decided, why, and in whose words."""

from collections.abc import Sequence
from typing import Any

import orjson

from bots.answer import Answer
from bots.blocks import Part
from bots.parts import Listed
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes
from bots.questions.whose_words import days_between, given, waiting
from bots.templates import rendered
from bots.wording import counted, one_line, source_named, support
from domain.names import is_state, party_name, state_name
from projections.filters import PledgeFilter, ShiftFilter
from projections.page import Page

VERB = "why"
ABOUT = "Why a donor changed its support to a State: what it had been told by then, what it decided, in whose words."
USAGE = (
    "why NOR LAO",
    "why did Norway leave Lao PDR?",
    "why NOR LAO as of 2026-01-31",
    "why NOR LAO known at 2026-01-31",
)
Decision = dict[str, Any]
_SHORT = 4
"""Where space is short, so many are shown of what was told (the latest) and of what followed (the first)."""


def answer(asked: Filters, asker: Asker) -> Answer:
    """Each decision, oldest first; where space is short, the latest."""
    donor, state = str(asked.donor), str(asked.state)
    wanted = ShiftFilter(state, donor, by_day=True)
    count = asker.queries.shifts_counted(asker.viewer, wanted, asked.moment)
    reversed_pair = ShiftFilter(donor, state)
    if not count and is_state(donor) and asker.queries.shifts_counted(asker.viewer, reversed_pair, asked.moment):
        return _other_way_round(donor, state)

    def decisions(page: Page) -> list[Decision]:
        return asker.queries.decisions_in_turn(asker.viewer, donor, state, page, asked.moment)

    until = asked.as_of or asker.today
    latest = asker.queries.shifts(asker.viewer, wanted, Page(1, latest=True), asked.moment)
    return Answer(
        VERB,
        _head(count, latest.items, donor, state),
        Listed(count, lambda page: [_part(each, asker, until) for each in decisions(page)], latest=True),
        (*_figures(asker, donor, state, asked), *notes(asked, asker)),
        page(asker.base_url, "explanations", asked=asked, donor=donor, state=state),
        latest=True,
    )


def _head(count: int, latest: Sequence[bytes], donor: str, state: str) -> str:
    if not latest:
        return f"No change in the support of {party_name(donor)} to {state_name(state)} is on record."
    last = orjson.loads(latest[-1])
    more = f" It is the latest of {count:,} decisions on record." if count > 1 else ""
    return f"{last['occurred_on']}: {last['decision']}{more}"


def _figures(asker: Asker, donor: str, state: str, asked: Filters) -> tuple[str, ...]:
    wanted = PledgeFilter(state=state, donor=donor)
    totals = asker.queries.totals(asker.viewer, wanted, asked.moment)
    if not totals["pledges"]:
        return ()
    of = counted(totals["pledges"], "pledge")
    return (f"Support of {party_name(donor)} to {state_name(state)} ({of}): {support(totals, donor, state)}.",)


def _part(decision: Decision, asker: Asker, until: str) -> Part:
    reported = f"as {party_name(decision['reported_by'])} reports" if decision["reported_by"] else ""
    recorded = f"recorded {asker.day_of(decision['recorded_at'])} by {decision['recorded_by']}"
    beside = " · ".join(filter(None, [reported, source_named(decision["source"]), recorded]))
    reasons = [*given(decision), *waiting(decision, days_between(decision["occurred_on"], until))]
    return Part(_told(decision, reasons, asker, None), beside, _told(decision, reasons, asker, _SHORT))


def _told(decision: Decision, reasons: Sequence[str], asker: Asker, at_most: int | None) -> str:
    """What a decision was made on and what followed: of what is new the latest, of what followed the first."""
    anew, followed = decision["told_anew"], decision["followed"]
    told = anew[-at_most:] if at_most else anew
    since = followed[:at_most]
    return rendered(
        "decision",
        day=decision["occurred_on"],
        decision=decision["decision"],
        reasons=reasons,
        donor=party_name(decision["donor"]),
        told=[_line(item, asker) for item in told],
        told_before=len(anew) - len(told),
        told_by=decision["decided_before"],
        told_again=decision["told_in_all"] - len(anew),
        since=[_line(item, asker) for item in since],
        since_more=len(followed) - len(since),
        since_later=decision["since_in_all"] - len(followed),
    )


def _line(item: Decision, asker: Asker) -> Decision:
    return item | {"summary": one_line(item["summary"]), "recorded_on": asker.day_of(item["recorded_at"])}


def _other_way_round(donor: str, state: str) -> Answer:
    said = (
        f"No change in the support of {party_name(donor)} to {state_name(state)} is on record. "
        f"Name the donor first, then the State."
    )
    return Answer("did_you_mean", said, understood=False, instead=(f"why {state} {donor}",))
