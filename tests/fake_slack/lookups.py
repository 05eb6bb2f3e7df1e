"""auth.test, conversations.info, users.info: what the app may look up."""

from typing import TYPE_CHECKING, Any

from .errors import SlackError
from .method import method
from .places import channel_for
from .workspace import BOT_ID, BOT_USER, DOMAIN

if TYPE_CHECKING:
    from .slack import FakeSlack


def auth_test(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    place = {"url": f"https://{DOMAIN}.slack.com/", "team": "ICA", "team_id": slack.workspace.team}
    grid = {"enterprise_id": slack.workspace.enterprise} if slack.workspace.enterprise else {}
    return {**place, **grid, "user": "ica", "user_id": BOT_USER, "bot_id": BOT_ID, "is_enterprise_install": False}


def conversations_info(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    channel = channel_for(slack, args["channel"])
    needed = "im:read" if channel.is_im else "groups:read" if channel.is_private else "channels:read"
    if needed not in slack.scopes:
        raise SlackError("missing_scope", needed=needed, provided=",".join(sorted(slack.scopes)))
    return {"channel": channel.payload()}


def users_info(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    person = slack.workspace.people.get(args["user"])
    if person is None:
        raise SlackError("user_not_found")
    return {"user": person.payload()}


METHODS = {
    "auth.test": method(auth_test),
    "conversations.info": method(conversations_info, "channel", "include_locale include_num_members"),
    "users.info": method(users_info, "user", "include_locale", "users:read"),
}
