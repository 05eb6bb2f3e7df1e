"""Which conversations the app sees, and to which it may write."""

from typing import TYPE_CHECKING

from .errors import SlackError
from .workspace import BOT_USER, Channel

if TYPE_CHECKING:
    from .slack import FakeSlack


def channel_for(slack: "FakeSlack", ident: str) -> Channel:
    """A conversation the app can see: private ones only as a member."""
    channel = slack.workspace.channels.get(ident)
    if channel is None or ((channel.is_private or channel.is_im) and BOT_USER not in channel.members):
        raise SlackError("channel_not_found")
    return channel


def postable(slack: "FakeSlack", ident: str) -> Channel:
    """Where a message may go: a channel by id or name, or a person (their conversation with the app)."""
    if ident in slack.workspace.people:
        return slack.workspace.direct(ident)
    named = (c.id for c in slack.workspace.channels.values() if not c.is_im and ident in (c.name, f"#{c.name}"))
    channel = channel_for(slack, next(named, ident))
    if channel.is_archived:
        raise SlackError("is_archived")
    if BOT_USER not in channel.members and "chat:write.public" not in slack.scopes:
        raise SlackError("not_in_channel")
    return channel
