"""The web server of `ica serve`; loaded by it alone, since it takes half a second."""

import gc
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from adapters.slack.app import build_bolt
from adapters.slack.socket_mode import listening
from adapters.slack.warming import warm
from adapters.web import web_app
from adapters.wiring import Service


@contextmanager
def web_server(service: Service) -> Iterator[uvicorn.Server]:
    """Answers for a running record, until a signal ends it in order; Slack may reach it by a socket meanwhile."""
    bolt = build_bolt(service) if service.settings.has_slack else None
    if bolt:
        warm(service)
    app = web_app(service, bolt)
    _make_routes(app)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, lifespan="off", timeout_graceful_shutdown=10
    )
    config.load()
    _settle()
    server = uvicorn.Server(config)
    for wanted in (signal.SIGINT, signal.SIGTERM):  # uvicorn hands them on once it has ended: nothing is left to end
        signal.signal(wanted, lambda *_: setattr(server, "should_exit", True))
    with listening(service, bolt):
        yield server


def _make_routes(app: FastAPI) -> None:
    """FastAPI makes its routes when a request is compared with them: nobody who asks waits for that."""
    nowhere = {"type": "http", "method": "GET", "path": "/nowhere", "root_path": "", "headers": []}
    for route in app.routes:
        route.matches(nowhere)


def _settle() -> None:
    """What is loaded by now stays: a look through all of it for garbage would hold up some answer for 100 ms."""
    gc.collect()
    gc.freeze()
