"""The form by which a change in support is explained, when its reason comes late."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from bots.audiences import alone
from bots.desk import Desk
from bots.modals import fields, named, reasons
from bots.modals.fields import Block
from bots.modals.form import Form
from bots.modals.offered.support import shifted
from bots.modals.standing import Standing
from bots.questions.asker import WHOLE
from bots.questions.refusals import NotUnderstood
from bots.questions.typed import Words, key
from bots.wording import CIRCLES
from domain.actor import Actor
from domain.pledges.shift_commands import ExplainShift
from projections.filters import ShiftFilter
from projections.moment import Moment

FEWEST = 6
"""Characters by which a shift is named."""


def _read(words: Words, desk: Desk, actor: Actor, usage: Sequence[str]) -> Standing:
    """The shift whose id begins as the command says."""
    if not words.rest:
        return {}
    begins = key(words.take())
    named.check_read(words, usage)
    return of_shift(begins, desk, actor, usage)


def of_shift(begins: str, desk: Desk, actor: Actor, usage: Sequence[str] = ()) -> Standing:
    """The one shift that this person may see whose id begins so; raises NotUnderstood."""
    every = desk.queries.shifts(alone(actor), ShiftFilter(), WHOLE, Moment()).items
    found = [shift for each in every if (shift := orjson.loads(each))["id"].startswith(begins)]
    if len(begins) < FEWEST or not found:
        raise NotUnderstood(f"No shift on record begins with “{begins}”: see `/ica shifts unexplained`.", usage=usage)
    if len(found) > 1:
        raise NotUnderstood("Several shifts begin so.", [f"/ica explain {each['id']}" for each in found])
    return {"shift_id": shifted(found[0])}


def _blocks(_chosen: Mapping[str, Any]) -> list[Block]:
    """Only the donor's own word closes a shift that waits; others' accounts stand beside it."""
    return [
        fields.search("shift_id", "Which change in support", hint="First those that wait.", letters=0),
        reasons.reason(),
        reasons.whose_words(),
        reasons.in_words(),
        fields.day("occurred_on", "When it was explained", hint="Empty: today.", optional=True),
        fields.choice(
            "visibility", "Who may see it", CIRCLES, hint="Empty: as the shift; an inference: Coordinators.",
            optional=True,
        ),
        fields.paragraph("note", "Note", optional=True),
    ]  # fmt: skip


FORM = Form(
    name="explain",
    command=ExplainShift.NAME,
    what="an explanation",
    title="Why support changed",
    read=_read,
    blocks=_blocks,
)
