"""`ica do`: record one command."""

import sys
import uuid
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from adapters.cli.opening import operator, record
from adapters.flat import nested
from domain.authority import NOT_ASKED_FOR
from domain.command import COMMANDS, Command
from domain.parsing import body_fields, creates, is_required

Key = Annotated[str | None, typer.Option("--key", help="Idempotency key: the same key records once.")]
IfMatch = Annotated[int | None, typer.Option("--if-match", help="The version of the thing as you read it.")]
As = Annotated[str | None, typer.Option("--as", help="Who records it (default: cli:<user>).")]
Json = Annotated[str | None, typer.Option("--json", help="The body as JSON from a file, or - for standard input.")]


def add_to(app: typer.Typer) -> None:
    """Add `do`."""
    settings = {"allow_extra_args": True, "ignore_unknown_options": True}
    app.command("do", context_settings=settings, help=_help())(do)


def do(
    context: typer.Context,
    command: Annotated[str, typer.Argument(help="Such as make-pledge.")],
    key: Key = None,
    if_match: IfMatch = None,
    by: As = None,
    body: Json = None,
) -> None:
    """Record one command."""
    if key is not None and not key.strip():
        raise typer.BadParameter("--key is empty: leave it out, or name the command by it.")
    if command not in COMMANDS or command in NOT_ASKED_FOR:
        raise typer.BadParameter(f"There is no command {command!r}. There are: {', '.join(_names())}.")
    kind = COMMANDS[command]
    given = _body(kind, context.args, body)
    if if_match is not None and creates(kind, given):
        raise typer.BadParameter(f"{command} creates: leave --if-match out.")
    with record() as service:
        receipt = service.record(operator(by), command, given, key or str(uuid.uuid4()), if_match)
    answer = {name: getattr(receipt, name) for name in ("id", "event_ids", "version", "position", "recorded_at")}
    if receipt.replayed:
        print("Recorded before under this key; the same answer.", file=sys.stderr)
    print(orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode())


def _body(kind: type[Command], arguments: list[str], source: str | None) -> dict[str, Any]:
    if source is None:
        return nested(kind, _pairs(kind, arguments))
    if arguments:
        raise typer.BadParameter("Give the fields as options or as --json, not both.")
    try:
        given = orjson.loads(sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes())
    except OSError as problem:
        raise typer.BadParameter(f"{source} cannot be read: {problem.strerror}.") from None
    except ValueError as problem:
        raise typer.BadParameter(f"--json is not JSON: {problem}.") from None
    if not isinstance(given, dict):
        raise typer.BadParameter("--json holds an object with the command's fields.")
    return given


def _pairs(kind: type[Command], arguments: list[str]) -> list[tuple[str, str]]:
    """`--field value`, `--field=value`, and a bare `--flag` for what is true or false."""
    pairs: list[tuple[str, str]] = []
    rest = list(arguments)
    while rest:
        option = rest.pop(0)
        if not option.startswith("--"):
            raise typer.BadParameter(f"{option!r} belongs to no field: write --field value.")
        name, equals, value = option.removeprefix("--").partition("=")
        field = name.replace("-", "_")
        is_flag = field in body_fields(kind) and body_fields(kind)[field][1] is bool
        if not equals:
            if is_flag and (not rest or rest[0] not in {"true", "false"}):
                value = "true"
            elif rest:
                value = rest.pop(0)
            else:
                raise typer.BadParameter(f"--{name} has no value.")
        pairs.append((field, value))
    return pairs


def _names() -> list[str]:
    return sorted(COMMANDS.keys() - NOT_ASKED_FOR)


def _help() -> str:
    """Each command with its fields; those with a star are needed."""
    lines = ["Record one command: ica do COMMAND --field value …", ""]
    for name in _names():
        fields = [
            f"{field}*" if is_required(item) else field for field, (item, _) in body_fields(COMMANDS[name]).items()
        ]
        own = [field for field in fields if field.rstrip("*") not in _COMMON or field.endswith("*")]
        lines += [f"{name}: {', '.join(own)}", ""]
    lines += [f"Every command also takes: {', '.join(_COMMON)}. Money: --money '1200000.00 USD' or --money.amount …"]
    return "\n".join(lines)


_COMMON = ("occurred_on", "source", "reported_by", "visibility", "note")
