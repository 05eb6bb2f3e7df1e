"""The form by which a pledge is recorded."""

from bots.modals import fields, named
from bots.modals.fields import Block
from bots.modals.form import Form, Given
from bots.wording import ARTICLES, CHANNELS, CIRCLES, EARMARKINGS, TIED
from domain.pledges.commands import MakePledge


def _blocks(given: Given) -> list[Block]:
    """An announced intent; what is signed and paid later is recorded on it."""
    return [
        fields.line("donor", "Donor", hint="A State or organisation, by name or code.", initial=given["donor"]),
        fields.line("state", "State supported", hint="By name or code.", initial=given["state"]),
        fields.choice("article", "Under which article", ARTICLES, optional=True),
        fields.line("request_id", "Request it answers", hint="The request's id.", optional=True),
        *fields.money("money", "Amount pledged"),
        fields.line("in_kind", "In kind", hint="Such as: two survey teams for a year.", optional=True),
        fields.day("from_on", "From", optional=True),
        fields.day("until", "Until", optional=True),
        fields.choice("earmarking", "How closely tied to a project", EARMARKINGS, optional=True),
        fields.choice("tied_status", "Where goods may be bought", TIED, optional=True),
        fields.choice("channel", "By which way", CHANNELS, optional=True),
        fields.line("via", "Through which organisation", optional=True),
        fields.line("match_ratio", "Match ratio", hint="Such as 1:1.", optional=True),
        fields.paragraph("conditions", "Conditions", optional=True),
        fields.day("occurred_on", "When it was announced", hint="Empty: today.", optional=True),
        fields.choice("visibility", "Who may see it", CIRCLES, hint="Empty: States Parties.", optional=True),
        fields.paragraph("note", "Note", optional=True),
    ]


FORM = Form(
    name="pledge",
    command=MakePledge.NAME,
    what="a pledge",
    title="Pledge of support",
    read=named.pair,
    blocks=_blocks,
)
