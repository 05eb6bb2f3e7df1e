"""`why NOR LAO`: what the donor had been told by then, what it decided, why, and in whose words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bots.answer import Answer
from bots.blocks import Part
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes
from bots.questions.whose_words import days_between, given, waiting
from bots.templates import rendered
from bots.wording import counted, one_line, source_named, support
from domain.names import is_state, party_name, state_name
from projections.filters import PledgeFilter

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
    decisions = _decisions(asker, donor, state, asked)
    if not decisions and is_state(donor) and _decisions(asker, state, donor, asked):
        return _other_way_round(donor, state)
    until = asked.as_of or asker.today
    return Answer(
        VERB,
        _head(decisions, donor, state),
        tuple(_part(each, before, after, asker, until) for before, each, after in _in_turn(decisions)),
        (*_figures(asker, donor, state, asked), *notes(asked, asker)),
        page(asker.base_url, "explanations", asked=asked, donor=donor, state=state),
        latest=True,
    )


def _decisions(asker: Asker, donor: str, state: str, asked: Filters) -> list[Decision]:
    found = asker.queries.explanations(asker.viewer, donor, state, asked.moment)["decisions"]
    return [decision | {"donor": donor, "state": state} for decision in found]


def _head(decisions: Sequence[Mapping[str, Any]], donor: str, state: str) -> str:
    if not decisions:
        return f"No change in the support of {party_name(donor)} to {state_name(state)} is on record."
    last = decisions[-1]
    more = f" It is the latest of {len(decisions):,} decisions on record." if len(decisions) > 1 else ""
    return f"{last['occurred_on']}: {last['decision']}{more}"


def _figures(asker: Asker, donor: str, state: str, asked: Filters) -> tuple[str, ...]:
    wanted = PledgeFilter(state=state, donor=donor)
    totals = asker.queries.totals(asker.viewer, wanted, asked.moment)
    if not totals["pledges"]:
        return ()
    of = counted(totals["pledges"], "pledge")
    return (f"Support of {party_name(donor)} to {state_name(state)} ({of}): {support(totals, donor, state)}.",)


def _in_turn(decisions: Sequence[Decision]) -> Iterable[tuple[Decision | None, Decision, Decision | None]]:
    """Each decision between the one before and the one after."""
    return zip([None, *decisions], decisions, [*decisions[1:], None], strict=False)


def _part(decision: Decision, before: Decision | None, after: Decision | None, asker: Asker, until: str) -> Part:
    reported = f"as {party_name(decision['reported_by'])} reports" if decision["reported_by"] else ""
    recorded = f"recorded {asker.day_of(decision['recorded_at'])} by {decision['recorded_by']}"
    beside = " · ".join(filter(None, [reported, source_named(decision["source"]), recorded]))
    told = _Told(decision, before, after)
    reasons = [*given(decision), *waiting(decision, days_between(decision["occurred_on"], until))]
    return Part(told.rendered(reasons, asker, None), beside, told.rendered(reasons, asker, _SHORT))


@dataclass(frozen=True)
class _Told:
    """What a decision was made on and what followed, without what the decisions beside it tell."""

    decision: Decision
    before: Decision | None
    after: Decision | None

    @property
    def anew(self) -> list[Decision]:
        """What the donor had been told since its decision before."""
        known = {item["event_id"] for item in self.before["told_by_then"]} if self.before else set()
        return [item for item in self.decision["told_by_then"] if item["event_id"] not in known]

    @property
    def followed(self) -> list[Decision]:
        """What followed, up to the decision after."""
        end = self.after["occurred_on"] if self.after else None
        return [item for item in self.decision["since"] if end is None or item["occurred_on"] <= end]

    def rendered(self, reasons: Sequence[str], asker: Asker, at_most: int | None) -> str:
        """In words; of what is new the latest, of what followed the first."""
        anew, followed, decision = self.anew, self.followed, self.decision
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
            told_by=self.before["occurred_on"] if self.before else None,
            told_again=len(decision["told_by_then"]) - len(anew),
            since=[_line(item, asker) for item in since],
            since_more=len(followed) - len(since),
            since_later=len(decision["since"]) - len(followed),
        )


def _line(item: Decision, asker: Asker) -> Decision:
    return item | {"summary": one_line(item["summary"]), "recorded_on": asker.day_of(item["recorded_at"])}


def _other_way_round(donor: str, state: str) -> Answer:
    said = (
        f"No change in the support of {party_name(donor)} to {state_name(state)} is on record. "
        f"Name the donor first, then the State."
    )
    return Answer("did_you_mean", said, understood=False, instead=(f"why {state} {donor}",))
