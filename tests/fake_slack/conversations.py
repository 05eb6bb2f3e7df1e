"""conversations.*: what was said in a conversation the app is in, and the one it has with a person."""

from typing import TYPE_CHECKING, Any

from .errors import SlackError
from .method import method
from .places import channel_for
from .records import Message
from .workspace import BOT_USER, Channel

if TYPE_CHECKING:
    from .slack import FakeSlack

MOST = 999


def history(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    """What stands in the channel itself, newest first; of threads only what began them."""
    channel = _readable(slack, args["channel"])
    standing = [each for each in _said(slack, channel) if each.thread_ts in (None, each.ts)]
    return _page(sorted(_within(standing, args), key=_order, reverse=True), args)


def replies(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    """A thread, oldest first, with the message that began it."""
    channel = _readable(slack, args["channel"])
    said = _said(slack, channel)
    thread = next((each.thread_ts or each.ts for each in said if each.ts == args["ts"]), None)
    if thread is None:
        raise SlackError("thread_not_found")
    in_thread = [each for each in said if thread in (each.ts, each.thread_ts)]
    first, rest = in_thread[:1], _within(in_thread[1:], args)
    return _page([*first, *sorted(rest, key=_order)], args)


def open_direct(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    """The conversation with one person."""
    if args["users"] not in slack.workspace.people:
        raise SlackError("user_not_found")
    return {"channel": {"id": slack.workspace.direct(args["users"]).id}}


def _readable(slack: "FakeSlack", ident: str) -> Channel:
    channel = channel_for(slack, ident)
    needed = "im:history" if channel.is_im else "groups:history" if channel.is_private else "channels:history"
    if needed not in slack.scopes:
        raise SlackError("missing_scope", needed=needed, provided=",".join(sorted(slack.scopes)))
    if BOT_USER not in channel.members:
        raise SlackError("not_in_channel")
    return channel


def _said(slack: "FakeSlack", channel: Channel) -> list[Message]:
    found = [each for each in [*slack.messages, *slack.said] if each.channel == channel.id and not each.deleted]
    return sorted(found, key=_order)


def _order(message: Message) -> tuple[int, int]:
    seconds, number = message.ts.split(".")
    return int(seconds), int(number)


def _within(messages: list[Message], args: dict[str, Any]) -> list[Message]:
    oldest, latest = (_moment(args, name) for name in ("oldest", "latest"))
    inclusive = args.get("inclusive", False)
    return [
        each
        for each in messages
        if (oldest is None or float(each.ts) > oldest or (inclusive and float(each.ts) == oldest))
        and (latest is None or float(each.ts) < latest or (inclusive and float(each.ts) == latest))
    ]


def _moment(args: dict[str, Any], name: str) -> float | None:
    try:
        return float(args[name]) if name in args else None
    except ValueError:
        raise SlackError(f"invalid_ts_{name}") from None


def _page(found: list[Message], args: dict[str, Any]) -> dict[str, Any]:
    limit, start = args.get("limit", "100"), args.get("cursor") or "0"
    if not (limit.isdigit() and 1 <= int(limit) <= MOST):
        raise SlackError("invalid_limit")
    if not start.isdigit():
        raise SlackError("invalid_cursor")
    end = int(start) + int(limit)
    shown = [_shown(each, whole=args.get("include_all_metadata", False)) for each in found[int(start) : end]]
    more = end < len(found)
    cursor = {"response_metadata": {"next_cursor": str(end)}} if more else {}
    return {"messages": shown, "has_more": more, **cursor}


def _shown(message: Message, *, whole: bool) -> dict[str, Any]:
    told = message.payload()
    return told if whole else {name: value for name, value in told.items() if name != "metadata"}


PAGED = "cursor inclusive latest limit oldest include_all_metadata"
METHODS = {
    "conversations.history": method(history, "channel", PAGED),
    "conversations.replies": method(replies, "channel ts", PAGED),
    "conversations.open": method(open_direct, "users", "return_im prevent_creation", "im:write"),
}
