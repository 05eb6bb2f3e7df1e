"""The arguments of a call, from JSON, a form or the address, as slack_sdk sends them."""

import json
from typing import Any
from urllib.parse import parse_qs

from .errors import SlackError

STRUCTURED = {"blocks": list, "view": dict, "metadata": dict}
FLAGS = {"include_locale", "include_num_members", "link_names", "mrkdwn", "reply_broadcast", "unfurl_links"}
FLAGS |= {"unfurl_media", "replace_original", "delete_original", "include_all_metadata", "inclusive"}
FLAGS |= {"return_im", "prevent_creation"}
TRUTH = {"1": True, "true": True, "0": False, "false": False}


def decode(content_type: str | None, body: bytes, query: str) -> dict[str, Any]:
    """All arguments by name; the ones that hold JSON in a string are opened."""
    kind = (content_type or "").split(";")[0].strip().lower()
    if body and kind == "application/json":
        given = _json_object(body)
    elif body and kind == "application/x-www-form-urlencoded":
        given = _form(body.decode())
    elif body:
        raise SlackError("invalid_post_type" if kind else "missing_post_type")
    else:
        given = {}
    return typed({**_form(query), **given})


def typed(given: dict[str, Any]) -> dict[str, Any]:
    """Each argument as what it should be, or a refusal."""
    return {name: _value(name, value) for name, value in given.items()}


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body)
    except ValueError:
        raise SlackError("invalid_json") from None
    if not isinstance(given, dict):
        raise SlackError("json_not_object")
    return given


def _form(text: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(text, keep_blank_values=True).items()}


def _value(name: str, value: Any) -> Any:
    if name in STRUCTURED:
        return _structured(name, value)
    if name in FLAGS:
        return _flag(name, value)
    if not isinstance(value, str):
        raise SlackError("invalid_arguments", [f"must provide a string [json-pointer:/{name}]"])
    return value


def _structured(name: str, value: Any) -> Any:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            value = None
    if isinstance(value, STRUCTURED[name]):
        return value
    if name == "blocks":
        raise SlackError("invalid_blocks_format")
    raise SlackError("invalid_arguments", [f"must provide an object [json-pointer:/{name}]"])


def _flag(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or value.lower() not in TRUTH:
        raise SlackError("invalid_arguments", [f"must provide a boolean [json-pointer:/{name}]"])
    return TRUTH[value.lower()]
