"""A meeting's summary as a page and as Markdown."""

import re
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

_pages = Environment(loader=PackageLoader("adapters", "templates"), autoescape=True, undefined=StrictUndefined)
_texts = Environment(
    loader=PackageLoader("adapters", "templates"), autoescape=False,  # noqa: S701 - Markdown, escaped by its own filter
    undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|])")


def as_html(summary: dict[str, Any]) -> str:
    """A page."""
    return _pages.get_template("summary.html.j2").render(summary=summary)


def as_markdown(summary: dict[str, Any]) -> str:
    """Markdown; what people wrote stays text."""
    return _texts.get_template("summary.md.j2").render(summary=summary)


def _plain(text: object) -> str:
    """Text in which nothing is markup, on one line."""
    return " ".join(_MARKUP.sub(r"\\\1", str(text)).split())


_texts.filters["plain"] = _plain
