"""Whose payload it is, and whether Slack delivers it once more."""

from collections.abc import Mapping
from typing import Any

from bots.desk import Desk
from domain.errors import RecordUnavailable


def person_of(body: Mapping[str, Any]) -> tuple[str, str]:
    """Team and user; someone of another workspace is not taken for one of ours."""
    user, view, team = body["user"], body.get("view") or {}, body.get("team") or {}
    return str(user.get("team_id") or view.get("team_id") or team.get("id") or ""), str(user["id"])


def is_first(desk: Desk, delivery: str) -> bool:
    """Where the record cannot tell, it is taken for the first: Slack itself opens a form once for each click."""
    try:
        return desk.first_delivery(delivery)
    except RecordUnavailable:
        return True
