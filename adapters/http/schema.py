"""Commands as JSON Schema, read from their types, for the API's documentation."""

import types
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum, IntEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from domain.command import Command
from domain.parsing import body_fields, is_required
from domain.values import EARLIEST_YEAR, LATEST_YEAR, Date, Id, Money, Party, Ratio, Region, State, Year

_SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Date: {"type": "string", "format": "date"},
    Id: {"type": "string", "description": "An id, or `key:` and the idempotency key that made it"},
    State: {"type": "string", "description": "ISO 3166 alpha-3, or an exact name"},
    Party: {"type": "string", "description": "A State or organisation, by code or exact name"},
    Ratio: {"type": "string", "examples": ["1:1"]},
    Year: {"type": "integer", "minimum": EARLIEST_YEAR, "maximum": LATEST_YEAR},
    Region: {"type": "string", "description": "A region of UN M49, or World", "examples": ["South-eastern Asia"]},
    Money: {
        "type": "object",
        "required": ["amount", "currency"],
        "additionalProperties": False,
        "properties": {
            "amount": {"type": "string", "examples": ["1200000.00"]},
            "currency": {"type": "string", "description": "ISO 4217", "examples": ["USD"]},
        },
    },
}


def request_body(command: type[Command]) -> dict[str, Any]:
    """The OpenAPI parts of a command: its headers, its body, an example that the API accepts."""
    known = body_fields(command)
    schema = {
        "type": "object",
        "title": command.NAME,
        "additionalProperties": False,
        "required": [name for name, (item, _) in known.items() if is_required(item)],
        "properties": {name: _schema(kind) for name, (_, kind) in known.items()},
    }
    parameters = [_header("Idempotency-Key", "Names this command: the same key records once", required=True)]
    if command.NAMES_THING:
        parameters.append(_header("If-Match", "The version of the thing as it was read", required=False))
    return {
        "parameters": parameters,
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": schema, "example": command.EXAMPLE}},
        },
        "security": [{"token": []}],
    }


def _header(name: str, about: str, *, required: bool) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": required, "description": about, "schema": {"type": "string"}}


def _schema(kind: Any) -> dict[str, Any]:
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if get_origin(kind) in (Union, types.UnionType):
        return _schema(next(part for part in get_args(kind) if part is not type(None)))
    if get_origin(kind) is tuple:
        return {"type": "array", "minItems": 1, "items": _schema(get_args(kind)[0])}
    if get_origin(kind) is dict:
        value = get_args(kind)[1]
        return {"type": "object", "additionalProperties": True if value is object else _schema(value)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"type": "integer" if issubclass(kind, IntEnum) else "string", "enum": [each.value for each in kind]}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [item.name for item in fields(kind) if item.default is MISSING],
            "properties": {item.name: _schema(hints[item.name]) for item in fields(kind)},
        }
    raise TypeError(f"no schema for {kind}")
