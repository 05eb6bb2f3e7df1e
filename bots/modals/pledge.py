"""The form by which a pledge is recorded."""

from collections.abc import Mapping
from typing import Any

from bots.modals import fields, named
from bots.modals.fields import Block
from bots.modals.form import Form
from bots.wording import ARTICLES, CHANNELS, CIRCLES, EARMARKINGS, TIED
from domain.pledges.commands import MakePledge
from domain.words import Channel

_PASSED_ON = "Where it passes on what another donor pledged."


def _blocks(chosen: Mapping[str, Any]) -> list[Block]:
    """An announced intent; what is signed and paid later is recorded on it."""
    return [
        fields.search("donor", "Donor", hint="A State or organisation: type its name or code."),
        fields.search("state", "State supported", hint="Type its name or code."),
        fields.choice("article", "Under which article", ARTICLES, optional=True),
        fields.search(
            "request_id", "Request it answers", hint="Of this State, where one is chosen.", optional=True, letters=0
        ),
        *fields.money("money", "Amount pledged"),
        fields.paragraph(
            "tranches", "By the year", hint="A line for each year, such as 2027: 100000.00 EUR.", optional=True
        ),
        fields.line("in_kind", "In kind", hint="Such as: two survey teams for a year.", optional=True),
        fields.day("from_on", "From", optional=True),
        fields.day("until", "Until", optional=True),
        fields.choice("earmarking", "How closely tied to a project", EARMARKINGS, optional=True),
        fields.choice("tied_status", "Where goods may be bought", TIED, optional=True),
        fields.choice("channel", "By which way", CHANNELS, optional=True, reveals=True),
        *([fields.search("via", "Through which organisation", optional=True)] if _passes_on(chosen) else []),
        fields.line("match_ratio", "Match ratio", hint="Such as 1:1.", optional=True),
        fields.paragraph("conditions", "Conditions", optional=True),
        fields.line("authorised_by", "Who authorised it", hint="Such as a ministry or parliament.", optional=True),
        fields.search("parent_pledge_id", "Part of which pledge", hint=_PASSED_ON, optional=True, letters=0),
        fields.day("occurred_on", "When it was announced", hint="Empty: today.", optional=True),
        fields.choice("visibility", "Who may see it", CIRCLES, hint="Empty: States Parties.", optional=True),
        fields.paragraph("note", "Note", optional=True),
    ]


def _passes_on(chosen: Mapping[str, Any]) -> bool:
    """Whether somebody stands between the donor and the State."""
    return str(chosen.get("channel", Channel.BILATERAL)) != Channel.BILATERAL


FORM = Form(
    name="pledge",
    command=MakePledge.NAME,
    what="a pledge",
    title="Pledge of support",
    read=named.pair,
    blocks=_blocks,
    shown_by={"via": "channel"},
)
