"""The plain words of a message that somebody wrote, as people read it: no markup, nothing escaped."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bots.mrkdwn import typed

Block = Mapping[str, Any]
_MARKED = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


def words_of(message: Mapping[str, Any]) -> str:
    """What was written, and below it what was forwarded with it."""
    own = words_of_blocks(message.get("blocks") or ()) or unmarked(message.get("text") or "")
    forwarded = [_forwarded(each) for each in message.get("attachments") or ()]
    return "\n\n".join(part for part in (own, *forwarded) if part)


def words_of_blocks(blocks: Iterable[Block]) -> str:
    """The words of each block, one below the other."""
    said = [_of_block(block) for block in blocks]
    return "\n".join(part for part in said if part).strip()


def words_of_rich_text(blocks: Iterable[Block]) -> str:
    """What was written with the editor of Slack."""
    return "\n".join(_of_part(part) for block in blocks for part in block.get("elements") or ()).strip()


def unmarked(text: str) -> str:
    """mrkdwn as people read it: mentions and links by their words, signs that Slack escaped as they were typed."""
    return typed(_MARKED.sub(_named, text)).strip()


def _forwarded(attachment: Mapping[str, Any]) -> str:
    shared = [each.get("message") or {} for each in attachment.get("message_blocks") or ()]
    words = "\n".join(filter(None, (words_of_blocks(each.get("blocks") or ()) for each in shared)))
    return words or unmarked(attachment.get("text") or attachment.get("fallback") or "")


def _of_block(block: Block) -> str:
    if block.get("type") == "rich_text":
        return words_of_rich_text([block])
    texts = [block.get("text"), *(block.get("fields") or ())]
    texts += block.get("elements") or () if block.get("type") == "context" else ()
    return "\n".join(filter(None, map(_of_text, texts)))


def _of_text(text: Any) -> str:
    if isinstance(text, str):
        return unmarked(text)
    if not isinstance(text, Mapping) or not isinstance(text.get("text"), str):
        return ""
    return unmarked(text["text"]) if text.get("type") in {"mrkdwn", "markdown"} else text["text"].strip()


def _of_part(part: Block) -> str:
    """A paragraph, a quotation, or a list with its items below one another."""
    pieces = part.get("elements") or ()
    if part.get("type") == "rich_text_list":
        return "\n".join(f"• {_of_part(each)}" for each in pieces)
    return "".join(map(_of_piece, pieces)).strip("\n")


def _of_piece(piece: Block) -> str:
    match piece.get("type"):
        case "text":
            return str(piece.get("text") or "")
        case "link":
            return str(piece.get("text") or piece.get("url") or "")
        case "user":
            return f"@{piece.get('user_id', '')}"
        case "usergroup":
            return f"@{piece.get('usergroup_id', '')}"
        case "channel":
            return f"#{piece.get('channel_id', '')}"
        case "broadcast":
            return f"@{piece.get('range', '')}"
        case "emoji":
            return f":{piece.get('name', '')}:"
        case "date":
            return str(piece.get("fallback") or "")
    return ""


def _named(marked: re.Match[str]) -> str:
    what, words = marked[1], marked[2]
    if words:
        return f"{what[0] if what[:1] in ('@', '#') else ''}{words.lstrip('@#')}"
    return f"@{what[1:]}" if what.startswith("!") else what
