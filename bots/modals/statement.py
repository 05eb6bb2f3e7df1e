"""The form by which something said at a meeting is recorded."""

from bots.modals import fields, named
from bots.modals.fields import Block
from bots.modals.form import Form, Given
from bots.wording import ACCESS_ISSUES, ATTRIBUTIONS, CHALLENGES, CIRCLES, GROUPS
from domain.meetings.spoken_commands import RecordStatement


def _blocks(given: Given) -> list[Block]:
    """A speaker is kept for a named statement only; words that would name one are refused until confirmed."""
    return [
        fields.choice("meeting_id", "At which meeting", given["meetings"]),
        fields.paragraph("text", "What was said"),
        fields.choice("attribution", "How it is attributed", ATTRIBUTIONS),
        fields.line("speaker", "Who spoke", hint="For a named statement only.", optional=True),
        fields.choice("group", "Which group", GROUPS, hint="For a statement of a group only.", optional=True),
        fields.tick(
            "confirmed_anonymous", "Words that may name the speaker", "I read them again: they may stay as they are"
        ),
        fields.several("challenges", "Challenges it speaks of", CHALLENGES, optional=True),
        fields.several("access_issues", "Issues of access to assistance", ACCESS_ISSUES, optional=True),
        fields.day("occurred_on", "When it was said", hint="Empty: the day of the meeting.", optional=True),
        fields.choice("visibility", "Who may see it", CIRCLES, hint="Empty: as the meeting.", optional=True),
        fields.paragraph("note", "Note", optional=True),
    ]


FORM = Form(
    name="statement",
    command=RecordStatement.NAME,
    what="a statement",
    title="Said at a meeting",
    read=named.meetings,
    blocks=_blocks,
)
