"""Which practices were shared."""

from domain.fact import Opening


class PracticeShared(Opening):
    TOPIC = "practice.shared"
    ABOUT = "A State shared its experience."
    COMMAND = "share-practice"
    FIXED = ("state",)

    state: str
    title: str
    text: str
    articles: list[int]
    url: str | None = None
