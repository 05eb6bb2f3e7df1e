"""How tests read a page."""

import html
import re


def plain(page: str) -> str:
    """What a reader reads: the text without tags, on one line."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def fact(page: str, event_id: str) -> str:
    """One item of a history."""
    return re.search(rf'<li id="e-{event_id}".*?</li>', page, re.DOTALL)[0]


def section(page: str, heading: str) -> str:
    """From a heading to the next of its kind."""
    return re.search(rf"<h2[^>]*>{heading}</h2>.*?(?=<h2|</main>)", page, re.DOTALL)[0]


def links(page: str, pattern: str) -> list[str]:
    """Where a page leads, among addresses of one kind."""
    return [html.unescape(found) for found in re.findall(rf'href="({pattern})"', page)]


def prose(page: str) -> str:
    """What a reader reads, without the gaps that tags leave before a comma or a full stop."""
    return re.sub(r" (?=[,.;:)])", "", plain(page))
