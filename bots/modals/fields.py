"""Input blocks named after command fields."""

from collections.abc import Mapping
from typing import Any

from bots.signs import shortened

VALUE = "value"
"""The action id in every block."""
LONGEST = 3_000
"""Characters that Slack takes in one input; a command takes more."""
LONGEST_OPTION, LONGEST_VALUE = 75, 150
Block = dict[str, Any]
Option = dict[str, Any]


def line(field: str, label: str, *, hint: str = "", optional: bool = False) -> Block:
    """A line of text."""
    return _input(field, label, {"type": "plain_text_input", "max_length": LONGEST}, hint, optional)


def paragraph(field: str, label: str, *, hint: str = "", optional: bool = False) -> Block:
    """Some lines of text."""
    element = {"type": "plain_text_input", "multiline": True, "max_length": LONGEST}
    return _input(field, label, element, hint, optional)


def choice(
    field: str, label: str, options: Mapping[str, str], *, hint: str = "", optional: bool = False, reveals: bool = False
) -> Block:
    """One of a few words, shown as people say them; `reveals`: other inputs come and go with it."""
    element = {"type": "static_select", "options": [option(words, value) for value, words in options.items()]}
    return _input(field, label, element, hint, optional, reveals=reveals)


def search(field: str, label: str, *, hint: str = "", optional: bool = False, letters: int = 1) -> Block:
    """One of many, offered as somebody types; from so many letters on."""
    return _input(field, label, {"type": "external_select", "min_query_length": letters}, hint, optional)


def several(field: str, label: str, options: Mapping[str, str], *, hint: str = "", optional: bool = False) -> Block:
    """Some of a number of words."""
    element = {"type": "multi_static_select", "options": [option(words, value) for value, words in options.items()]}
    return _input(field, label, element, hint, optional)


def money(field: str, label: str, *, hint: str = "Empty: not known.") -> list[Block]:
    """An amount and its currency."""
    return [
        line(f"{field}.amount", label, hint=f"Such as 200000.00. {hint}".strip(), optional=True),
        line(f"{field}.currency", "Its currency", hint="Such as EUR.", optional=True),
    ]


def tick(field: str, label: str, words: str, *, reveals: bool = False) -> Block:
    """A yes, or nothing."""
    element = {"type": "checkboxes", "options": [option(words, "true")]}
    return _input(field, label, element, "", optional=True, reveals=reveals)


def day(field: str, label: str, *, hint: str = "", optional: bool = False) -> Block:
    """A date."""
    return _input(field, label, {"type": "datepicker"}, hint, optional)


def option(words: str, value: str) -> Option:
    """Something to choose, on one line within what Slack shows."""
    text = plain_text(shortened(" ".join(words.split()), LONGEST_OPTION))
    return {"text": text | {"emoji": False}, "value": value}


def plain_text(words: str) -> dict[str, Any]:
    """Words that Slack shows as they are."""
    return {"type": "plain_text", "text": words}


def _input(field: str, label: str, element: Block, hint: str, optional: bool, *, reveals: bool = False) -> Block:
    return {
        "type": "input",
        "block_id": field,
        "label": plain_text(label),
        "element": element | {"action_id": VALUE},
        "optional": optional,
        **({"hint": plain_text(hint)} if hint else {}),
        **({"dispatch_action": True} if reveals else {}),
    }
