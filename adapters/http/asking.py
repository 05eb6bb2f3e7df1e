"""What every reading address takes: who asks, as of when, which page, and in which form."""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import Request

from adapters.auth.access import BadToken
from adapters.http.problems import RETRY_AFTER, Problem, not_found
from adapters.moments import read_moment
from adapters.wiring import Service
from domain.actor import PUBLIC, Actor
from domain.reading import read_date
from projections.audience import Audience, audience_of
from projections.moment import Moment
from projections.page import LARGEST, Page

LONGEST_WAIT = 2.0
COMMON = ("limit", "after", "as_of", "known_at", "wait")


@dataclass(frozen=True)
class Asked:
    """One question over HTTP, read and understood."""

    service: Service
    actor: Actor
    viewer: Audience
    moment: Moment
    page: Page
    given: Mapping[str, Any]
    """The filters of this address, by name; those not given are absent."""
    whole: bool
    """No `limit` was asked for: a file then holds every row."""
    after_name: str
    """Where a list that is ordered by name goes on."""

    @property
    def audience_label(self) -> str:
        """Tells apart readers that get different bytes."""
        return self.viewer.label

    @property
    def today(self) -> str:
        """The day from which days are counted."""
        return self.moment.as_of or self.service.today()


Filters = Mapping[str, Callable[[Service, str], Any]]


def service_of(request: Request) -> Service:
    """The running record."""
    service: Service = request.app.state.service
    return service


def caller(request: Request) -> Actor:
    """Who calls; nobody without a token. Raises BadToken on any address."""
    header = request.headers.get("authorization")
    if header is None:
        return PUBLIC
    scheme, _, secret = header.partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise BadToken("Send the token as: Authorization: Bearer <token>.")
    return service_of(request).access.by_token(secret.strip())


async def asked(request: Request, filters: Filters, *, by_name: bool = False) -> Asked:
    """Read a question. Most lists go on after a position; `by_name`, after a name."""
    service, given = service_of(request), request.query_params
    actor = caller(request)
    _check_names(request, [*COMMON, *filters])
    values = {name: _read(read, service, name, given[name]) for name, read in filters.items() if given.get(name)}
    await _wait(service, given.get("wait"))
    return Asked(
        service,
        actor,
        audience_of(actor),
        Moment(
            _read(day, service, "as_of", given.get("as_of")),
            _read(moment, service, "known_at", given.get("known_at")),
        ),
        Page(
            _whole_number("limit", given.get("limit"), 50, 1, LARGEST),
            0 if by_name else _whole_number("after", given.get("after"), 0, 0, 2**62),
        ),
        values,
        "limit" not in given,
        given.get("after", ""),
    )


def _check_names(request: Request, known: list[str]) -> None:
    """Refuse what is not understood: a filter that is passed over would mislead."""
    given = [name for name, _ in request.query_params.multi_items()]
    for name in given:
        if name not in known:
            raise Problem(422, "Refused", f"There is no parameter {name}. There are: {', '.join(known)}.", name)
        if given.count(name) > 1:
            raise Problem(422, "Refused", f"{name} is given more than once: give it once.", name)


async def _wait(service: Service, position: str | None) -> None:
    """Until the views have reached a position, so that a writer reads its own write."""
    if position is None:
        return
    wanted = _whole_number("wait", position, 0, 0, 2**62)
    try:
        await asyncio.wait_for(asyncio.wrap_future(service.projector.when_reached(wanted)), LONGEST_WAIT)
    except TimeoutError:
        refusal = f"The views have not reached position {wanted} yet."
        raise Problem(503, "Not yet", refusal, "wait", RETRY_AFTER) from None


def _read(read: Callable[[Service, str], Any], service: Service, name: str, text: str | None) -> Any:
    if text is None:
        return None
    try:
        return read(service, text)
    except ValueError as problem:
        raise Problem(422, "Refused", str(problem), name) from None


def _whole_number(name: str, text: str | None, default: int, least: int, most: int) -> int:
    if text is None:
        return default
    if not re.fullmatch(r"\d{1,19}", text) or not least <= int(text) <= most:
        raise Problem(422, "Refused", f"{name} is a whole number from {least} to {most}.", name)
    return int(text)


def day(_: Service, text: str) -> str:
    """A date."""
    return read_date(text)


def moment(service: Service, text: str) -> datetime:
    """A moment; a date means the end of that day where the Coordinators are."""
    return read_moment(text, service.settings.zone)


def state(service: Service, text: str) -> str:
    """A State, by code or name."""
    return service.coordination.names.state(text)


def party(service: Service, text: str) -> str:
    """A State or organisation, by code or name."""
    return service.coordination.names.party(text)


def article(_: Service, text: str) -> int:
    """An article's number."""
    if not re.fullmatch(r"\d{1,2}", text):
        raise ValueError(f"{text!r} is not an article: write its number.")
    return int(text)


def one_of(*words: str) -> Callable[[Service, str], str]:
    """One of some words."""

    def read(_: Service, text: str) -> str:
        if text not in words:
            raise ValueError(f"{text!r} is not one of: {', '.join(words)}.")
        return text

    return read


def flag(_: Service, text: str) -> bool:
    """`true` or `false`."""
    return one_of("true", "false")(_, text.lower()) == "true"


def plain(_: Service, text: str) -> str:
    """Any text."""
    return text


def party_in_path(request: Request, text: str) -> str:
    """The State or organisation an address names; unknown ones are not found."""
    try:
        return party(service_of(request), text)
    except ValueError as unknown:
        raise not_found(str(unknown)) from None
