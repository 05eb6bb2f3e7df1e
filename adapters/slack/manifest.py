"""The manifest by which Slack learns of the bot: made from what it listens to and calls, and from nothing else."""

from typing import Any

from adapters.slack.heard import heard
from bots.modals.forms import FORMS

NAME = "ICA Ledger"
_HISTORY = ("im:history",)
"""The bot asks to read no channel; where somebody lets it read one, it looks there before it repeats itself."""
CALLS: dict[str, tuple[str, ...]] = {
    "auth_test": (),
    "chat_getPermalink": (),
    "chat_postMessage": ("chat:write",),
    "conversations_info": ("channels:read", "groups:read", "im:read"),
    "conversations_history": _HISTORY,
    "conversations_open": ("im:write",),
    "conversations_replies": _HISTORY,
    "views_open": (),
    "views_publish": (),
    "views_update": (),
}
"""The methods of the Web API that the service calls, each with the scopes it needs."""
_EVENTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "app_home_opened": (("app_home_opened",), ()),
    "app_mention": (("app_mention",), ("app_mentions:read",)),
    "app_uninstalled": (("app_uninstalled",), ()),
    "message": (("message.im",), ("im:history",)),
    "tokens_revoked": (("tokens_revoked",), ()),
}
"""What to subscribe to for each kind of event that is heard, and the scopes for it."""
USAGE = "history LAO | why NOR LAO | deadlines | outcomes | request | shift | statement | help"
_SHORTCUT = "record_as_"
_ABOUT = (
    "ICA Ledger keeps the record of international cooperation and assistance under the Convention on Cluster "
    "Munitions: what affected States asked for, what donors pledged, committed and paid, what changed and why. Ask it "
    "with /ica, by mentioning it or in a direct message, and add to it from Slack."
)


def _scopes(listened: dict[str, list[str]]) -> list[str]:
    events = {scope for event in listened["event"] for scope in _EVENTS[event][1]}
    return sorted({"commands", *events, *(scope for needed in CALLS.values() for scope in needed)})


SCOPES = _scopes(heard())
"""What the bot may do, and asks for when it is installed: no more than it uses."""


def manifest(url: str, *, socket: bool = False, oauth: bool = False) -> dict[str, Any]:
    """For a service at an address; with `socket` Slack needs none, with `oauth` workspaces install it themselves."""
    listened = heard()
    address = {} if socket else {"url": f"{url}/slack/events"}
    request = {} if socket else {"request_url": f"{url}/slack/events"}
    menus = {} if socket or "options" not in listened else {"message_menu_options_url": f"{url}/slack/events"}
    home = "app_home_opened" in listened["event"]
    return {
        "display_information": {
            "name": NAME,
            "description": "The shared memory of international cooperation and assistance",
            "long_description": _ABOUT,
            "background_color": "#1f3a5f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": home,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": NAME, "always_online": True},
            **_shortcuts(listened),
            "slash_commands": [
                {
                    "command": command,
                    **address,
                    "description": "Ask the record, or add to it",
                    "usage_hint": USAGE,
                    "should_escape": True,
                }
                for command in listened["command"]
            ],
        },
        "oauth_config": {
            **({"redirect_urls": [f"{url}/slack/oauth_redirect"]} if oauth else {}),
            "scopes": {"bot": SCOPES},
        },
        "settings": {
            "event_subscriptions": {**request, "bot_events": _subscribed(listened)},
            "interactivity": {"is_enabled": True, **request, **menus},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket,
            "token_rotation_enabled": False,
        },
    }


def _subscribed(listened: dict[str, list[str]]) -> list[str]:
    return sorted({each for event in listened["event"] for each in _EVENTS[event][0]})


def _shortcuts(listened: dict[str, list[str]]) -> dict[str, list[dict[str, str]]]:
    """*Record as …* in the menu of a message, for the form of that name."""
    named = [*listened.get("shortcut", []), *listened.get("message_shortcut", [])]
    shortcuts = [
        {
            "name": name.replace("_", " ").capitalize(),
            "type": "message",
            "callback_id": name,
            "description": f"Put this message on record as {FORMS[name.removeprefix(_SHORTCUT)].what}",
        }
        for name in sorted(named)
    ]
    return {"shortcuts": shortcuts} if shortcuts else {}
