"""What Slack says of a press on a button: who, where, and whether it was told before."""

from collections.abc import Mapping
from typing import Any

from bots.desk import Desk
from domain.errors import RecordUnavailable


def person_of(body: Mapping[str, Any]) -> tuple[str, str]:
    """Team and user; someone of another workspace is not taken for one of ours."""
    user = body["user"]
    return str(user.get("team_id") or (body.get("team") or {}).get("id") or ""), str(user["id"])


def workspace_of(body: Mapping[str, Any]) -> str:
    """The workspace whose bot is pressed; whoever presses may be of another."""
    message, team = body.get("message") or {}, body.get("team") or {}
    return str(message.get("team") or team.get("id") or person_of(body)[0])


def channel_of(body: Mapping[str, Any]) -> str:
    """The channel in which the message stands; empty on a Home tab or in a form."""
    return str(_container(body).get("channel_id") or (body.get("channel") or {}).get("id") or "")


def thread_of(body: Mapping[str, Any]) -> str | None:
    """The thread of the message, where it stands in one."""
    return _container(body).get("thread_ts") or (body.get("message") or {}).get("thread_ts")


def message_of(body: Mapping[str, Any]) -> str:
    """The message that was pressed, by its moment; empty elsewhere."""
    named = _container(body).get("message_ts") or body.get("message_ts")  # the latter of a shortcut
    return str(named or (body.get("message") or {}).get("ts") or "")


def for_one_alone(body: Mapping[str, Any]) -> bool:
    """Whether only whoever pressed sees the message: an ephemeral one, or the person's own conversation."""
    return is_ephemeral(body) or channel_of(body).startswith("D")


def is_ephemeral(body: Mapping[str, Any]) -> bool:
    """Of such a message Slack tells no more than where it stands."""
    return bool(_container(body).get("is_ephemeral"))


def key_of(body: Mapping[str, Any]) -> str:
    """What is the same each time Slack delivers this press."""
    team, user = person_of(body)
    return f"press:{team}/{user}:{body['actions'][0].get('action_ts') or body['trigger_id']}"


def first_press(desk: Desk, body: Mapping[str, Any]) -> bool:
    """Whether it is delivered for the first time; where the record cannot tell, better an answer twice than none."""
    try:
        return desk.first_delivery(key_of(body))
    except RecordUnavailable:
        return True


def _container(body: Mapping[str, Any]) -> Mapping[str, Any]:
    return body.get("container") or {}
