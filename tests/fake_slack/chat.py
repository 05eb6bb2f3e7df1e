"""chat.*: messages to channels, to one person's eyes, and changes to them."""

from typing import TYPE_CHECKING, Any

from .errors import SlackError
from .kit.surfaces import check_message_blocks, check_text
from .method import method
from .places import channel_for, postable
from .records import Message
from .workspace import BOT_USER, DOMAIN

if TYPE_CHECKING:
    from .slack import FakeSlack


def post_message(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    channel = postable(slack, args["channel"])
    _thread_exists(slack, channel.id, args)
    message = Message(channel.id, slack.next_ts(), *content(args), thread_ts=args.get("thread_ts"))
    message.metadata = _metadata(args)
    slack.messages.append(message)
    return {"channel": channel.id, "ts": message.ts, "message": message.payload()}


def post_ephemeral(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    channel = channel_for(slack, args["channel"])
    if BOT_USER not in channel.members:
        raise SlackError("not_in_channel")
    if args["user"] not in channel.members:
        raise SlackError("user_not_in_channel")
    _thread_exists(slack, channel.id, args)
    seen_by = {"to": args["user"], "thread_ts": args.get("thread_ts"), "via": "chat.postEphemeral"}
    slack.ephemerals.append(Message(channel.id, slack.next_ts(), *content(args), **seen_by))
    return {"message_ts": slack.ephemerals[-1].ts}


def update(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    """Blocks that are not named stay; an ephemeral message is not found here."""
    channel = channel_for(slack, args["channel"])
    message = slack.find(channel.id, args["ts"])
    if message is None:
        raise SlackError("message_not_found")
    if message.author != BOT_USER:
        raise SlackError("cant_update_message")
    text, blocks = content(args)
    message.replace(text, blocks if "blocks" in args else message.blocks)
    message.metadata = _metadata(args) or message.metadata
    return {"channel": channel.id, "ts": message.ts, "text": text, "message": message.payload()}


def get_permalink(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    channel = channel_for(slack, args["channel"])
    message = slack.find(channel.id, args["message_ts"])
    if message is None:
        raise SlackError("message_not_found")
    link = f"https://{DOMAIN}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def content(args: dict[str, Any]) -> tuple[str, list[dict[str, Any]]]:
    """Text and blocks, both as Slack stores them."""
    return check_text(args.get("text")), check_message_blocks(args.get("blocks", []))


def _thread_exists(slack: "FakeSlack", channel: str, args: dict[str, Any]) -> None:
    """A reply names the message that began the thread, never another reply."""
    if "thread_ts" not in args:
        if "reply_broadcast" in args:
            raise SlackError("invalid_arguments", ["reply_broadcast without thread_ts"])
        return
    parent = slack.find(channel, args["thread_ts"])
    if parent is None:
        raise SlackError("thread_not_found")
    if parent.thread_ts and parent.thread_ts != parent.ts:
        raise SlackError("cannot_reply_to_message")


def _metadata(args: dict[str, Any]) -> dict[str, Any] | None:
    metadata = args.get("metadata")
    if metadata is None:
        return None
    if set(metadata) != {"event_type", "event_payload"} or not isinstance(metadata["event_payload"], dict):
        raise SlackError("invalid_metadata_format")
    return metadata


STYLE = "text blocks thread_ts link_names parse"
METHODS = {
    "chat.postMessage": method(
        post_message, "channel", f"{STYLE} reply_broadcast unfurl_links unfurl_media mrkdwn metadata", "chat:write"
    ),
    "chat.postEphemeral": method(post_ephemeral, "channel user", STYLE, "chat:write"),
    "chat.update": method(
        update, "channel ts", "text blocks link_names parse metadata unfurl_links unfurl_media", "chat:write"
    ),
    "chat.getPermalink": method(get_permalink, "channel message_ts"),
}
