"""Input blocks named after command fields, and the body that was filled in."""

from collections.abc import Iterable, Mapping
from typing import Any

from domain.errors import FieldError

VALUE = "value"
"""The action id in every block."""
Block = dict[str, Any]


def line(field: str, label: str, *, hint: str = "", initial: str = "", optional: bool = False) -> Block:
    """A line of text."""
    return _input(field, label, {"type": "plain_text_input", **_given(initial_value=initial)}, hint, optional)


def paragraph(field: str, label: str, *, hint: str = "", optional: bool = False) -> Block:
    """Some lines of text."""
    return _input(field, label, {"type": "plain_text_input", "multiline": True}, hint, optional)


def choice(
    field: str, label: str, options: Mapping[str, str], *, hint: str = "", initial: str = "", optional: bool = False
) -> Block:
    """One of a few words, shown as people say them."""
    shown = {value: {"text": plain_text(words), "value": value} for value, words in options.items()}
    element = {"type": "static_select", "options": list(shown.values()), **_given(initial_option=shown.get(initial))}
    return _input(field, label, element, hint, optional)


def several(field: str, label: str, options: Mapping[str, str], *, hint: str = "", optional: bool = False) -> Block:
    """Some of a number of words."""
    shown = [{"text": plain_text(words), "value": value} for value, words in options.items()]
    return _input(field, label, {"type": "multi_static_select", "options": shown}, hint, optional)


def money(field: str, label: str, *, hint: str = "Empty: not known.") -> list[Block]:
    """An amount and its currency."""
    return [
        line(f"{field}.amount", label, hint=f"Such as 200000.00. {hint}".strip(), optional=True),
        line(f"{field}.currency", "Its currency", hint="Such as EUR.", optional=True),
    ]


def tick(field: str, label: str, words: str) -> Block:
    """A yes, or nothing."""
    options = [{"text": plain_text(words), "value": "true"}]
    return _input(field, label, {"type": "checkboxes", "options": options}, "", optional=True)


def day(field: str, label: str, *, hint: str = "", optional: bool = False) -> Block:
    """A date."""
    return _input(field, label, {"type": "datepicker"}, hint, optional)


def plain_text(words: str) -> dict[str, str]:
    """Words that Slack shows as they are."""
    return {"type": "plain_text", "text": words}


def body(view: Mapping[str, Any]) -> dict[str, Any]:
    """What was filled in, by command field; what was left empty is left out, `money.amount` is nested."""
    filled: dict[str, Any] = {}
    for field, elements in view["state"]["values"].items():
        value = _value(elements[VALUE])
        if value is None:
            continue
        *outer, name = field.split(".")
        place = filled
        for part in outer:
            place = place.setdefault(part, {})
        place[name] = value
    return filled


def under_fields(errors: Iterable[FieldError], view: Mapping[str, Any]) -> dict[str, str]:
    """Each error under the input it is about; one about no input of this form stands under the first, named."""
    inputs = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    shown: dict[str, str] = {}
    for error in errors:
        block = _block_of(error.field, inputs)
        message = error.message if block or not error.field else f"{error.field}: {error.message}"
        place = block or inputs[0]
        shown[place] = f"{shown[place]} {message}" if place in shown else message
    return shown


def _block_of(field: str, inputs: list[str]) -> str | None:
    """`money` stands under `money.amount`, `nature[0]` under `nature`."""
    field = field.split("[", maxsplit=1)[0]
    if field in inputs:
        return field
    within = next((block for block in inputs if field and block.startswith(f"{field}.")), None)
    return within or (_block_of(field.rpartition(".")[0], inputs) if "." in field else None)


def _value(element: Mapping[str, Any]) -> Any:
    match element["type"]:
        case "plain_text_input":
            return (element["value"] or "").strip() or None
        case "multi_static_select":
            return [option["value"] for option in element["selected_options"] or []] or None
        case "static_select":
            return (element["selected_option"] or {}).get("value")
        case "checkboxes":
            return True if element["selected_options"] else None
        case "datepicker":
            return element["selected_date"]
    raise TypeError(f"no way to read {element['type']}")


def _input(field: str, label: str, element: Block, hint: str, optional: bool) -> Block:
    return {
        "type": "input",
        "block_id": field,
        "label": plain_text(label),
        "element": element | {"action_id": VALUE},
        "optional": optional,
        **_given(hint=plain_text(hint) if hint else None),
    }


def _given(**parts: Any) -> Block:
    return {name: part for name, part in parts.items() if part}
