"""Answers as papers to read, print and send: a meeting's summary and a State's briefing, as a page and as Markdown."""

import re
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from domain.names import party_name
from domain.values import Money
from domain.words import ReasonSource, Visibility

_pages = Environment(loader=PackageLoader("adapters", "templates"), autoescape=True, undefined=StrictUndefined)
_texts = Environment(
    loader=PackageLoader("adapters", "templates"), autoescape=False,  # noqa: S701 - Markdown, escaped by its own filter
    undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
_SAID_BY = {
    ReasonSource.DONOR_STATED: "In the donor’s own words",
    ReasonSource.RECIPIENT_ACCOUNT: "By the recipient’s account",
    ReasonSource.COORDINATOR_INFERENCE: "Inferred by the Coordinators, the donor has not said so",
}
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|])")


def as_html(paper: str, told: dict[str, Any]) -> str:
    """A page; `paper` is `summary` or `briefing`."""
    return _pages.get_template(f"{paper}.html.j2").render({paper: told})


def as_markdown(paper: str, told: dict[str, Any]) -> str:
    """Markdown; what people wrote stays text."""
    return _texts.get_template(f"{paper}.md.j2").render({paper: told})


def _plain(text: object) -> str:
    """Text in which nothing is markup, on one line."""
    return " ".join(_MARKUP.sub(r"\\\1", str(text)).split())


def _money(stored: dict[str, str] | None) -> str:
    """`1,200,000.00 EUR`; what is not on record is not zero."""
    return str(Money.read(stored)) if stored else "none on record"


def _sums(moneys: list[dict[str, str]]) -> str:
    """Each currency by itself, never added up."""
    return ", ".join(_money(each) for each in moneys) or "none on record"


def _circle(visibility: str | None) -> str:
    """Who may see it, where that is not everybody: a paper is passed on."""
    return f" [{_word(visibility)} only]" if visibility and visibility != Visibility.PUBLIC else ""


def _word(value: str) -> str:
    """`will_meet_alone` as `will meet alone`; States Parties keep their capitals."""
    return value.replace("_", " ").replace("states parties", "States Parties")


def _figures(said: dict[str, Any] | None) -> str:
    """`cleared m2 300,000, remaining m2 900,000`; what is not on record is not zero."""
    return ", ".join(f"{_word(name)} {value:,}" for name, value in (said or {}).items()) or "none on record"


def _said_by(source: str) -> str:
    """Whose words a reason is: an inference never reads as the donor's own."""
    return _SAID_BY[ReasonSource(source)]


_FILTERS = {
    "circle": _circle,
    "figures": _figures,
    "money": _money,
    "name": party_name,
    "said_by": _said_by,
    "sums": _sums,
    "word": _word,
}
_pages.filters |= _FILTERS
_texts.filters |= _FILTERS | {"plain": _plain}
