"""The web server of `ica serve`; loaded by it alone, since it takes half a second."""

import signal

import uvicorn

from adapters.web import web_app
from adapters.wiring import Service


def web_server(service: Service) -> uvicorn.Server:
    """Answers for a running record, until a signal ends it in order."""
    server = uvicorn.Server(
        uvicorn.Config(
            web_app(service), log_config=None, access_log=False, server_header=False, lifespan="off",
            timeout_graceful_shutdown=10,
        )
    )  # fmt: skip
    for wanted in (signal.SIGINT, signal.SIGTERM):  # uvicorn hands them on once it has ended: nothing is left to end
        signal.signal(wanted, lambda *_: setattr(server, "should_exit", True))
    return server
