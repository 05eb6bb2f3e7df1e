"""Whether a message arrived of which nobody knows: Slack is asked, where the token's scopes allow."""

from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient

from adapters.outbox.post import Outgoing, Posted
from adapters.outbox.wire import EVENT_TYPE, FAILURES, refusal

A_LITTLE = 5.0
"""Seconds by which Slack's clock may differ from ours."""
PAGE, PAGES = 200, 2


@dataclass(frozen=True)
class LookedUp:
    """`certain` where all was seen that was said since; then what was not found is not there."""

    certain: bool
    posted: Posted | None = None


def look_up(client: WebClient, message: Outgoing) -> LookedUp:
    """Look where the message would stand, from a little before it was first sent; raises where Slack says when."""
    try:
        return _looked(client, message)
    except FAILURES as problem:
        if refusal(problem).wait is not None:
            raise
        return LookedUp(certain=False)


def _looked(client: WebClient, message: Outgoing) -> LookedUp:
    channel = _conversation(client, message.conversation)
    asked: dict[str, Any] = {
        "channel": channel,
        "oldest": f"{message.first_tried - A_LITTLE:.6f}",
        "include_all_metadata": True,
        "limit": PAGE,
    }
    certain = True
    for _ in range(PAGES):
        if message.thread:
            answer = client.conversations_replies(ts=message.thread, **asked)
        else:
            answer = client.conversations_history(**asked)
        for each in answer.get("messages") or ():
            if _is(each, message):
                return LookedUp(True, Posted(each["ts"], each.get("thread_ts") or each["ts"], channel))
            certain = certain and not _is_nameless(each)
        certain = certain and "messages" in answer.data
        asked["cursor"] = (answer.get("response_metadata") or {}).get("next_cursor")
        if not asked["cursor"]:
            return LookedUp(certain=certain and not answer.get("has_more"))
    return LookedUp(certain=False)


def _conversation(client: WebClient, channel: str) -> str:
    """A person is written to in the conversation with the bot."""
    if not channel.startswith(("U", "W")):
        return channel
    return str(client.conversations_open(users=channel)["channel"]["id"])


def _is(found: dict[str, Any], message: Outgoing) -> bool:
    metadata = found.get("metadata") or {}
    return metadata.get("event_type") == EVENT_TYPE and (metadata.get("event_payload") or {}).get("key") == message.id


def _is_nameless(found: dict[str, Any]) -> bool:
    """Of a bot, and without what tells whose: it may be the one that is looked for."""
    return bool(found.get("bot_id")) and not found.get("metadata")
