"""What surrounds every page: where it is, who looks, at which moment, and addresses that keep that moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from fastapi import Request

from adapters.http.asking import Asked
from adapters.http.pages.figures import day
from adapters.http.pages.words import READER
from domain.names import party_name

API = "/api/v1"
MOMENT = ("as_of", "known_at")


@dataclass(frozen=True)
class Frame:
    """One page's surroundings."""

    path: str
    given: Mapping[str, str]
    """The query of the address, as written."""
    reader: str | None = None
    past: str | None = None
    """A sentence on the moment looked at; None for now."""

    def at(self, path: str, **query: object) -> str:
        """Another page, at the moment that is looked at; a place on this page as it is."""
        if path.startswith("#"):
            return path
        kept = {name: self.given[name] for name in MOMENT if name in self.given}
        return address(path, {name: value for name, value in query.items() if value is not None} | kept)

    def here(self, path: str | None = None, /, **changes: object) -> str:
        """This page, or another with the same filters, with other parameters; None takes one away."""
        query = {name: value for name, value in {**self.given, **changes}.items() if value is not None}
        return address(path or self.path, query)

    def now(self) -> str:
        """This page, not in the past."""
        return self.here(as_of=None, known_at=None, after=None)

    def data(self, form: str = "", path: str | None = None, *, filtered: bool = True) -> str:
        """The same answer from the API; `filtered=False` leaves out the filters of a part of the page."""
        left_out = {"after", "limit", "wait"}
        query = {
            name: value for name, value in self.given.items() if name not in left_out and (filtered or name in MOMENT)
        }
        return address(f"{API}{quote(path) if path else self.path}{form}", query)

    def is_at(self, path: str) -> bool:
        """Whether this page lies under a path."""
        return self.path == path or self.path.startswith(f"{path}/")

    def is_beneath(self, paths: Sequence[str]) -> bool:
        """Whether this page lies under any of some paths."""
        return any(self.is_at(path) for path in paths)


def frame(request: Request, asked: Asked | None = None) -> Frame:
    """The surroundings of one request; without `asked`, of a refusal."""
    path = quote(request.scope["path"])
    if asked is None:
        return Frame(path, {})
    return Frame(path, dict(request.query_params), _reader(asked), _past(request, asked))


def address(path: str, query: Mapping[str, object]) -> str:
    """A path with its query."""
    return f"{path}?{urlencode(query)}" if query else path


def _reader(asked: Asked) -> str:
    seen = READER.get(asked.viewer.name, "You see more than what is public.")
    own = ", ".join(party_name(party) for party in sorted(asked.viewer.parties))
    return f"{seen} You also see all that {own} recorded or reported." if own else seen


def _past(request: Request, asked: Asked) -> str | None:
    """`as of` is about when things happened, `as known at` about when they were recorded."""
    as_of, known_at = asked.moment.as_of, asked.moment.known_at
    parts = []
    if as_of:
        parts.append(f"what had happened by {day(as_of)}")
    if known_at:
        written = request.query_params["known_at"]
        local = known_at.astimezone(asked.service.settings.zone)
        hour = "the end of " if len(written) == len("2025-01-01") else f"{local:%H:%M} on "
        parts.append(f"what was on record at {hour}{day(local.date().isoformat())}")
    return f"You are looking at the past: {', and '.join(parts)}." if parts else None
