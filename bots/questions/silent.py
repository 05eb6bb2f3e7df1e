"""`silent article 4`: States with an obligation and no request on record under its article."""

from typing import Any

from bots.answer import Answer
from bots.blocks import Part
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes
from bots.wording import begun, counted, one_line
from domain.names import party_name

VERB = "silent"
ABOUT = "Who is left out by silence: States with an obligation that stands and no request on record under its article."
USAGE = ("silent", "silent article 4", "silent as of 2026-01-31")


def answer(asked: Filters, asker: Asker) -> Answer:
    """Soonest deadline first; several clocks of one State are each told."""
    found, _ = asker.queries.silent(asker.viewer, asked.article, asked.moment)
    states = len({each["state"] for each in found})
    under = f" under Article {asked.article}" if asked.article else ""
    told = "have an obligation" if states != 1 else "has an obligation"
    return Answer(
        VERB,
        f"{begun(counted(states, 'State'))} {told}{under} and no request on record for it.",
        tuple(Part(_line(each), f"obligation on record; {one_line(each['basis'])}") for each in found),
        notes(asked, asker),
        page(asker.base_url, VERB, asked=asked),
    )


def _line(each: dict[str, Any]) -> str:
    due = each["due_on"] or each["basis"]
    left = each["days_left"]
    when = (
        ""
        if left is None
        else f", overdue by {counted(-left, 'day')}"
        if left < 0
        else f", {counted(left, 'day')} left"
    )
    outlook = each["outlook"].replace("_", " ")
    return f"{party_name(each['state'])}, Article {each['article']}: {due}{when}; outlook: {outlook}"
