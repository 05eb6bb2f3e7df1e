"""What every form is made of: the word that opens it, the command it records, its inputs."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bots.desk import Desk, Recorded
from bots.modals import fields
from bots.modals.fields import Block
from bots.questions.typed import Words
from domain.actor import Actor

Given = Mapping[str, Any]
"""What is filled in from the start, by field; and what can be chosen, such as `meetings`."""
Receipt = Callable[[Mapping[str, Any], Recorded, str, Desk], dict[str, Any]]


@dataclass(frozen=True)
class Form:
    """`/ica NAME` opens it; `blocks` are inputs named as command fields."""

    name: str
    command: str
    what: str
    title: str
    read: Callable[[Words, Desk, Actor, Sequence[str]], Given]
    """What the command named; the last is how it is used, for whoever slips."""
    blocks: Callable[[Given], list[Block]]
    receipt: Receipt | None = None
    """Its own words for what was recorded, where the fact's sentence is not enough."""

    def build(self, opened: str, given: Given) -> dict[str, Any]:
        """The view; `opened` is the moment, as Slack writes moments: the source of what is recorded."""
        return {
            "type": "modal",
            "callback_id": self.name,
            "private_metadata": json.dumps({"opened": opened}),
            "title": fields.plain_text(self.title),
            "submit": fields.plain_text("Record"),
            "close": fields.plain_text("Cancel"),
            "blocks": self.blocks(given),
        }

    def parse(self, view: Mapping[str, Any]) -> dict[str, Any]:
        """The body of the command, as any door would send it, but for where it is from."""
        body = fields.body(view)
        for money in (each for each in body.values() if isinstance(each, dict)):
            if currency := money.get("currency"):
                money["currency"] = currency.upper()
        return body | {"source": {"kind": "slack", "ref": json.loads(view["private_metadata"])["opened"]}}
