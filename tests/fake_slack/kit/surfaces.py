"""Messages and views as wholes: what must stand in each, and how much of it."""

import json
from typing import Any

from ..errors import SlackError
from .blocks import IN_MESSAGES, IN_VIEWS, block_list
from .checks import Check, Problems, boolean, by_type, length, obj, one_of, string
from .objects import plain
from .rich import markdown_fits, one_table
from .walk import with_ids, words_of

MAX_TEXT = 4_000  # beyond it Slack refuses an update and splits a new message in two
MAX_BLOCK_TEXT = 13_200
MAX_VIEW_BYTES = 250_000

MESSAGE_BLOCKS = block_list(IN_MESSAGES, 50, 0, one_table, markdown_fits)
VIEW_BLOCKS = block_list(IN_VIEWS, 100, 1)

COMMON = {"private_metadata": string(3000, at_least=0), "callback_id": string(255), "external_id": string(255)}


def submit_for_inputs(view: dict[str, Any], at: str, problems: Problems) -> None:
    for number, block in enumerate(view["blocks"]):
        if block["type"] == "input" and "submit" not in view:
            problems.add("must define `submit` to use `input` block", f"{at}/blocks/{number}/input")


MODAL: Check = obj(
    {"type": one_of("modal"), "title": plain(24), "blocks": VIEW_BLOCKS},
    {**COMMON, "submit": plain(24), "close": plain(24), "clear_on_close": boolean, "notify_on_close": boolean},
    submit_for_inputs,
)
HOME: Check = obj({"type": one_of("home"), "blocks": VIEW_BLOCKS}, COMMON)


def check_text(text: Any) -> str:
    """The words for notifications and screen readers; blocks do not replace them."""
    if not isinstance(text, str) or not text.strip():
        raise SlackError("no_text", ["`text` must stand beside blocks [json-pointer:/text]"])
    if length(text) > MAX_TEXT:
        raise SlackError("msg_too_long", [f"must be less than {MAX_TEXT + 1} characters [json-pointer:/text]"])
    return text


def check_message_blocks(blocks: Any) -> list[dict[str, Any]]:
    """The blocks as Slack stores them, or its refusal."""
    if not isinstance(blocks, list):
        raise SlackError("invalid_blocks_format")
    problems = Problems()
    MESSAGE_BLOCKS(blocks, "/blocks", problems)
    if problems:
        raise SlackError("invalid_blocks", problems)
    if sum(map(length, words_of(blocks))) > MAX_BLOCK_TEXT:
        raise SlackError("msg_blocks_too_long")
    return with_ids(blocks)


def check_view(view: Any, kind: str) -> dict[str, Any]:
    """The view as Slack stores it, or its refusal."""
    problems = Problems()
    by_type({"modal": MODAL} if kind == "modal" else {"home": HOME})(view, "/view", problems)
    if problems:
        raise SlackError("invalid_arguments", ["failed to match all allowed schemas [json-pointer:/view]", *problems])
    if len(json.dumps(view, ensure_ascii=False).encode()) > MAX_VIEW_BYTES:
        raise SlackError("view_too_large")
    return {**view, "blocks": with_ids(view["blocks"])}
