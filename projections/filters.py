"""What questions can be narrowed to."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class HistoryFilter:
    """`role` is `recipient`, `donor` or `any`; `since` and `until` are days on which things happened."""

    role: str = "any"
    article: int | None = None
    kind: str | None = None
    donor: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class RequestFilter:
    """`open` keeps what is open or partly met; False, what is neither. `begins`: so its id begins. `unanswered` keeps
    those for which no pledge stands.
    """

    state: str | None = None
    article: int | None = None
    status: str | None = None
    open: bool | None = None
    id: str | None = None
    begins: str | None = None
    unanswered: bool = False


@dataclass(frozen=True)
class PledgeFilter:
    """Which pledges."""

    state: str | None = None
    donor: str | None = None
    article: int | None = None
    request_id: str | None = None
    since: str | None = None
    until: str | None = None
    id: str | None = None


@dataclass(frozen=True)
class ShiftFilter:
    """`unexplained` keeps cuts, redirects and ends that the donor has not explained; `by_day` puts the earliest first.

    In order of days there is one page after the other by how many are passed over, not by position.
    """

    state: str | None = None
    donor: str | None = None
    since: str | None = None
    until: str | None = None
    unexplained: bool | None = None
    id: str | None = None
    by_day: bool = False


@dataclass(frozen=True)
class DeadlineFilter:
    """`until` is the last day of interest; with it, what is past is left out. `status` is one, or `any`.

    `overdue` keeps what is past and not met.
    """

    state: str | None = None
    article: int | None = None
    kind: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    overdue: bool | None = None


@dataclass(frozen=True)
class MeetingFilter:
    """`since` and `until` are days on which meetings are."""

    kind: str | None = None
    since: str | None = None
    until: str | None = None
    id: str | None = None


@dataclass(frozen=True)
class OutcomeFilter:
    """`status` is `open`, `done`, `dropped` or `all`."""

    status: str = "open"
    owner: str | None = None


@dataclass(frozen=True)
class FieldFilter:
    """Which plans, challenges, coalitions, practices or profiles; what a kind of thing does not say rules it out."""

    state: str | None = None
    donor: str | None = None
    article: int | None = None
    open: bool | None = None
    id: str | None = None

    def wants(self, document: dict[str, Any]) -> bool:
        """Whether a document is asked for: `donor` is whoever offers, leads or is a partner."""
        donors = {document.get("donor"), document.get("lead"), *(document.get("partners") or ())}
        articles = {document.get("article"), *(document.get("articles") or ())}
        return (
            (self.id is None or document["id"] == self.id)
            and (self.state is None or document.get("state") == self.state)
            and (self.donor is None or self.donor in donors)
            and (self.article is None or self.article in articles)
            and (self.open is None or document.get("open") == self.open)
        )
