"""Refusals over HTTP: RFC 9457 problem details, with the field that each error is about."""

import re
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException

from adapters.auth.access import BadToken
from domain.coordination import UnknownCommand
from domain.errors import DomainError, NotAllowed, RecordUnavailable, StaleVersion, UnknownId

log = structlog.get_logger(__name__)

_STATUS: dict[type[Exception], tuple[int, str]] = {
    UnknownCommand: (404, "Unknown command"),
    UnknownId: (404, "Not found"),
    NotAllowed: (403, "Not allowed"),
    StaleVersion: (412, "Stale version"),
    DomainError: (422, "Refused"),
}
RETRY_AFTER = {"Retry-After": "2"}


class Problem(Exception):
    """A refusal of the door itself, rather than of the record."""

    def __init__(
        self, status: int, title: str, detail: str, field: str | None = None, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status, self.title, self.detail, self.field, self.headers = status, title, detail, field, headers


def not_found(what: str = "There is nothing here.") -> Problem:
    """The same answer for what does not exist and for what may not be seen."""
    return Problem(404, "Not found", what)


def problem(
    status: int, title: str, detail: str, errors: list[dict[str, str]], headers: dict[str, str] | None = None
) -> JSONResponse:
    """`application/problem+json`."""
    kind = "urn:ica-ledger:problem:" + re.sub(r"[^a-z0-9]+", "-", title.lower())
    body: dict[str, Any] = {"type": kind, "title": title, "status": status, "detail": detail, "errors": errors}
    headers = {"Cache-Control": "no-store"} | (headers or {})  # what is not there now may be announced tomorrow
    return JSONResponse(body, status, headers, media_type="application/problem+json")


def add_problem_handlers(app: FastAPI) -> None:
    """Every exception becomes a problem; none is swallowed, none shows a traceback."""

    @app.exception_handler(DomainError)
    async def refused(_: Request, refusal: DomainError) -> JSONResponse:
        status, title = next(_STATUS[kind] for kind in type(refusal).__mro__ if kind in _STATUS)
        errors = [{"field": error.field, "message": error.message} for error in refusal.errors if error.field]
        return problem(status, title, str(refusal), errors)

    @app.exception_handler(Problem)
    async def door(_: Request, refusal: Problem) -> JSONResponse:
        errors = [{"field": refusal.field, "message": refusal.detail}] if refusal.field else []
        return problem(refusal.status, refusal.title, refusal.detail, errors, refusal.headers)

    @app.exception_handler(BadToken)
    async def unknown_caller(_: Request, refusal: BadToken) -> JSONResponse:
        return problem(401, "Unauthorized", str(refusal), [], {"WWW-Authenticate": "Bearer"})

    @app.exception_handler(RecordUnavailable)
    async def unavailable(_: Request, refusal: RecordUnavailable) -> JSONResponse:
        log.error("record_unavailable", problem=str(refusal))
        return problem(503, "Record unavailable", f"{refusal.outcome} {refusal}", [], RETRY_AFTER)

    @app.exception_handler(DBAPIError)
    async def unreadable_views(_: Request, fault: DBAPIError) -> JSONResponse:
        log.error("views_unavailable", problem=str(fault.orig))
        return problem(503, "Views unavailable", "The views cannot be read now.", [], RETRY_AFTER)

    @app.exception_handler(RequestValidationError)
    async def unreadable(_: Request, refusal: RequestValidationError) -> JSONResponse:
        errors = [
            {"field": ".".join(str(part) for part in error["loc"][1:]), "message": str(error["msg"])}
            for error in refusal.errors()
        ]
        detail = "; ".join(f"{error['field']}: {error['message']}" for error in errors)
        return problem(422, "Refused", detail, errors)

    @app.exception_handler(HTTPException)
    async def plain(_: Request, refusal: HTTPException) -> JSONResponse:
        titles = {404: "Not found", 405: "Method not allowed"}
        title = titles.get(refusal.status_code, str(refusal.detail))
        headers = dict(refusal.headers) if refusal.headers else None
        return problem(refusal.status_code, title, str(refusal.detail), [], headers)

    @app.exception_handler(Exception)
    async def broken(request: Request, fault: Exception) -> JSONResponse:
        log.exception("request_failed", path=request.url.path, exc_info=fault)
        return problem(500, "Internal error", "Something broke here; it is in the service's own log.", [])
