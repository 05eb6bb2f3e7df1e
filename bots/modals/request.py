"""The form by which a State asks for assistance."""

from collections.abc import Mapping
from typing import Any

from bots.modals import fields, named
from bots.modals.fields import Block
from bots.modals.form import Form
from bots.wording import ARTICLES, CIRCLES, NATURES
from domain.requests.commands import SubmitRequest


def _blocks(_chosen: Mapping[str, Any]) -> list[Block]:
    """In the order in which a donor reads a request."""
    return [
        fields.search("state", "State that asks", hint="Type its name or code."),
        fields.choice("article", "Under which article", ARTICLES, hint="A need under two articles is two requests."),
        fields.several("nature", "What kind of assistance", NATURES),
        fields.paragraph("need", "What is needed", hint="Partners answer specific requests."),
        *fields.money("money", "Amount sought"),
        fields.paragraph(
            "budget", "Budget", hint="A line each, such as Survey teams (2027): 100000.00 EUR.", optional=True
        ),
        fields.day("from_on", "From", optional=True),
        fields.day("until", "Until", optional=True),
        fields.line("plan_id", "Plan it serves", hint="The plan's id.", optional=True),
        *fields.money("national_investment", "What the State itself puts in", hint="Donors often match it 1:1."),
        fields.line("match_sought", "Match sought", hint="Such as 1:1.", optional=True),
        fields.day("occurred_on", "When it was asked", hint="Empty: today.", optional=True),
        fields.choice("visibility", "Who may see it", CIRCLES, hint="Empty: States Parties.", optional=True),
        fields.paragraph("note", "Note", optional=True),
    ]


FORM = Form(
    name="request",
    command=SubmitRequest.NAME,
    what="a request",
    title="Request for assistance",
    read=named.state,
    blocks=_blocks,
)
