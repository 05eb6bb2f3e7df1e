"""`brief LAO`: a State in short, before the meeting."""

from typing import Any

from bots.answer import Answer
from bots.blocks import Part
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes
from bots.wording import begun, counted, listed, one_line, support
from domain.names import party_name

VERB = "brief"
ABOUT = "A State in short: situation, deadlines and outlook, open requests, support and shifts, whom to ask."
USAGE = ("brief LAO", "brief Lao PDR as of 2026-01-31")
_STATUSES = {"party": "State Party", "signatory": "Signatory", "withdrawn": "Withdrawn", "none": "No act on record"}
SOON = 5
"""So many deadlines are told."""


def answer(asked: Filters, asker: Asker) -> Answer:
    """What the page tells in full."""
    assert asked.state
    told, _ = asker.queries.briefing(asker.viewer, asked.state, asked.moment)
    parts = [*_due(told), *_requests(told), *_support(told, asked.state), *_others(told)]
    return Answer(
        VERB,
        f"{party_name(asked.state)}: {_standing(told['situation']['membership'])}",
        tuple(Part(each) for each in parts),
        notes(asked, asker),
        page(asker.base_url, "states", asked.state, "briefing", asked=asked, by=()),
    )


def _standing(joined: dict[str, Any]) -> str:
    force = f", in force since {joined['entry_into_force']}" if joined["entry_into_force"] else ""
    leaves = (
        f", withdrawal with effect on {joined['withdrawal_effective_on']}" if joined["withdrawal_effective_on"] else ""
    )
    return f"{_STATUSES[joined['status']]}{force}{leaves}."


def _due(told: dict[str, Any]) -> list[str]:
    said = [
        f"{each['due_on'] or each['basis']}  {each['kind'].replace('_', ' ')} (Article {each['article']}), "
        f"outlook: {str(each['outlook']).replace('_', ' ')}"
        for each in told["obligations"]
        if each["status"] != "met"
    ]
    known = {each["id"] for each in told["obligations"]}
    rest = [each for each in told["deadlines"] if each["id"] not in known]
    said += [f"{each['due_on']}  {each['kind'].replace('_', ' ')}" for each in rest[:SOON]]
    return said or ["Nothing is due, as far as is on record."]


def _requests(told: dict[str, Any]) -> list[str]:
    return [
        f"Open request, Article {each['article']}: {one_line(each['need'])} "
        f"({each['completeness']['score']} % ready{_lacks(each['completeness']['missing'])})"
        for each in told["open_requests"]
    ] or ["No open request is on record."]


def _lacks(missing: list[str]) -> str:
    return f", lacks {listed([each.replace('_', ' ') for each in missing])}" if missing else ""


def _support(told: dict[str, Any], state: str) -> list[str]:
    totals = told["support"]["totals"]
    said = [f"Support ({counted(totals['pledges'], 'pledge')}): {support(totals, None, state)}."]
    waiting = [each for each in told["shifts"] if each["unexplained"]]
    said += [f"{each['occurred_on']}  {each['decision']}" for each in told["shifts"]]
    if waiting:
        said.append(f"{begun(counted(len(waiting), 'shift'))} waiting for the donor's reason.")
    return said


def _others(told: dict[str, Any]) -> list[str]:
    said = [
        f"Coalition until {each['until']}: {one_line(each['goal'])} "
        f"({listed([party_name(one) for one in filter(None, [each['lead'], *each['partners']])] or ['nobody left'])})"
        for each in told["coalitions"]
    ]
    return [
        *said,
        *(
            f"{party_name(each['donor'])} was last in contact on {each['last_contact_on']}."
            for each in told["last_contacts"]
        ),
    ]
