"""What was filled into a form, read as the body of its command, whatever kind of input it stood in."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, get_args, get_origin

from bots.message_words import words_of_rich_text
from bots.modals import lines
from domain.command import COMMANDS
from domain.parsing import body_fields

Element = Mapping[str, Any]
_HELD = (
    "value", "selected_date", "selected_time", "selected_user", "selected_channel", "selected_conversation",
)  # fmt: skip
_SEVERAL = ("selected_options", "selected_users", "selected_channels", "selected_conversations")


def body(values: Mapping[str, Mapping[str, Element]], command: str) -> dict[str, Any]:
    """By command field; what was left empty is left out, `money.amount` is nested."""
    filled: dict[str, Any] = {}
    for field, elements in values.items():
        element = element_of(elements)
        value = value_of(element) if element else None
        if value is None:
            continue
        *outer, name = field.split(".")
        place = filled
        for part in outer:
            place = place.setdefault(part, {})
        place[name] = value if outer else _as_taken(value, command, field)
    return filled


def element_of(elements: Mapping[str, Element]) -> Element | None:
    """A block's only element, whatever it is called; of several, the one that was filled in."""
    known = [element for element in elements.values() if isinstance(element, Mapping)]
    return next((each for each in known if value_of(each) is not None), known[0] if known else None)


def value_of(element: Element) -> Any:
    """Text, a word, a date, or a list of words; None where nothing was filled in."""
    if element.get("selected_option"):
        return element["selected_option"]["value"]
    if element.get("selected_date_time"):
        return datetime.fromtimestamp(element["selected_date_time"], UTC).date().isoformat()
    if element.get("rich_text_value"):
        return words_of_rich_text([element["rich_text_value"]]) or None
    for key in _SEVERAL:
        if element.get(key):
            return [each["value"] if isinstance(each, Mapping) else each for each in element[key]]
    return next((str(element[key]).strip() for key in _HELD if str(element.get(key) or "").strip()), None)


def _as_taken(value: Any, command: str, field: str) -> Any:
    """A list where the command takes one, a yes where it takes that, one word where it takes one."""
    if field not in body_fields(COMMANDS[command]):
        return value
    kind = body_fields(COMMANDS[command])[field][1]
    kinds = {kind, *get_args(kind)}
    if listed := next((each for each in kinds if get_origin(each) is tuple), None):
        return value if isinstance(value, list) else _listed(value, get_args(listed)[0])
    if isinstance(value, list):
        return True if bool in kinds else value[0]
    return value


def _listed(text: str, kind: type) -> list[Any]:
    read = lines.READ.get(kind)
    return [read(line) if read else line for line in lines.lines_of(text)]
