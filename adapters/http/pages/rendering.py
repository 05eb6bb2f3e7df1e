"""Pages are made here: templates only loop and choose, and everything put into them is escaped."""

from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from adapters.http.answering import audience_headers
from adapters.http.asking import Asked
from adapters.http.pages import figures, words
from adapters.http.pages.frame import frame
from domain.names import all_states, is_state, party_name

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(request: Request, asked: Asked, template: str, *, status: int = 200, **shown: Any) -> HTMLResponse:
    """An answer as a page; who may keep it is said as the API says it."""
    text = _TEMPLATES.get_template(template).render(frame=frame(request, asked), **shown)
    return HTMLResponse(text, status, audience_headers(asked))


def refusal(request: Request, status: int, title: str, sentence: str, headers: dict[str, str]) -> HTMLResponse:
    """A refusal as a page. What may not be seen and what does not exist give the same bytes."""
    text = _TEMPLATES.get_template("refusal.html.j2").render(frame=frame(request), title=title, sentence=sentence)
    kept = {"Vary": "Authorization, Cookie, Accept", "Cache-Control": "private, no-cache"}
    return HTMLResponse(text, status, kept | headers)


def is_invented(code: str) -> bool:
    """Whether this State exists for demonstration only."""
    return is_state(code) and code not in all_states()


def safe_link(url: str | None) -> str | None:
    """An address that a page may link to: nothing that a browser would run."""
    return url if url and url.startswith(("https://", "http://")) else None


_TEMPLATES.filters |= {
    "article": words.article,
    "capital": words.capital,
    "day": figures.day,
    "left": figures.left,
    "link": safe_link,
    "listed": words.listed,
    "money": figures.money,
    "name": party_name,
    "number": figures.number,
    "recorder": words.recorder,
    "with_days": figures.with_days,
    "word": words.word,
}
_TEMPLATES.tests["invented"] = is_invented
