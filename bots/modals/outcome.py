"""The form by which something a meeting settled is recorded."""

from collections.abc import Mapping
from typing import Any

from bots.modals import fields, named
from bots.modals.fields import Block
from bots.modals.form import Form
from bots.wording import CIRCLES
from domain.meetings.spoken_commands import RecordOutcome


def _blocks(_chosen: Mapping[str, Any]) -> list[Block]:
    """What is to be done, by whom and until when."""
    return [
        fields.search("meeting_id", "At which meeting", letters=0),
        fields.paragraph("text", "What was settled"),
        fields.search("owner", "Who carries it forward", hint="A State or organisation.", optional=True),
        fields.day("due_on", "By when", hint="Its owner is reminded.", optional=True),
        fields.line("about", "What it is about", hint="The id of a request, a pledge or another thing.", optional=True),
        fields.day("occurred_on", "When it was settled", hint="Empty: the day of the meeting.", optional=True),
        fields.choice("visibility", "Who may see it", CIRCLES, hint=named.AS_THE_MEETING, optional=True),
        fields.paragraph("note", "Note", optional=True),
    ]


FORM = Form(
    name="outcome",
    command=RecordOutcome.NAME,
    what="an outcome",
    title="Settled at a meeting",
    read=named.meeting,
    blocks=_blocks,
)
