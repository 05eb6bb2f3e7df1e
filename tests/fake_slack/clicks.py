"""A click on one element, as the action Slack sends for it."""

from typing import Any

from .errors import NotPossible
from .inputs import chosen
from .kit.walk import elements_of
from .records import Message, View

BUTTON_WORDS = ("text", "value", "style", "url")


def find(
    place: Message | View, action_id: str, value: Any = None, block_id: str | None = None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The block and the element with this action_id; where several have it, the button's value or the block tells."""
    everything = [(block, element) for block in place.blocks for element in elements_of(block)]
    here = [(block, e) for block, e in everything if e["action_id"] == action_id]
    if block_id is not None:
        here = [(block, e) for block, e in here if block["block_id"] == block_id]
    if value is not None:
        here = [(block, e) for block, e in here if e["type"] != "button" or e.get("value") == value]
    if len(here) != 1:
        known = [(block["block_id"], e["action_id"], e.get("value")) for block, e in everything]
        raise NotPossible(f"{len(here)} elements are {action_id!r} with value {value!r}; there is {known}")
    return here[0]


def tells_at_once(block: dict[str, Any]) -> None:
    if block["type"] == "input" and not block.get("dispatch_action"):
        raise NotPossible(f"{block['block_id']} tells nothing before the form is submitted")


def action(
    block: dict[str, Any], element: dict[str, Any], value: Any, state: dict[str, Any], ts: str
) -> dict[str, Any]:
    named = {"action_id": element["action_id"], "block_id": block["block_id"], "action_ts": ts}
    match element["type"]:
        case "button":
            told = {"type": "button", **{key: element[key] for key in BUTTON_WORDS if key in element}}
        case "overflow":
            told = {"type": "overflow", "selected_option": chosen(element, value, element["options"])}
        case _:
            told = state[block["block_id"]][element["action_id"]]
    return {**told, **named}
