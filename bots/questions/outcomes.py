"""`outcomes`: what meetings settled, who carries it forward, and whether it was done."""

from typing import Any

import orjson

from bots.answer import Answer
from bots.blocks import Part
from bots.questions.asker import WHOLE, Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes
from bots.wording import counted, one_line, source_named
from domain.names import party_name
from projections.filters import OutcomeFilter

VERB = "outcomes"
ABOUT = "What meetings settled and who carries it forward; open ones, unless `done`, `dropped` or `all` is asked for."
USAGE = ("outcomes", "outcomes open", "outcomes done", "outcomes all of AUS")
_STATUSES = ("open", "done", "dropped", "all")


def answer(asked: Filters, asker: Asker) -> Answer:
    """The ledger, oldest first."""
    status = next((each for each in _STATUSES if each in asked.flags), "open")
    wanted = OutcomeFilter(status=status, owner=asked.party)
    found = asker.queries.outcomes(asker.viewer, wanted, WHOLE, asked.moment)
    whose = f" of {party_name(asked.party)}" if asked.party else ""
    what = "outcome" if status == "all" else f"{status} outcome"
    return Answer(
        VERB,
        f"{counted(len(found.items), what)}{whose} on record.",
        tuple(_part(orjson.loads(item)) for item in found.items),
        notes(asked, asker),
        page(asker.base_url, VERB, asked=asked, by=(), status=status, owner=asked.party),
    )


def _part(outcome: dict[str, Any]) -> Part:
    owner = party_name(outcome["owner"]) if outcome["owner"] else "no owner named"
    due = f", due {outcome['due_on']}" if outcome["due_on"] else ""
    said = f"{one_line(outcome['text'])}\n{owner}{due}{_closed(outcome)}"
    meeting = f"{outcome['meeting']['title']}, {outcome['meeting']['on']}"
    return Part(said, " · ".join(filter(None, [one_line(meeting), source_named(outcome["source"])])))


def _closed(outcome: dict[str, Any]) -> str:
    if not outcome["closed_on"]:
        return ""
    return f"\n{outcome['status'].capitalize()} on {outcome['closed_on']}: {one_line(outcome['result'])}"
