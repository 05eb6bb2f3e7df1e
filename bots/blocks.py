"""Block Kit for answers, within Slack's limits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bots.mrkdwn import fitted, linked

LARGEST_PAGE = 10
LARGEST_MESSAGE = 11_000
"""Characters: Slack takes about 13,200 in a message."""
_HEAD, _SAID, _BESIDE = 1_000, 2_900, 1_000

Block = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """One fact or decision; `beside` tells whose word it is and where it is from."""

    said: str
    beside: str = ""
    short: str | None = None
    """What is said where space is short."""


def section(words: str) -> Block:
    """A paragraph of mrkdwn; `verbatim`: a plain @here or address in it stays text."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": words, "verbatim": True}}


def context(words: str) -> Block:
    """Small print."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": words, "verbatim": True}]}


def message_blocks(
    head: str, notes: Sequence[str], parts: Sequence[Part], page: str | None, *, latest: bool
) -> list[Block]:
    """Head, notes, as many parts as fit (at most ten), and what is not shown here."""
    shown = _fitting(list(reversed(parts)) if latest else list(parts))
    left = len(parts) - len(shown)
    told = [block for blocks in (reversed(shown) if latest else shown) for block in blocks]
    beginning = [section(f"*{fitted(head, _HEAD)}*")]
    if notes:
        beginning.append(context(fitted("\n".join(notes), _BESIDE)))
    rest = _rest(left, page, latest=latest)
    if left and latest:
        return [*beginning, *rest, *told]
    return [*beginning, *told, *rest]


def _fitting(parts: Sequence[Part]) -> list[list[Block]]:
    fit: list[list[Block]] = []
    room = LARGEST_MESSAGE
    for part in parts[:LARGEST_PAGE]:
        said, beside = fitted(part.short or part.said, _SAID), fitted(part.beside, _BESIDE)
        room -= len(said) + len(beside)
        if room < 0:
            break
        fit.append([section(said), *([context(beside)] if beside else [])])
    return fit


def _rest(left: int, page: str | None, *, latest: bool) -> list[Block]:
    where = linked("the page", page) if page else "`ica ask`"
    if left:
        return [context(f"{left:,} {'earlier' if latest else 'more'} on {where}.")]
    return [context(linked("See the page", page))] if page else []
