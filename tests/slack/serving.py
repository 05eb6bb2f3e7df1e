"""The router for Slack behind a real server, over a record that runs as it does in production."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from socket import socket
from typing import Any

import pytest
import uvicorn
from fake_slack import BY_SOCKET, FakeSlack, Human, View
from fastapi import FastAPI
from slack_bolt import App

from adapters.posting import sending
from adapters.settings import read_settings
from adapters.slack.app import build_bolt
from adapters.slack.http import router
from adapters.slack.socket_mode import listening
from adapters.wiring import Service, running
from domain.actor import Actor

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
OPERATOR = Actor("cli:test", operator=True)
_KEYS = count(1)
FILLED = {
    "donor": "Norway",
    "state": "Lao PDR",
    "direction": "cut",
    "money.amount": "200000.00",
    "money.currency": "eur",
    "reason": "strategy_change",
    "reason_source": "donor_stated",
    "reason_text": "The new strategy turns elsewhere & <!here>.",
    "occurred_on": "2025-04-02",
}
"""What a person fills in: a cut with the donor's reason."""


BY_HTTP = "http"
BOTH_TRANSPORTS = pytest.mark.parametrize("transport", [BY_HTTP, BY_SOCKET], indirect=True)
"""Slack posts to the service's address, or sends over the socket that the service opened."""


@contextmanager
def record_beside(
    slack: FakeSlack, url: str, channel: str | None = None, transport: str = BY_HTTP
) -> Iterator[Service]:
    """A record set up for the fake's workspace."""
    way = {"slack_signing_secret": SECRET} if transport == BY_HTTP else {"slack_app_token": slack.socket.token}
    with running_beside(slack, url, slack_bot_token=slack.bot_token, slack_channel=channel, **way) as service:
        yield service


@contextmanager
def running_beside(slack: FakeSlack, url: str, **settings: str | None) -> Iterator[Service]:
    """A record with these settings for Slack."""
    here = {"database_url": url, "base_url": "https://ica.example", "slack_api_url": slack.api_url}
    with running(read_settings(**here, **settings)) as service, sending(service, spacing=0.0):
        yield service


@contextmanager
def served(service: Service) -> Iterator[str]:
    """Where Slack's payloads go: the address of a server with nothing but the router, or the socket."""
    bolt = build_bolt(service) if service.settings.has_slack else None
    with listening(service, bolt):
        if service.settings.slack_app_token and not service.settings.slack_signing_secret:
            yield BY_SOCKET
        else:
            with _posted_to(service, bolt) as url:
                yield url


@contextmanager
def _posted_to(service: Service, bolt: App | None) -> Iterator[str]:
    app = FastAPI()
    app.include_router(router(service, bolt))
    started = threading.Event()
    server = _Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"), started)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert started.wait(10)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(5)


def record(service: Service, name: str, by: Actor = OPERATOR, **body: Any) -> str:
    """Record a command and wait until the views show it; returns the id of what was made."""
    receipt = service.record(by, name, body, f"test-{next(_KEYS)}")
    assert service.projector.wait_for(receipt.position, 5)
    return receipt.id


def link(service: Service, person: str, role: str, *parties: str) -> None:
    """Someone in Slack holds a role."""
    record(service, "link-person", slack=person, role=role, **({"parties": list(parties)} if parties else {}))


def events(service: Service, kind: str) -> list[Any]:
    """The facts of a kind, straight from the log."""
    streams, end = service.reader.changed(0, 10_000)
    facts = [each.fact for things in service.reader.things(streams, end) for each in things]
    return [fact for fact in facts if kind == fact.TOPIC]


def opened(slack: FakeSlack, human: Human, text: str) -> View:
    """The form that a command opens."""
    assert human.command("/ica", text).text == ""
    return slack.views[-1]


def replies(slack: FakeSlack, channel: str = "C1") -> list[Any]:
    """What the bot has in a channel, once there is something."""
    return slack.wait_for(lambda fake: fake.in_channel(channel))


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready.set()
