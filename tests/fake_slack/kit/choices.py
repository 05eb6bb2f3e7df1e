"""Elements by which a person chooses: selects, checkboxes, radio buttons, menus."""

from typing import Any

from .checks import Check, Problems, boolean, exactly_one, integer, listed, obj, one_of, string
from .objects import CONFIRM, MENU_OPTION, OPTION_GROUP, PLAIN_OPTION, RICH_OPTION, plain

COMMON = {"action_id": string(255), "confirm": CONFIRM, "focus_on_load": boolean}
WITH_PLACEHOLDER = {**COMMON, "placeholder": plain(150)}
SEVERAL = {"max_selected_items": integer(1, 100)}
IDS = listed(string(255), 100)


def options_of(element: dict[str, Any]) -> list[dict[str, Any]]:
    grouped = [option for group in element.get("option_groups", []) for option in group["options"]]
    return [*element.get("options", []), *grouped]


def initial_is_offered(element: dict[str, Any], at: str, problems: Problems) -> None:
    """What is chosen at first must be one of the options, key for key."""
    if "initial_option" in element and element["initial_option"] not in options_of(element):
        problems.add("must be one of the provided options", f"{at}/initial_option")
    for number, chosen in enumerate(element.get("initial_options", [])):
        if chosen not in options_of(element):
            problems.add("must be one of the provided options", f"{at}/initial_options/{number}")


def values_differ(element: dict[str, Any], at: str, problems: Problems) -> None:
    """Two options of one value could not be told apart when they come back."""
    values = [option["value"] for option in options_of(element)]
    if len(values) != len(set(values)):
        problems.add("option values must differ", f"{at}/options")


def initial_is_not_too_many(element: dict[str, Any], at: str, problems: Problems) -> None:
    if len(element.get("initial_options", [])) > element.get("max_selected_items", 100):
        problems.add("more initial_options than max_selected_items", f"{at}/initial_options")


def select(kind: str, optional: dict[str, Check], *rules: Check) -> Check:
    return obj({"type": one_of(kind)}, {**WITH_PLACEHOLDER, **optional}, *rules)


def static(kind: str, optional: dict[str, Check], *rules: Check) -> Check:
    sources = {"options": listed(PLAIN_OPTION, 100), "option_groups": listed(OPTION_GROUP, 100)}
    checks = (exactly_one("options", "option_groups"), initial_is_offered, values_differ, *rules)
    return select(kind, {**sources, **optional}, *checks)


def boxes(kind: str, optional: dict[str, Check]) -> Check:
    required = {"type": one_of(kind), "options": listed(RICH_OPTION, 10)}
    return obj(required, {**COMMON, **optional}, initial_is_offered, values_differ)


EXTERNAL = {"min_query_length": integer(0, 100)}
CONVERSATION_FILTER = obj(
    {},
    {
        "include": listed(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
)
CONVERSATIONS = {"default_to_current_conversation": boolean, "filter": CONVERSATION_FILTER}

CHOICES: dict[str, Check] = {
    "static_select": static("static_select", {"initial_option": PLAIN_OPTION}),
    "multi_static_select": static(
        "multi_static_select", {"initial_options": listed(PLAIN_OPTION, 100), **SEVERAL}, initial_is_not_too_many
    ),
    "external_select": select("external_select", {"initial_option": PLAIN_OPTION, **EXTERNAL}),
    "multi_external_select": select(
        "multi_external_select", {"initial_options": listed(PLAIN_OPTION, 100), **SEVERAL, **EXTERNAL}
    ),
    "users_select": select("users_select", {"initial_user": string(255)}),
    "multi_users_select": select("multi_users_select", {"initial_users": IDS, **SEVERAL}),
    "channels_select": select("channels_select", {"initial_channel": string(255), "response_url_enabled": boolean}),
    "multi_channels_select": select("multi_channels_select", {"initial_channels": IDS, **SEVERAL}),
    "conversations_select": select(
        "conversations_select",
        {"initial_conversation": string(255), "response_url_enabled": boolean, **CONVERSATIONS},
    ),
    "multi_conversations_select": select(
        "multi_conversations_select", {"initial_conversations": IDS, **SEVERAL, **CONVERSATIONS}
    ),
    "checkboxes": boxes("checkboxes", {"initial_options": listed(RICH_OPTION, 10)}),
    "radio_buttons": boxes("radio_buttons", {"initial_option": RICH_OPTION}),
    "overflow": obj(
        {"type": one_of("overflow"), "options": listed(MENU_OPTION, 5, 2)},
        {"action_id": string(255), "confirm": CONFIRM},
        values_differ,
    ),
}
