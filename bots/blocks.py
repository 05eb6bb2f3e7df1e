"""Block Kit for answers, within Slack's limits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bots.mrkdwn import fitted, linked
from bots.signs import shortened, size

LARGEST_PAGE = 10
LARGEST_MESSAGE = 11_000
"""Characters: Slack takes about 13,200 in a message."""
_HEAD, _SAID, _BESIDE, _LABEL = 1_000, 2_900, 1_000, 75

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


@dataclass(frozen=True)
class Shown:
    """One page of an answer; where the next one and the one before begin, counted from where the answer begins."""

    blocks: list[Block]
    next: int | None
    before: int | None


def shown(
    head: str, notes: Sequence[str], parts: Sequence[Part], page: str | None, *, latest: bool, start: int = 0
) -> Shown:
    """Head, notes, as many parts as fit (at most ten), and what is not shown here.

    `latest`: the last parts are shown first, and `start` counts from the end.
    """
    start = min(max(start, 0), max(len(parts) - 1, 0))
    fit = _fitting(_page(parts, start, latest=latest))
    end = start + len(fit)
    left = len(parts) - end
    told = [block for blocks in (reversed(fit) if latest else fit) for block in blocks]
    beginning = [section(f"*{fitted(head, _HEAD)}*")]
    if notes:
        beginning.append(context(fitted("\n".join(notes), _BESIDE)))
    if start:
        beginning.append(context(_place(start, end, len(parts), latest=latest)))
    rest = _rest(left, page, latest=latest)
    blocks = [*beginning, *rest, *told] if left and latest else [*beginning, *told, *rest]
    return Shown(blocks, end if left else None, max(start - LARGEST_PAGE, 0) if start else None)


def button(action: str, words: str, value: str) -> Block:
    """A button; its words are plain, and no smileys are made of them."""
    return {
        "type": "button",
        "action_id": action,
        "text": {"type": "plain_text", "text": shortened(words, _LABEL), "emoji": False},
        "value": value,
    }


def _place(start: int, end: int, count: int, *, latest: bool) -> str:
    first, last = (count - end + 1, count - start) if latest else (start + 1, end)
    return f"{first:,} to {last:,} of {count:,}"


def _page(parts: Sequence[Part], start: int, *, latest: bool) -> Sequence[Part]:
    """So many parts as a page has at most: a long answer reads no others."""
    if not latest:
        return parts[start : start + LARGEST_PAGE]
    end = len(parts) - start
    return parts[max(end - LARGEST_PAGE, 0) : end][::-1]


def _fitting(parts: Sequence[Part]) -> list[list[Block]]:
    """What fits; one part always does."""
    fit: list[list[Block]] = []
    room = LARGEST_MESSAGE
    for part in parts:
        said, beside = fitted(part.short or part.said, _SAID), fitted(part.beside, _BESIDE)
        room -= size(said) + size(beside)
        if room < 0:
            break
        fit.append([section(said), *([context(beside)] if beside else [])])
    return fit


def _rest(left: int, page: str | None, *, latest: bool) -> list[Block]:
    where = linked("the page", page) if page else "`ica ask`"
    if left:
        return [context(f"{left:,} {'earlier' if latest else 'more'} on {where}.")]
    return [context(linked("See the page", page))] if page else []
