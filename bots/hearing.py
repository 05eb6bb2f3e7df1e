"""What Slack passes on of what people type, and who typed it."""

import re
from collections.abc import Mapping
from typing import Any

from bots.mrkdwn import typed

_LINK = re.compile(r"<(?:https?|mailto)[^|>]*\|([^>]+)>|<(https?[^>]+)>")
_BY_PEOPLE = (None, "file_share", "thread_broadcast")


def as_typed(text: str) -> str:
    """The words as they were typed: addresses that Slack made of them are words again."""
    return typed(_LINK.sub(lambda link: link[1] or link[2], text))


def question_of(body: Mapping[str, Any]) -> str:
    """What was asked, without the mention of the bot itself."""
    text = str(body["event"].get("text") or "")
    for bot in {each.get("user_id") or "" for each in body.get("authorizations") or () if each.get("is_bot")} - {""}:
        text = re.sub(rf"<@{re.escape(bot)}(\|[^>]*)?>[:,]?", " ", text)
    return as_typed(re.sub(r"^\s*<@\w+(\|[^>]*)?>[:,]?", "", text)).strip()


def by_a_person(event: Mapping[str, Any]) -> bool:
    """Whether a person wrote this, now: not a bot, not an edit or deletion of something written before."""
    return (
        bool(event.get("user"))
        and not event.get("bot_id")
        and not event.get("edited")
        and event.get("subtype") in _BY_PEOPLE
    )


def author(body: Mapping[str, Any]) -> tuple[str, str]:
    """Team and user of whoever wrote a message: someone of another workspace is not taken for one of ours."""
    event = body["event"]
    return str(event.get("user_team") or event.get("team") or body["team_id"]), str(event["user"])


def workspace_of(body: Mapping[str, Any]) -> str:
    """The workspace in which the app hears this: an event of a shared channel may come from another."""
    heard_by = [str(each["team_id"]) for each in body.get("authorizations") or () if each.get("team_id")]
    return (heard_by or [str(body["team_id"])])[0]


def key_of(body: Mapping[str, Any]) -> str:
    """What is the same each time Slack delivers this event."""
    event = body["event"]
    return str(body.get("event_id") or f"{event.get('channel')}/{event.get('event_ts') or event.get('ts')}")


def is_direct(event: Mapping[str, Any]) -> bool:
    """Whether it was written to the bot alone: by the kind of its place, or by how Slack names such places."""
    kind = event.get("channel_type")
    return kind == "im" or (kind is None and str(event.get("channel") or "").startswith("D"))


def thread_of(event: Mapping[str, Any]) -> str:
    """The thread in which to answer: the one it stands in, or the one it begins."""
    return str(event.get("thread_ts") or event["ts"])
