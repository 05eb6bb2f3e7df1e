"""A whole surface filled in: every block by its id, required ones not left empty."""

from collections.abc import Mapping
from typing import Any

from .errors import NotPossible
from .inputs import fill, initial, is_empty
from .kit.elements import KEEP_STATE
from .kit.walk import elements_of

Block = dict[str, Any]
Element = dict[str, Any]
UNTOUCHED = object()


def fields_of(block: Block) -> list[Element]:
    """What keeps a value: not buttons and menus."""
    return [element for element in elements_of(block) if element["type"] in KEEP_STATE]


def state_values(blocks: list[Block], values: Mapping[str, Any], *, complete: bool) -> dict[str, dict[str, Any]]:
    """`state.values` of these blocks; `complete` refuses what is required and empty, as a client does on Submit.

    `values` names a block by its block_id; a block with several elements takes {action_id: value}.
    """
    fields = {block["block_id"]: fields for block in blocks if (fields := fields_of(block))}
    if unknown := sorted(set(values) - set(fields)):
        raise NotPossible(f"nothing to fill in at {unknown}; there is {sorted(fields)}")
    state = {block_id: _filled(elements, values.get(block_id, UNTOUCHED)) for block_id, elements in fields.items()}
    if complete:
        _nothing_required_is_empty(blocks, state)
    return state


def given_at(block: Block, element: Element, value: Any) -> dict[str, Any]:
    """The value of one element, as `values` of its block."""
    if element["type"] not in KEEP_STATE:
        return {}
    return {block["block_id"]: value if len(fields_of(block)) == 1 else {element["action_id"]: value}}


def external_fields(blocks: list[Block]) -> dict[str, Element]:
    """By block_id, the elements whose options come from the service."""
    known = {block["block_id"]: element for block in blocks for element in fields_of(block)}
    return {block_id: element for block_id, element in known.items() if "external_select" in element["type"]}


def _filled(elements: list[Element], given: Any) -> dict[str, Any]:
    if len(elements) == 1:
        given = {elements[0]["action_id"]: given}
    chosen = {} if given is UNTOUCHED else given
    return {each["action_id"]: _one(each, chosen.get(each["action_id"], UNTOUCHED)) for each in elements}


def _one(element: Element, given: Any) -> dict[str, Any]:
    return fill(element, initial(element) if given is UNTOUCHED else given)


def _nothing_required_is_empty(blocks: list[Block], state: dict[str, dict[str, Any]]) -> None:
    for block in blocks:
        required = block["type"] == "input" and not block.get("optional", False)
        if required and is_empty(state[block["block_id"]][block["element"]["action_id"]]):
            raise NotPossible(f"{block['block_id']} is required")
