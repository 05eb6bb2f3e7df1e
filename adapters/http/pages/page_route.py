"""How pages answer: refusals as pages, and no empty fields in addresses."""

from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import quote

import structlog
from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.routing import Match
from starlette.types import Scope

from adapters.auth.access import BadToken
from adapters.http.pages.frame import address
from adapters.http.pages.rendering import refusal
from adapters.http.problems import RETRY_AFTER, Problem
from domain.errors import RecordUnavailable

log = structlog.get_logger(__name__)

_NOT_PAGES = ("/api/", "/static/")


class PageRoute(APIRoute):
    """An address for people; the API answers the same refusals as problem details."""

    takes_forms = True
    """Whether forms lead here: their empty fields are taken out of the address."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, with refusals as pages."""
        answer, takes_forms = super().get_route_handler(), self.takes_forms

        async def handle(request: Request) -> Response:
            try:
                shorter = _without_blanks(request) if takes_forms else None
                return shorter or await answer(request)
            except Problem as refused:
                return refusal(request, refused.status, refused.title, refused.detail, refused.headers or {})
            except BadToken as refused:
                return refusal(request, 401, "Unauthorized", str(refused), {"WWW-Authenticate": "Bearer"})
            except HTTPException as refused:
                return refusal(request, refused.status_code, "Not found", str(refused.detail), {})
            except RecordUnavailable as fault:
                log.error("record_unavailable", problem=str(fault))  # noqa: TRY400 - the cause is no fault of ours
                return refusal(request, 503, "Record unavailable", "The record cannot be read just now.", RETRY_AFTER)
            except Exception:
                log.exception("request_failed", path=request.url.path)
                return refusal(request, 500, "Internal error", "Something broke here; the service’s log has it.", {})

        return handle


class AnyPage(PageRoute):
    """Addresses that are nothing, asked for by a browser; never led elsewhere, since any host can stand in them."""

    takes_forms = False

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Only where a page was looked for: the API and files answer for themselves."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(_NOT_PAGES):
            return Match.NONE, {}
        accepts = next((value for name, value in scope["headers"] if name == b"accept"), b"")
        if b"text/html" not in accepts or scope["path"].endswith("/"):
            return Match.NONE, {}
        return super().matches(scope)


def _without_blanks(request: Request) -> Response | None:
    """A form sends its empty fields too; the address to keep and share has none."""
    given = request.query_params
    if all(given.values()):
        return None
    said = {name: value for name, value in given.items() if value}
    return RedirectResponse(address(quote(request.scope["path"]), said), 307)
