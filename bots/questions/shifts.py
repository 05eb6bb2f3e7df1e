"""`shifts LAO unexplained`: how support changed, and which changes wait for an explanation."""

from typing import Any

from bots.answer import Answer
from bots.blocks import Part
from bots.parts import Listed
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes, read_as
from bots.questions.whose_words import given, waiting
from bots.wording import counted, source_named
from domain.names import party_name, state_name
from projections.filters import ShiftFilter

VERB = "shifts"
ABOUT = "How support changed and why; `unexplained` keeps what waits for the donor's word."
USAGE = ("shifts", "shifts LAO", "shifts LAO from NOR since 2024", "shifts unexplained")


def answer(asked: Filters, asker: Asker) -> Answer:
    """The shifts in the order in which they were recorded; of unexplained ones first what waits longest."""
    unexplained = "unexplained" in asked.flags
    wanted = ShiftFilter(asked.state, asked.donor, asked.since, asked.until, unexplained or None, by_day=unexplained)
    count = asker.queries.shifts_counted(asker.viewer, wanted, asked.moment)
    what = "unexplained shift" if unexplained else "shift"
    subject = f"Support to {state_name(asked.state)}" if asked.state else "Support to all States"
    return Answer(
        VERB,
        f"{read_as(subject, asked)}: {counted(count, what)} on record.",
        Listed.of(
            count,
            lambda page: asker.queries.shifts(asker.viewer, wanted, page, asked.moment).items,
            _part,
            latest=not unexplained,
        ),
        notes(asked, asker),
        page(asker.base_url, VERB, asked=asked),
        latest=not unexplained,
    )


def _part(shift: dict[str, Any]) -> Part:
    lines = [
        f"{shift['occurred_on']}  {shift['decision']}",
        *given(shift),
        *waiting(shift, shift["days_waiting"]),
    ]
    said_by = f"as {party_name(shift['reported_by'])} reports" if shift["reported_by"] else ""
    return Part("\n".join(lines), " · ".join(filter(None, [said_by, source_named(shift["source"])])))
