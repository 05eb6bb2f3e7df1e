"""What every form is made of: the word that opens it, the command it records, its inputs."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bots.desk import Desk, Recorded
from bots.modals import fields
from bots.modals.fields import Block
from bots.modals.filled_in import body
from bots.modals.standing import Standing, chosen_in, inputs_of, standing_in, values_of, with_standing
from bots.questions.typed import Words
from domain.actor import Actor

Read = Callable[[Words, Desk, Actor, Sequence[str]], Standing]
Receipt = Callable[[Mapping[str, Any], Recorded, str, Desk], dict[str, Any]]


@dataclass(frozen=True)
class Form:
    """`/ica NAME` opens it; `blocks` are inputs named as command fields."""

    name: str
    command: str
    what: str
    title: str
    read: Read
    """What stands in it from the start, by what the command named; the last is how it is used, for whoever slips."""
    blocks: Callable[[Mapping[str, Any]], list[Block]]
    """The inputs that make sense beside what is chosen so far."""
    shown_by: Mapping[str, str] = field(default_factory=dict)
    """The inputs that are not always there, each with the one that brings it."""
    receipt: Receipt | None = None
    """Its own words for what was recorded, where the fact's sentence is not enough."""

    def build(self, about: Mapping[str, Any], standing: Standing) -> dict[str, Any]:
        """The view; `about` is kept in it: `ref`, the source of what is recorded, and a `notice` above the inputs."""
        return self._view(json.dumps(about), about.get("notice"), standing)

    def changed(self, view: Mapping[str, Any]) -> dict[str, Any] | None:
        """The view as it should be after a choice, with all that was filled in; None where it is so already."""
        about = view.get("private_metadata") or "{}"
        wanted = self._view(about, json.loads(about).get("notice"), standing_in(view))
        shown = [[block["block_id"] for block in inputs_of(each)] for each in (wanted, view)]
        return None if shown[0] == shown[1] else wanted

    def parse(self, view: Mapping[str, Any]) -> dict[str, Any]:
        """The body of the command, as any door would send it, with where it is from."""
        filled = body(values_of(view), self.command)
        for money in (each for each in filled.values() if isinstance(each, dict)):
            if currency := money.get("currency"):
                money["currency"] = currency.upper()
        about = json.loads(view.get("private_metadata") or "{}")
        return filled | {"source": {"kind": "slack", "ref": about.get("ref") or view["id"]}}

    def _view(self, about: str, notice: str | None, standing: Standing) -> dict[str, Any]:
        told = [{"type": "context", "elements": [fields.plain_text(notice)]}] if notice else []
        return {
            "type": "modal",
            "callback_id": self.name,
            "private_metadata": about,
            "title": fields.plain_text(self.title),
            "submit": fields.plain_text("Record"),
            "close": fields.plain_text("Cancel"),
            "blocks": [*told, *with_standing(self.blocks(chosen_in(standing)), standing)],
        }
