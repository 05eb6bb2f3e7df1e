"""A record with a story, served on a port of its own, and a browser to look at its pages."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
import uvicorn
from builders import Clock, open_record
from databases import CHOSEN
from pages.page_facts import tell
from playwright.sync_api import Browser, sync_playwright

from adapters.http.app import create_app
from adapters.http.pages.routes import routes

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@contextmanager
def served(app) -> Iterator[str]:
    """The address at which an application answers."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        thread.join(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="package")
def story(databases):
    """The record with its story, on the day 2025-06-15, and the ids of what was told."""
    with databases.fresh(CHOSEN) as url:
        kept = open_record(url, Clock())
        ids = tell(kept)
        kept.clock.set("2025-06-15")
        yield kept, ids
        kept.close()


@pytest.fixture(scope="package")
def ids(story) -> dict[str, str]:
    """What was told, by name."""
    return story[1]


@pytest.fixture(scope="package")
def address(story) -> Iterator[str]:
    """Where the pages are."""
    app = create_app(story[0])
    if not any(getattr(route, "original_router", None) is routes for route in app.routes):
        app.include_router(routes)
    with served(app) as at:
        yield at


@pytest.fixture(scope="package")
def public(address) -> Iterator[httpx.Client]:
    """Somebody without a token."""
    with httpx.Client(base_url=address, headers={"Accept": "text/html"}) as client:
        yield client


@pytest.fixture(scope="package")
def visit(public):
    """Get a page as somebody with a role; without one, as anybody."""

    def get(path: str, role: str | None = None) -> httpx.Response:
        return public.get(path, headers={"Authorization": f"Bearer ica_{role}"} if role else {})

    return get


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a module's tests; while it runs, no test elsewhere could run an event loop of its own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield chromium
        chromium.close()
