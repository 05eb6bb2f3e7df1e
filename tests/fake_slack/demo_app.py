"""A small Bolt app behind a real server, for the fake's own tests: Bolt judges the payloads, the fake the answers."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socket import socket

import uvicorn
from slack_bolt import App
from slack_bolt.adapter.starlette import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .slack import FakeSlack

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"


def bolt_app(slack: FakeSlack) -> App:
    """An app without listeners; tests add their own."""
    known = AuthorizeResult(
        enterprise_id=None, team_id="T1", bot_user_id="U0BOT", bot_id="B0BOT", bot_token=slack.bot_token
    )
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    return App(signing_secret=SECRET, client=client, authorize=lambda: known, process_before_response=True)


@contextmanager
def served(app: App) -> Iterator[str]:
    """The app at an address on loopback."""
    handler = SlackRequestHandler(app)

    async def events(request: Request) -> Response:
        return await handler.handle(request)

    pages = Starlette(routes=[Route("/slack/events", events, methods=["POST"])])
    started = threading.Event()
    server = _Server(uvicorn.Config(pages, port=0, log_level="error", lifespan="off"), started)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert started.wait(10)
    try:
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(5)


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready.set()
