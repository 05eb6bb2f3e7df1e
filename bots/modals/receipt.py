"""What stands in place of a form once it was recorded, and once that was undone."""

from collections.abc import Mapping
from typing import Any

from bots.blocks import context, section
from bots.modals.fields import plain_text
from bots.mrkdwn import fitted, linked

UNDO = "undo"
"""The button's action id; its value is the fact."""
_TOLD = "undo-told"


def receipt_view(
    sentences: list[str], page: str, by: str, event_id: str, also: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """In plain words, with its page; whoever recorded it may undo it here."""
    small = " · ".join(f"{name}: {value}" for name, value in {"recorded by": by, **(also or {})}.items())
    button = {"type": "button", "action_id": UNDO, "value": event_id, "text": plain_text("Undo")}
    return _view(
        "Recorded",
        by,
        [
            section(fitted("\n".join(sentences), 2_900)),
            section(linked("See it on its page", page)),
            context(fitted(small, 1_900)),
            {"type": "actions", "block_id": UNDO, "elements": [button]},
        ],
    )


def after_undo(view: Mapping[str, Any], words: str, *, undone: bool) -> dict[str, Any]:
    """The receipt with what became of it; once it is undone there is nothing more to press."""
    gone = {_TOLD, UNDO} if undone else {_TOLD}
    kept = [block for block in view["blocks"] if block.get("block_id") not in gone]
    told = section(fitted(words, 2_900)) | {"block_id": _TOLD}
    return _view("Undone" if undone else view["title"]["text"], recorded_by(view), [*kept, told])


def recorded_by(view: Mapping[str, Any]) -> str:
    """Whose receipt it is."""
    return str(view.get("private_metadata") or "")


def _view(title: str, by: str, blocks: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "modal",
        "private_metadata": by,
        "title": plain_text(title),
        "close": plain_text("Close"),
        "blocks": blocks,
    }
