"""One server process for all these tests: each test speaks about States of its own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import Any

import pytest
from databases import KINDS, Databases
from outside.caller import Caller
from outside.server import Server, fresh_state, serving


@pytest.fixture(scope="session", params=KINDS)
def storage(request: Any) -> str:
    """Either database: every test here runs on each."""
    return str(request.param)


@pytest.fixture(scope="session")
def servers(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Server]]:
    """One for each kind of database, kept while files take turns with the kinds."""
    with ExitStack() as stack:

        @cache
        def started(storage: str) -> Server:
            url = stack.enter_context(databases.elsewhere(storage))
            return stack.enter_context(serving(tmp_path_factory.mktemp("server"), url=url))

        yield started


@pytest.fixture(scope="session")
def server(storage: str, servers: Callable[[str], Server]) -> Server:
    """`ica serve`, shared."""
    return servers(storage)


@pytest.fixture
def someone(server: Server) -> Callable[..., Caller]:
    """Anybody: `someone("state", code)`, `someone(None)` without a token."""
    return server.caller


@pytest.fixture(scope="session")
def office(server: Server) -> Caller:
    """The Coordinators."""
    return server.caller("coordinator")


@pytest.fixture(scope="session")
def public(server: Server) -> Caller:
    """Anybody without a token."""
    return server.caller(None)


@pytest.fixture
def state() -> str:
    """A State of this test's own."""
    return fresh_state()


@pytest.fixture
def donor() -> str:
    """A donor of this test's own."""
    return fresh_state()
