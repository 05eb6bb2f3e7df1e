"""Answers by response_url, and answers in the acknowledgement of a command: one set of rules for both."""

from typing import TYPE_CHECKING, Any

from . import web_api
from .arguments import decode
from .chat import content
from .errors import SlackError
from .records import Message
from .tickets import ResponseUrl

if TYPE_CHECKING:
    from .slack import FakeSlack

TEXT_KEYS = {"text", "blocks", "response_type", "thread_ts", "unfurl_links", "unfurl_media", "mrkdwn", "metadata"}
FLAGS = {"replace_original", "delete_original"}


def handle(slack: "FakeSlack", path: str, content_type: str | None, body: bytes) -> tuple[int, dict[str, Any]]:
    """One use of a response URL; no token and no membership are asked for."""
    args: dict[str, Any] = {}
    slack = slack.teams.get(path.split("/")[2], slack) if path.count("/") > 1 else slack
    with slack.changed:
        try:
            url = slack.tickets.usable_response_url(path, slack.now())
            args |= _read(content_type, body)
            apply(slack, url, args, "response_url")
            url.uses += 1
        except SlackError as refusal:
            web_api.note(slack, "response_url", args, refusal.error, tuple(refusal.messages))
            return (404 if refusal.error.endswith("_url") else 400), refusal.body()
        web_api.note(slack, "response_url", args)
        return 200, {"ok": True}


def apply(slack: "FakeSlack", url: ResponseUrl, args: dict[str, Any], via: str) -> Message | None:
    """Shows what was answered, to the person alone unless it says `in_channel`."""
    unknown = sorted(set(args) - TEXT_KEYS - FLAGS)
    if unknown:
        raise SlackError("invalid_payload", [f"invalid additional property: {key} [json-pointer:]" for key in unknown])
    if args.get("delete_original"):
        _original(url).deleted = True
        return None
    text, blocks = content(args)
    if args.get("replace_original"):
        _original(url).replace(text, blocks)
        return url.message
    kind = args.get("response_type", "ephemeral")
    if kind not in ("ephemeral", "in_channel"):
        raise SlackError("invalid_payload", ["must be a valid enum value [json-pointer:/response_type]"])
    message = Message(url.channel, slack.next_ts(), text, blocks, thread_ts=args.get("thread_ts"), via=via)
    if kind == "ephemeral":
        message.to = url.user
    (slack.ephemerals if message.to else slack.messages).append(message)
    return message


def _original(url: ResponseUrl) -> Message:
    if url.message is None or url.message.deleted:
        raise SlackError("message_not_found", ["there is no original message"])
    return url.message


def _read(content_type: str | None, body: bytes) -> dict[str, Any]:
    """Only JSON is taken here; the flags arrive as booleans."""
    if "json" not in (content_type or ""):
        raise SlackError("invalid_payload", ["the body must be JSON"])
    return decode(content_type, body, "")
