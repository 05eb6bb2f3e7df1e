"""An answer as a message: with what may be pressed under it, and what then comes in its place."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bots import messages
from bots.answer import Answer
from bots.blocks import Block, button, context
from bots.desk import Message
from bots.mrkdwn import fitted

ASK, PAGE, SHARE = "ask", "page", "share_here"
"""Action ids, the first two followed by what tells buttons of one message apart."""
MOST_OFFERED = 5
_QUESTION = 300
_CONTROL = re.compile(r"[\x00-\x1f]+")


@dataclass(frozen=True)
class Pressed:
    """The question under a button, and from which part on it is answered."""

    question: str
    start: int = 0

    @property
    def value(self) -> str:
        """As a button holds it: without control characters, which would be written as six letters each."""
        question = _CONTROL.sub(" ", self.question)
        return json.dumps({"question": question, "from": self.start}, ensure_ascii=False)

    @classmethod
    def of(cls, action: Mapping[str, Any]) -> "Pressed":
        """What was pressed; buttons to ask hold the question alone."""
        if not str(action["action_id"]).startswith((PAGE, SHARE)):
            return cls(str(action["value"]))
        held = json.loads(action["value"])
        return cls(held["question"], held["from"])


def answered(answer: Answer, asked: Pressed, *, shareable: bool) -> Message:
    """A page of the answer, with its buttons; `shareable` where others could see it, and do not yet."""
    shown = answer.from_part(asked.start)
    buttons = [button(f"{ASK}_{number}", each, each) for number, each in enumerate(answer.instead[:MOST_OFFERED])]
    back, on = ("Later", "Earlier") if answer.latest else ("Back", "Next 10")
    if shown.before is not None:
        buttons.append(button(f"{PAGE}_before", back, Pressed(asked.question, shown.before).value))
    if shown.next is not None:
        buttons.append(button(f"{PAGE}_next", on, Pressed(asked.question, shown.next).value))
    if shareable and answer.understood:
        buttons.append(button(SHARE, "Share here", asked.value))
    return Message(messages.said(answer).text, [*shown.blocks, *_row(buttons)])


def shared(answer: Answer, asked: Pressed, user: str, *, unseen: bool) -> Message:
    """The same page for all in a channel; `unseen`: who reads there is not known, so only what is public is in it."""
    message = answered(answer, asked, shareable=False)
    asker = f"<@{user}> asked: {fitted(asked.question, _QUESTION)}"
    why = " · I cannot see who reads here: invite me to show more." if unseen else ""
    pages = [block for block in message.blocks if block["type"] != "actions"]
    return Message(message.text, [*pages, context(asker + why)])


def _row(buttons: list[Block]) -> list[Block]:
    return [{"type": "actions", "block_id": "answer", "elements": buttons}] if buttons else []
