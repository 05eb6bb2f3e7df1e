"""Writing over HTTP: one documented operation for each command."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from fastapi import APIRouter, Request, Response

from adapters.http.asking import caller, service_of
from adapters.http.problems import Problem
from adapters.http.schema import request_body
from domain.actor import PUBLIC
from domain.authority import NOT_ASKED_FOR
from domain.command import COMMANDS, Command
from domain.memory import Receipt
from domain.parsing import creates

LARGEST_BODY = 256 * 1024
LONGEST_KEY = 200
_LOCATIONS = {"submit-request": "requests", "make-pledge": "pledges", "shift-support": "shifts"}

RECEIPT_EXAMPLE = {
    "id": "0b9f3b1e-6c52-5a0a-9d8e-0d9a1b2c3d4e",
    "event_ids": ["3f1c2b7a-94be-5b0e-8d52-7f6a5b4c3d2e"],
    "version": 1,
    "position": 42,
    "recorded_at": "2026-03-01T09:00:00+00:00",
}


def router() -> APIRouter:
    """`POST /commands/{name}` for every command that is not administration."""
    routes = APIRouter(tags=["commands"])
    for name, command in sorted(COMMANDS.items()):
        if name in NOT_ASKED_FOR:
            continue
        routes.add_api_route(
            f"/commands/{name}",
            _endpoint(name, command),
            methods=["POST"],
            name=name,
            operation_id=name,
            summary=(command.__doc__ or "").strip().splitlines()[0],
            description=(command.__doc__ or "").strip(),
            status_code=201,
            openapi_extra=request_body(command),
            responses={
                201: {"description": "Recorded", "content": {"application/json": {"example": RECEIPT_EXAMPLE}}},
                200: {"description": "The same command under the same key was recorded before; the same answer"},
                **{status: {"description": text} for status, text in _REFUSALS.items()},
            },
        )
    return routes


_REFUSALS: dict[int | str, str] = {
    400: "Malformed JSON, or no Idempotency-Key",
    401: "No token, or a bad one",
    403: "Not this caller's to record",
    404: "Unknown id",
    412: "Stale version",
    413: "Body over 256 KiB",
    422: "A rule was broken or a field cannot be read; `errors` names each field",
    503: "The database is full or gone; nothing was recorded",
}


def _endpoint(name: str, command: type[Command]) -> Callable[[Request], Awaitable[Response]]:
    async def record(request: Request) -> Response:
        service, actor = service_of(request), caller(request)
        if actor == PUBLIC:
            raise Problem(401, "Unauthorized", "Recording needs a token.", headers={"WWW-Authenticate": "Bearer"})
        service.coordination.check_role(actor, name)
        key, if_match = _key(request), _if_match(request)
        body = await _body(request)
        if if_match is not None and creates(command, body):
            raise Problem(400, "If-Match on a new thing", f"{name} creates: leave If-Match out.", "If-Match")
        received = service.coordination.receive(actor, name, body, key, if_match)
        return _answer(name, await asyncio.wrap_future(service.writer.submit(received)))

    return record


def _answer(name: str, receipt: Receipt) -> Response:
    place = f"{_LOCATIONS[name]}/{receipt.id}" if name in _LOCATIONS else f"events/{receipt.event_ids[0]}"
    headers = {"ETag": f'"{receipt.version}"', "Location": f"/api/v1/{place}"}
    if receipt.replayed:
        headers["Idempotent-Replay"] = "true"
    body = {name: getattr(receipt, name) for name in RECEIPT_EXAMPLE}
    return Response(orjson.dumps(body), 200 if receipt.replayed else 201, headers, "application/json")


def _key(request: Request) -> str:
    key = request.headers.get("idempotency-key", "").strip()
    if not key:
        raise Problem(
            400, "Idempotency-Key missing", "Send an Idempotency-Key: the same key records once, however often sent.",
            "Idempotency-Key",
        )  # fmt: skip
    if len(key) > LONGEST_KEY:
        raise Problem(
            400, "Idempotency-Key too long", f"A key has at most {LONGEST_KEY} characters.", "Idempotency-Key"
        )
    return key


def _if_match(request: Request) -> int | None:
    header = request.headers.get("if-match")
    if header is None:
        return None
    version = re.fullmatch(r'(?:W/)?"?(\d{1,9})"?', header.strip())
    if version is None:
        raise Problem(400, "If-Match unreadable", 'If-Match is the version of the thing, such as "3".', "If-Match")
    return int(version[1])


async def _body(request: Request) -> dict[str, Any]:
    """The JSON object sent, read no further than the limit."""
    sent = bytearray()
    async for chunk in request.stream():
        sent += chunk
        if len(sent) > LARGEST_BODY:
            raise Problem(
                413, "Body too large", "A command has at most 256 KiB: put documents elsewhere and name them."
            )
    try:
        body = orjson.loads(bytes(sent))
    except orjson.JSONDecodeError as broken:
        raise Problem(400, "Malformed JSON", f"The body is not JSON: {broken}.") from None
    if not isinstance(body, dict):
        raise Problem(400, "Malformed JSON", "The body is a JSON object with the command's fields.")
    return body
