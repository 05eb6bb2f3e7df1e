"""From plain JSON to a command: every field is read, and everything wrong is named at once."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Any, get_type_hints

from domain.command import COMMANDS, Command
from domain.errors import FieldError, InvalidCommand
from domain.reading import Names, Reader, Unreadable

COMMON_FIELDS = ("occurred_on", "source", "reported_by", "visibility", "note")
"""What every command takes."""


def body_fields(command: type[Command]) -> dict[str, tuple[Field[Any], Any]]:
    """The fields a body may hold, own ones first, each with its type."""
    return _body_fields(command.NAME)


@cache
def _body_fields(name: str) -> dict[str, tuple[Field[Any], Any]]:
    command = COMMANDS[name]
    hints = get_type_hints(command)
    own = [item for item in fields(command) if not item.metadata.get("door")]
    own.sort(key=lambda item: item.name in COMMON_FIELDS)
    return {item.name: (item, hints[item.name]) for item in own}


def is_required(item: Field[Any]) -> bool:
    """Whether a body must hold this field."""
    return item.default is MISSING and item.default_factory is MISSING


def creates(command: type[Command], body: Mapping[str, object]) -> bool:
    """Whether it makes a thing of its own: it names none, or need not and does not."""
    field = command.NAMES_THING
    return field is None or (body.get(field) is None and not is_required(body_fields(command)[field][0]))


def read_fields(
    command: type[Command], body: Mapping[str, object], names: Names
) -> tuple[dict[str, Any], tuple[FieldError, ...]]:
    """What can be read of a body, by field, and what cannot; unknown and missing fields are errors too."""
    known = body_fields(command)
    values: dict[str, Any] = {}
    errors = [FieldError(name, _unknown(name, command)) for name in body if name not in known]
    reader = Reader(names)
    for name, (item, kind) in known.items():
        if body.get(name) is None:
            if is_required(item):
                errors.append(FieldError(name, f"{command.NAME} needs {name}."))
            continue
        try:
            values[name] = reader.read(kind, body[name])
        except Unreadable as problem:
            errors.extend(FieldError(f"{name}{path}", message) for path, message in problem.found)
    return values, tuple(errors)


def read_changes(command: type[Command], changes: Mapping[str, object], names: Names) -> dict[str, Any]:
    """The new values of a correction; a null takes an optional field away. Raises InvalidCommand under `changes.`."""
    known = body_fields(command)
    given = {name: value for name, value in changes.items() if value is not None}
    values, errors = read_fields(command, given, names)
    errors = tuple(error for error in errors if error.field.split(".")[0].split("[")[0] in given)
    for name in (name for name in changes if name not in given):
        if name not in known:
            errors += (FieldError(name, _unknown(name, command)),)
        elif is_required(known[name][0]):
            errors += (FieldError(name, f"{command.NAME} needs {name}: give its right value."),)
        else:
            values[name] = known[name][0].default
    if errors:
        raise InvalidCommand(tuple(FieldError(f"changes.{error.field}", error.message) for error in errors))
    return values


def _unknown(name: str, command: type[Command]) -> str:
    return f"{command.NAME} has no field {name}. It takes: {', '.join(body_fields(command))}."
