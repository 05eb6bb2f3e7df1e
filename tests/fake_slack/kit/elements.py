"""The other elements: buttons, images, fields to type in, dates; and which block may hold which element."""

from typing import Any

from .checks import Check, Problems, boolean, exactly_one, integer, obj, one_of, string
from .choices import CHOICES
from .objects import CONFIRM, DISPATCH_CONFIG, plain

NUMBER = string(40, like=r"-?\d+(\.\d+)?")
TYPED = {
    "action_id": string(255),
    "placeholder": plain(150),
    "dispatch_action_config": DISPATCH_CONFIG,
    "focus_on_load": boolean,
}
PICKED = {"action_id": string(255), "confirm": CONFIRM, "focus_on_load": boolean}


def lengths_agree(element: dict[str, Any], at: str, problems: Problems) -> None:
    shortest, longest = element.get("min_length", 0), element.get("max_length", 3000)
    if shortest > longest:
        problems.add("min_length is more than max_length", at)
    if len(element.get("initial_value", "")) > longest:
        problems.add("initial_value is longer than max_length", f"{at}/initial_value")


def one_image(value: dict[str, Any], at: str, problems: Problems) -> None:
    exactly_one("image_url", "slack_file")(value, at, problems)


SLACK_FILE = obj({}, {"id": string(255), "url": string(3000)}, exactly_one("id", "url"))
IMAGE = obj(
    {"type": one_of("image"), "alt_text": string(2000)},
    {"image_url": string(3000, like=r"https?://\S+"), "slack_file": SLACK_FILE},
    one_image,
)
BUTTON = obj(
    {"type": one_of("button"), "text": plain(75)},
    {
        "action_id": string(255),
        "url": string(3000, like=r"[a-z]+:\S+"),
        "value": string(2000),
        "style": one_of("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": string(75),
    },
)

FIELDS: dict[str, Check] = {
    "plain_text_input": obj(
        {"type": one_of("plain_text_input")},
        {
            **TYPED,
            "initial_value": string(3000, at_least=0),
            "multiline": boolean,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        },
        lengths_agree,
    ),
    "number_input": obj(
        {"type": one_of("number_input"), "is_decimal_allowed": boolean},
        {**TYPED, "initial_value": NUMBER, "min_value": NUMBER, "max_value": NUMBER},
    ),
    "email_text_input": obj({"type": one_of("email_text_input")}, {**TYPED, "initial_value": string()}),
    "url_text_input": obj({"type": one_of("url_text_input")}, {**TYPED, "initial_value": string()}),
}
PICKERS: dict[str, Check] = {
    "datepicker": obj(
        {"type": one_of("datepicker")},
        {**PICKED, "placeholder": plain(150), "initial_date": string(10, like=r"\d{4}-\d{2}-\d{2}")},
    ),
    "timepicker": obj(
        {"type": one_of("timepicker")},
        {
            **PICKED,
            "placeholder": plain(150),
            "initial_time": string(5, like=r"\d{2}:\d{2}"),
            "timezone": string(100),
        },
    ),
    "datetimepicker": obj(
        {"type": one_of("datetimepicker")}, {**PICKED, "initial_date_time": integer(1_000_000_000, 9_999_999_999)}
    ),
}

SELECTS = {kind: check for kind, check in CHOICES.items() if kind != "overflow"}
IN_ACTIONS = {"button": BUTTON, **CHOICES, **PICKERS}
IN_SECTION = {**IN_ACTIONS, "image": IMAGE}
IN_INPUT = {**SELECTS, **PICKERS, **FIELDS}
KEEP_STATE = frozenset(IN_INPUT)
