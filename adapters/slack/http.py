"""`POST /slack/events`: all that Slack sends, verified and answered by Bolt in a thread; and the way to install."""

from fastapi import APIRouter, Request, Response
from slack_bolt import App, BoltRequest
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers

from adapters.slack import oauth
from adapters.wiring import Service

LARGEST_BODY = 1024 * 1024
"""Bytes; a modal has at most 250,000 and is sent encoded."""


def router(service: Service, app: App | None) -> APIRouter:
    """The addresses for Slack; none where Slack is not set up, or comes by Socket Mode alone."""
    routes = APIRouter()
    if app and service.settings.slack_signing_secret:

        @routes.post("/slack/events", include_in_schema=False)
        async def events(request: Request) -> Response:
            body = await _body(request)
            if body is None:
                return Response(status_code=413)
            return await run_in_threadpool(_dispatched, app, body, request)

    if app and service.settings.has_oauth:
        oauth.add_to(routes, service)
    return routes


async def _body(request: Request) -> bytes | None:
    """The raw body that was signed; None where it is too large to be Slack's."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            return None
    return body


def _may_be_slacks(headers: Headers) -> bool:
    """Bolt verifies the signature, but breaks over one that is not written as Slack writes it."""
    timestamp, signature = headers.get("x-slack-request-timestamp", ""), headers.get("x-slack-signature", "")
    return timestamp.isascii() and timestamp.isdigit() and signature.isascii()


def _dispatched(app: App, body: bytes, request: Request) -> Response:
    try:
        asked = BoltRequest(body=body.decode(), headers=dict(request.headers))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Response(status_code=401)  # what Slack signs can be read
    if asked.body.get("ssl_check") == "1" and asked.body.keys() <= {"ssl_check", "token"}:
        return Response()  # Slack looks at the certificate, and wants nothing
    if not _may_be_slacks(request.headers):
        return Response(status_code=401)
    if not isinstance(asked.body.get("event", {}), dict):
        return Response(status_code=400)
    answered = app.dispatch(asked)
    return Response(answered.body, answered.status, answered.first_headers_without_set_cookie())
