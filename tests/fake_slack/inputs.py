"""What a person fills in, element by element, as it stands in `state.values`; a client refuses the rest."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from .errors import NotPossible
from .kit.choices import options_of

Element = dict[str, Any]


def typed_text(element: Element, value: Any) -> dict[str, Any]:
    if value in (None, ""):
        return {"value": None}
    if not isinstance(value, str):
        raise NotPossible(f"{element['action_id']}: a person types text, not {value!r}")
    if not element.get("min_length", 0) <= len(value) <= element.get("max_length", 3000):
        raise NotPossible(f"{element['action_id']}: {len(value)} characters are not allowed here")
    return {"value": value}


def typed_number(element: Element, value: Any) -> dict[str, Any]:
    if value in (None, ""):
        return {"value": None}
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise NotPossible(f"{element['action_id']}: {value!r} is not a number") from None
    if not element["is_decimal_allowed"] and number != number.to_integral_value():
        raise NotPossible(f"{element['action_id']}: no decimals are allowed here")
    low, high = element.get("min_value"), element.get("max_value")
    if (low is not None and number < Decimal(low)) or (high is not None and number > Decimal(high)):
        raise NotPossible(f"{element['action_id']}: {value} is out of range")
    return {"value": str(value)}


def typed_address(element: Element, value: Any) -> dict[str, Any]:
    pattern = r"[^@\s]+@[^@\s]+" if element["type"] == "email_text_input" else r"https?://\S+"
    if value not in (None, "") and not re.fullmatch(pattern, str(value)):
        raise NotPossible(f"{element['action_id']}: {value!r} is not an address")
    return {"value": value or None}


def chosen(element: Element, value: Any, offered: list[dict[str, Any]]) -> dict[str, Any]:
    """One option, named by its value, by the words shown, or as the whole option."""
    fits = [option for option in offered if value in (option, option["value"], option["text"]["text"])]
    if len(fits) != 1:
        raise NotPossible(f"{element['action_id']}: {value!r} names {len(fits)} of the options offered")
    return fits[0]


def one_option(element: Element, value: Any) -> dict[str, Any]:
    return {"selected_option": None if value is None else chosen(element, value, options_of(element))}


def offered_option(element: Element, value: Any) -> dict[str, Any]:
    """An option the service itself offered."""
    return {"selected_option": value}


def offered_options(element: Element, value: Any) -> dict[str, Any]:
    return {"selected_options": value or []}


def several_options(element: Element, value: Any) -> dict[str, Any]:
    values = [] if value is None else [value] if isinstance(value, str | dict) else list(value)
    if len(values) > element.get("max_selected_items", 100):
        raise NotPossible(f"{element['action_id']}: too many options chosen")
    return {"selected_options": [chosen(element, each, options_of(element)) for each in values]}


def picked_date(element: Element, value: Any) -> dict[str, Any]:
    try:
        return {"selected_date": None if value is None else date.fromisoformat(str(value)).isoformat()}
    except ValueError:
        raise NotPossible(f"{element['action_id']}: {value!r} is not a date") from None


def as_is(key: str, empty: Any = None) -> Callable[[Element, Any], dict[str, Any]]:
    return lambda _, value: {key: empty if value is None else value}


FILL: dict[str, Callable[[Element, Any], dict[str, Any]]] = {
    "plain_text_input": typed_text,
    "number_input": typed_number,
    "email_text_input": typed_address,
    "url_text_input": typed_address,
    "static_select": one_option,
    "external_select": offered_option,
    "radio_buttons": one_option,
    "multi_static_select": several_options,
    "multi_external_select": offered_options,
    "checkboxes": several_options,
    "datepicker": picked_date,
    "timepicker": as_is("selected_time"),
    "datetimepicker": as_is("selected_date_time"),
    "users_select": as_is("selected_user"),
    "channels_select": as_is("selected_channel"),
    "conversations_select": as_is("selected_conversation"),
    "multi_users_select": as_is("selected_users", []),
    "multi_channels_select": as_is("selected_channels", []),
    "multi_conversations_select": as_is("selected_conversations", []),
}


def initial(element: Element) -> Any:
    """What stands there before anyone touches it."""
    return next((value for key, value in element.items() if key.startswith("initial_")), None)


def fill(element: Element, value: Any) -> dict[str, Any]:
    return {"type": element["type"], **FILL[element["type"]](element, value)}


def is_empty(filled: dict[str, Any]) -> bool:
    return all(value in (None, "", []) for key, value in filled.items() if key != "type")
