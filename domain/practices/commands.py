"""What can be said about practices."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import State
from domain.words import Article


@dataclass(frozen=True, kw_only=True)
class SharePractice(Command):
    """A State shares what worked, so that others need not learn it anew."""

    NAME = "share-practice"
    EXAMPLE = {
        "state": "XAA",
        "title": "Survey before clearance",
        "text": "Non-technical survey cancelled two thirds of the suspected area before any was cleared.",
        "articles": [4],
    }

    state: State
    title: str
    text: str
    articles: tuple[Article, ...]
    url: str | None = None
