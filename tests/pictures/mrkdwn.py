"""Slack's mrkdwn and plain text as HTML."""

import html
import re
from typing import Any

_LINK = re.compile(r"<(?P<to>[^|>]+)(?:\|(?P<words>[^>]*))?>")
_MARKS = (
    (re.compile(r"`([^`\n]+)`"), r"<code>\1</code>"),
    (re.compile(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])"), r"<b>\1</b>"),
    (re.compile(r"(?<![\w_])_([^_\n]+)_(?![\w_])"), r"<i>\1</i>"),
)


def as_html(text: dict[str, Any]) -> str:
    """A text object; in mrkdwn what is escaped already stays so."""
    if text["type"] == "plain_text":
        return html.escape(text["text"])
    return _lines(_LINK.sub(_linked, text["text"]))


def _linked(found: re.Match[str]) -> str:
    to, words = found["to"], found["words"]
    if to.startswith(("@", "#", "!")):
        return f'<a class="person">{html.escape(words or to)}</a>'
    return f'<a href="#">{words or to}</a>'


def _lines(text: str) -> str:
    for mark, shown in _MARKS:
        text = mark.sub(shown, text)
    return text.replace("\n", "<br>")
