"""What stands in a form: set when it opens, read when something in it changes."""

from collections.abc import Iterable, Mapping
from typing import Any

from bots.modals.fields import LONGEST, Block, Option, option
from bots.modals.filled_in import element_of, value_of
from bots.mrkdwn import typed
from bots.signs import beginning

Standing = Mapping[str, Any]
"""By input: text, a word, a date, a list of words; of what is offered as somebody types, the option."""
_KEPT = ("initial_value", "initial_date", "initial_option", "initial_options")


def standing_in(view: Mapping[str, Any]) -> dict[str, Any]:
    """What a person sees in the form now: what was filled in, else what stood there when it opened."""
    at_first = {block["block_id"]: _initial_of(block["element"]) for block in inputs_of(view)}
    filled = {field: _shown(element_of(elements)) for field, elements in values_of(view).items()}
    return {field: value for field, value in (at_first | filled).items() if value}


def chosen_in(standing: Standing) -> dict[str, Any]:
    """The same as a command takes it: of an option, its value."""
    return {field: _plain(value) for field, value in standing.items() if value}


def with_standing(blocks: Iterable[Block], standing: Standing) -> list[Block]:
    """The inputs with what stands in them."""
    return [_with(block, standing.get(block.get("block_id", ""))) for block in blocks]


def inputs_of(view: Mapping[str, Any]) -> list[Block]:
    """The blocks of a form that take something, in their order."""
    return [block for block in view.get("blocks") or () if block["type"] == "input"]


def values_of(view: Mapping[str, Any]) -> Mapping[str, Any]:
    """What Slack says stands in each block, by its elements."""
    return (view.get("state") or {}).get("values") or {}


def _shown(element: Mapping[str, Any] | None) -> Any:
    if element and element.get("type") == "external_select":
        return _as_offered(element.get("selected_option"))
    return value_of(element) if element else None


def _as_offered(chosen: Option | None) -> Option | None:
    """Slack sends back the words of an option escaped; shown again they are plain."""
    return option(typed(chosen["text"]["text"]), chosen["value"]) if chosen else None


def _initial_of(element: Block) -> Any:
    value = next((element[key] for key in _KEPT if key in element), None)
    if element["type"] == "external_select" or not isinstance(value, dict | list):
        return value
    return [each["value"] for each in value] if isinstance(value, list) else value["value"]


def _plain(value: Any) -> Any:
    return value["value"] if isinstance(value, dict) else value


def _with(block: Block, value: Any) -> Block:
    if block["type"] != "input" or not value:
        return block
    return block | {"element": block["element"] | _initial(block["element"], value)}


def _initial(element: Block, value: Any) -> dict[str, Any]:
    """In the words of the element; a word that it does not offer is left out."""
    several = value if isinstance(value, list) else [_plain(value)]
    match element["type"]:
        case "plain_text_input":
            return {"initial_value": beginning(str(several[0]), LONGEST)}
        case "datepicker":
            return {"initial_date": several[0]}
        case "external_select":
            return {"initial_option": value if isinstance(value, dict) else option(several[0], several[0])}
        case "static_select":
            offered = _among(element, several)
            return {"initial_option": offered[0]} if offered else {}
        case _:
            offered = _among(element, several)
            return {"initial_options": offered} if offered else {}


def _among(element: Block, values: list[str]) -> list[Option]:
    return [each for each in element["options"] if each["value"] in values]
