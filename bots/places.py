"""Who reads along where something is to be shown: asked of Slack, and where Slack does not say, it may be anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

HIDDEN = frozenset({"channel_not_found", "missing_scope", "not_in_channel", "no_permission"})
"""So Slack refuses to tell of a channel."""
PASSING = frozenset({
    "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout",
})  # fmt: skip
"""So it says that it cannot tell just now."""
_TOO_MANY, _BROKEN = 429, 500


@dataclass(frozen=True)
class Place:
    """A channel; `member`: the bot can post there, `outsiders`: people of other organisations read along."""

    member: bool
    outsiders: bool
    seen: bool = True
    """Whether Slack told of it at all."""


def place_of(client: WebClient, channel: str) -> Place:
    """What Slack tells of a channel; a place that it does not tell of is treated as open to outsiders.

    Raises where Slack cannot be asked just now: nobody guesses who reads along.
    """
    try:
        told: Mapping[str, Any] = client.conversations_info(channel=channel).get("channel") or {}
    except SlackApiError as refusal:
        error, status = refusal.response.get("error"), refusal.response.status_code
        if error in PASSING or status == _TOO_MANY or status >= _BROKEN:
            raise
        hidden = error in HIDDEN
        return Place(member=not hidden, outsiders=hidden, seen=not hidden)
    outside = any(told.get(sign) for sign in ("is_ext_shared", "is_pending_ext_shared"))
    return Place(member=bool(told.get("is_member", True) or told.get("is_im")), outsiders=outside)
