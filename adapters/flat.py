"""From flat names and text, as command lines, tables and forms give them, to a command's plain JSON."""

import re
from collections.abc import Iterable
from dataclasses import is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

import orjson

from domain.command import Command
from domain.errors import FieldError, InvalidCommand
from domain.parsing import body_fields
from domain.values import Money

_MONEY = re.compile(r"(?P<amount>[\d.]+) (?P<currency>[A-Z]{3})\Z")


def nested(command: type[Command], given: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """`money.amount` becomes a part of `money`; lists are repeated or divided by `;`; JSON is taken as it is."""
    body: dict[str, Any] = {}
    for name, text in given:
        field, _, part = name.replace("-", "_").partition(".")
        known = body_fields(command).get(field)
        kind = without_none(known[1]) if known else None
        if part:
            holder = body.setdefault(field, {})
            if not isinstance(holder, dict):
                raise InvalidCommand((FieldError(name, f"{field} was given whole already."),))
            if part in holder:
                raise InvalidCommand((FieldError(name, f"{name} was given twice."),))
            holder[part] = _value(_part_of(kind, part), text)
            continue
        value = _value(kind, text)
        if field not in body:
            body[field] = value
        elif isinstance(value, list) and isinstance(body.get(field), list):
            body[field] += value
        else:
            raise InvalidCommand((FieldError(field, f"{field} was given twice."),))
    return body


def _value(kind: Any, text: str) -> Any:
    if text.lstrip().startswith(("{", "[")) and kind is not str:
        try:
            return orjson.loads(text)
        except ValueError:
            return text
    if get_origin(kind) is tuple:
        return [part.strip() for part in text.split(";") if part.strip()]
    if kind is Money and (money := _MONEY.match(text.strip())):
        return money.groupdict()
    return text


def _part_of(kind: Any, part: str) -> Any:
    """The kind of a part: money and the like have texts, a source has its fields, what is free is free."""
    if kind is Money:
        return str
    return without_none(get_type_hints(kind).get(part)) if is_dataclass(kind) else None


def without_none(kind: Any) -> Any:
    """The kind of an optional field, as if it were needed."""
    parts = [part for part in get_args(kind) if part is not type(None)]
    return parts[0] if type(None) in get_args(kind) else kind
