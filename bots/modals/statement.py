"""The form by which something said at a meeting is recorded."""

from collections.abc import Mapping
from typing import Any

from bots.modals import fields, named
from bots.modals.fields import Block
from bots.modals.form import Form
from bots.wording import ACCESS_ISSUES, ATTRIBUTIONS, CHALLENGES, CIRCLES, GROUPS
from domain.meeting_words import Attribution
from domain.meetings.spoken_commands import RecordStatement


def _blocks(chosen: Mapping[str, Any]) -> list[Block]:
    """A speaker is kept for a named statement only; words that would name one are refused until confirmed."""
    return [
        fields.search("meeting_id", "At which meeting", letters=0),
        fields.paragraph("text", "What was said"),
        fields.choice("attribution", "How it is attributed", ATTRIBUTIONS, reveals=True),
        *_whose(chosen.get("attribution")),
        fields.several("challenges", "Challenges it speaks of", CHALLENGES, optional=True),
        fields.several("access_issues", "Issues of access to assistance", ACCESS_ISSUES, optional=True),
        fields.day("occurred_on", "When it was said", hint="Empty: the day of the meeting.", optional=True),
        fields.choice("visibility", "Who may see it", CIRCLES, hint=named.AS_THE_MEETING, optional=True),
        fields.paragraph("note", "Note", optional=True),
    ]


def _whose(attribution: str | None) -> list[Block]:
    """Who spoke, or of which group; where nobody is to be named, that the words name nobody."""
    speaker = fields.search(
        "speaker", "Who spoke", hint="First those who attended; type any other name.", optional=True, letters=0
    )
    group = fields.choice("group", "Which group", GROUPS, optional=True)
    confirmed = fields.tick(
        "confirmed_anonymous", "Words that may name the speaker", "I read them again: they may stay as they are"
    )
    match attribution:
        case Attribution.NAMED:
            return [speaker]
        case Attribution.GROUP:
            return [group, confirmed]
        case Attribution.WITHHELD:
            return [confirmed]
    return []


FORM = Form(
    name="statement",
    command=RecordStatement.NAME,
    what="a statement",
    title="Said at a meeting",
    read=named.meeting,
    blocks=_blocks,
    shown_by=dict.fromkeys(("speaker", "group", "confirmed_anonymous"), "attribution"),
)
