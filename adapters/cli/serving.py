"""`ica serve`: the service in one process, until it is told to end."""

import socket
import sys
from typing import Annotated, Any, NoReturn

import typer

from adapters.demonstration.load import DemonstrationRefused, load
from adapters.logs import configure_logs
from adapters.settings import read_settings
from adapters.wiring import running

WAITING = 2048
"""Connections that may wait to be taken."""


def add_to(app: typer.Typer) -> None:
    """Add `serve`."""
    app.command("serve")(serve)


def serve(
    demo: Annotated[bool, typer.Option("--demo", help="With demonstration data, in demo.db unless told.")] = False,
) -> None:
    """Run the web service, the bot, the views and the reminders in one process."""
    configure_logs()
    given: dict[str, Any] = {}
    if demo and not read_settings().model_fields_set & {"database_url"}:
        given["database_url"] = "sqlite:///demo.db"
    settings = read_settings(**given)
    with _door(settings.host, settings.port) as door, running(settings) as service:
        if demo:
            try:
                print(load(service))
            except DemonstrationRefused as refusal:
                print(refusal, file=sys.stderr)
                raise typer.Exit(1) from None
        from adapters.cli.web_server import web_server  # noqa: PLC0415 - no other command needs it
        from adapters.scheduler import reminding  # noqa: PLC0415 - nor the bot, which it brings along

        with web_server(service) as server, reminding(service):
            print(f"ica-ledger answers at http://{_opened(door, settings.host)} (stop it with Ctrl-C)", flush=True)
            server.run(sockets=[door])


def _door(host: str, port: int) -> socket.socket:
    """A socket bound to the address, before anything is begun; it is opened once there is somebody to answer."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        door = socket.socket(family, kind, protocol)
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
    except OSError as problem:
        _cannot_listen(host, port, problem)
    return door


def _opened(door: socket.socket, host: str) -> str:
    port = door.getsockname()[1]
    try:
        door.listen(WAITING)
    except OSError as problem:
        _cannot_listen(host, port, problem)
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _cannot_listen(host: str, port: int, problem: OSError) -> NoReturn:
    why = problem.strerror or problem
    print(f"Nothing can listen at {host}:{port}: {why}. Set ICA_HOST and ICA_PORT.", file=sys.stderr)
    raise typer.Exit(1) from None
