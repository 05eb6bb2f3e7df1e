"""Walks through blocks: their elements, their words, the ids that Slack gives where the app gave none."""

import copy
import itertools
from collections.abc import Iterator
from typing import Any

Block = dict[str, Any]

_numbers = itertools.count(1)


def elements_of(block: Block) -> list[dict[str, Any]]:
    """What a person can touch in this block."""
    match block["type"]:
        case "section":
            return [block["accessory"]] if block.get("accessory", {}).get("type", "image") != "image" else []
        case "actions":
            return list(block["elements"])
        case "input":
            return [block["element"]]
        case _:
            return []


def with_ids(blocks: list[Block]) -> list[Block]:
    """A copy as Slack stores it: every block and every element has an id."""
    stored = copy.deepcopy(blocks)
    for block in stored:
        block.setdefault("block_id", f"gen{next(_numbers):03d}")
        for element in elements_of(block):
            element.setdefault("action_id", f"gen{next(_numbers):03d}")
    return stored


def words_of(part: Any) -> Iterator[str]:
    """Every piece of text a person can read in these blocks."""
    if isinstance(part, list):
        for item in part:
            yield from words_of(item)
    elif isinstance(part, dict):
        for key, item in part.items():
            if isinstance(item, str) and key in ("text", "alt_text"):
                yield item
            elif not isinstance(item, str):
                yield from words_of(item)
