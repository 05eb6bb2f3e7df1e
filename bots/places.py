"""Who reads along where something is to be shown: asked of Slack, and where Slack does not say, it may be anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

HIDDEN = frozenset({"channel_not_found", "missing_scope", "not_in_channel", "no_permission"})
"""So Slack refuses to tell of a channel."""


@dataclass(frozen=True)
class Place:
    """A channel; `member`: the bot can post there, `outsiders`: people of other organisations read along."""

    member: bool
    outsiders: bool
    seen: bool = True
    """Whether Slack told of it at all."""


def place_of(client: WebClient, channel: str) -> Place:
    """What Slack tells of a channel; a place that it does not tell of is treated as open to outsiders."""
    try:
        told: Mapping[str, Any] = client.conversations_info(channel=channel).get("channel") or {}
    except SlackApiError as refusal:
        hidden = refusal.response.get("error") in HIDDEN
        return Place(member=not hidden, outsiders=hidden, seen=not hidden)
    except (SlackClientError, OSError, HTTPException):
        return Place(member=False, outsiders=True, seen=False)
    outside = any(told.get(sign) for sign in ("is_ext_shared", "is_pending_ext_shared"))
    return Place(member=bool(told.get("is_member", True) or told.get("is_im")), outsiders=outside)
