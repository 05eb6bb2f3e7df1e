"""The form by which a contact with a donor is recorded."""

from collections.abc import Mapping
from typing import Any

from bots.modals import fields, named
from bots.modals.fields import Block
from bots.modals.form import Form
from bots.wording import CIRCLES, CONTACTS
from domain.contacts.commands import RecordContact


def _blocks(_chosen: Mapping[str, Any]) -> list[Block]:
    """Who was kept informed, when and how."""
    return [
        fields.search("donor", "Donor", hint="A State or organisation: type its name or code."),
        fields.search("state", "About which State", hint="Type its name or code."),
        fields.choice("kind", "What kind of contact", CONTACTS),
        fields.day("on", "When"),
        fields.paragraph("text", "What was told", optional=True),
        fields.choice("visibility", "Who may see it", CIRCLES, hint="Empty: States Parties.", optional=True),
        fields.paragraph("note", "Note", optional=True),
    ]


FORM = Form(
    name="contact",
    command=RecordContact.NAME,
    what="a contact",
    title="Contact with a donor",
    read=named.pair,
    blocks=_blocks,
)
