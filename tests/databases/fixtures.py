"""Fixtures that give fresh databases, by their addresses."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from functools import cached_property
from itertools import count
from pathlib import Path

import pytest

from adapters.settings import Settings
from adapters.wiring import open_service

from .server import Server, running_server

KINDS = ("sqlite", "postgresql")
CHOSEN = os.environ.get("ICA_TEST_DATABASE", KINDS[0])
"""Where tests that do not name a kind keep their records."""
BOTH = pytest.mark.parametrize("database", KINDS, indirect=True)
"""`pytestmark = BOTH` runs every test of a module on each kind of database."""
ON_FILES = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""For what looks into the file that SQLite keeps."""


class Databases:
    """Makes databases; the PostgreSQL server is started when the first of its kind is asked for."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack, self._numbers = folder, stack, count(1)

    @cached_property
    def server(self) -> Server:
        """The PostgreSQL server of this session."""
        return self._stack.enter_context(running_server())

    @cached_property
    def blank(self) -> Path:
        """A file in which nothing was recorded."""
        path = self._folder / "blank.db"
        open_service(Settings(database_url=f"sqlite:///{path}")).close()
        return path

    @contextmanager
    def fresh(self, kind: str) -> Iterator[str]:
        """The address of a database that is set up and holds no facts; it is gone afterwards."""
        if kind == "sqlite":
            (folder := self._folder / f"{next(self._numbers)}").mkdir()
            yield f"sqlite:///{shutil.copy(self.blank, folder / 'record.db')}"
            return
        name = self.server.new()
        yield self.server.address(name)
        self.server.drop(name)

    @contextmanager
    def elsewhere(self, kind: str) -> Iterator[str]:
        """The address of a fresh database, or nothing where a file of the test's own will do."""
        with nullcontext("") if kind == "sqlite" else self.fresh(kind) as url:
            yield url


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Where databases come from; for fixtures that outlive a test."""
    with ExitStack() as stack:
        yield Databases(tmp_path_factory.mktemp("databases"), stack)


@pytest.fixture
def database(request: pytest.FixtureRequest, databases: Databases) -> Iterator[str]:
    """A fresh database of this test's own: SQLite, unless the module says BOTH or ICA_TEST_DATABASE=postgresql."""
    with databases.fresh(getattr(request, "param", CHOSEN)) as url:
        yield url


@pytest.fixture(params=KINDS, name="database")
def either_database(request: pytest.FixtureRequest, databases: Databases) -> Iterator[str]:
    """Imported by a folder's conftest.py it takes the place of `database`: every test there runs on each kind."""
    with databases.fresh(request.param) as url:
        yield url
