"""The blocks, which surface takes which, and what must be unique among them."""

from collections import Counter
from typing import Any

from .checks import Check, Problems, at_least_one, boolean, by_type, exactly_one, listed, obj, one_of, string
from .elements import IMAGE, IN_ACTIONS, IN_INPUT, IN_SECTION, SLACK_FILE
from .objects import mrkdwn, plain, text
from .rich import BLOCK_ID, MARKDOWN, RICH_TEXT, TABLE
from .walk import elements_of

SECTION = obj(
    {"type": one_of("section")},
    {
        **BLOCK_ID,
        "text": text(3000),
        "fields": listed(text(2000), 10),
        "accessory": by_type(IN_SECTION),
        "expand": boolean,
    },
    at_least_one("text", "fields"),
)
IMAGE_BLOCK = obj(
    {"type": one_of("image"), "alt_text": string(2000)},
    {
        **BLOCK_ID,
        "title": plain(2000),
        "image_url": string(3000, like=r"https?://\S+"),
        "slack_file": SLACK_FILE,
    },
    exactly_one("image_url", "slack_file"),
)
INPUT = obj(
    {"type": one_of("input"), "label": plain(2000), "element": by_type(IN_INPUT)},
    {**BLOCK_ID, "hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
)
CONTEXT_ITEMS = by_type({"image": IMAGE, "plain_text": plain(2000), "mrkdwn": mrkdwn(2000)})

EVERYWHERE: dict[str, Check] = {
    "section": SECTION,
    "divider": obj({"type": one_of("divider")}, BLOCK_ID),
    "header": obj({"type": one_of("header"), "text": plain(150)}, BLOCK_ID),
    "context": obj({"type": one_of("context"), "elements": listed(CONTEXT_ITEMS, 10)}, BLOCK_ID),
    "actions": obj({"type": one_of("actions"), "elements": listed(by_type(IN_ACTIONS), 25)}, BLOCK_ID),
    "image": IMAGE_BLOCK,
    "input": INPUT,
    "rich_text": RICH_TEXT,
}
IN_MESSAGES = {**EVERYWHERE, "markdown": MARKDOWN, "table": TABLE}
IN_VIEWS = EVERYWHERE


def ids_differ(blocks: list[dict[str, Any]], at: str, problems: Problems) -> None:
    """A block_id is unique on its surface, an action_id in its block."""
    counted = Counter(block["block_id"] for block in blocks if "block_id" in block)
    for number, block in enumerate(blocks):
        if counted[block.get("block_id")] > 1:
            problems.add(f"`block_id` already exists: {block['block_id']}", f"{at}/{number}/block_id")
        actions = [element["action_id"] for element in elements_of(block) if "action_id" in element]
        if len(actions) != len(set(actions)):
            problems.add("`action_id` already exists for this block", f"{at}/{number}/elements")


def one_focus(blocks: list[dict[str, Any]], at: str, problems: Problems) -> None:
    """The cursor starts in one place."""
    if sum(element.get("focus_on_load", False) for block in blocks for element in elements_of(block)) > 1:
        problems.add("only one element can have focus_on_load", at)


def block_list(kinds: dict[str, Check], at_most: int, at_least: int, *rules: Check) -> Check:
    """All blocks of a surface: each alone, then together."""
    each = listed(by_type(kinds), at_most, at_least)

    def check(value: Any, at: str, problems: Problems) -> None:
        before = len(problems)
        each(value, at, problems)
        if len(problems) == before:
            for rule in (ids_differ, one_focus, *rules):
                rule(value, at, problems)

    return check
