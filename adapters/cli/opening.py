"""How a command of the command line opens the record, and who it speaks as."""

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager

from adapters.settings import read_settings
from adapters.wiring import Service, open_service
from domain.actor import Actor


@contextmanager
def record() -> Iterator[Service]:
    """The record of the settings, its views in step with the log before and after."""
    service = open_service(read_settings())
    try:
        service.projector.catch_up()
        yield service
        service.projector.catch_up()
    finally:
        service.close()


def operator(name: str | None = None) -> Actor:
    """Whoever runs the command line may do everything; `cli:<user>` unless another name is given."""
    return Actor(name or f"cli:{_user()}", operator=True)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())
