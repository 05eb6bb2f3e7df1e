"""From flat names and text, as command lines, tables and forms give them, to a command's plain JSON."""

import json
import re
from collections.abc import Iterable
from typing import Any, get_args, get_origin

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
        value = _value(known[1] if known else None, text)
        if part:
            holder = body.setdefault(field, {})
            if not isinstance(holder, dict):
                raise InvalidCommand((FieldError(name, f"{field} was given whole already."),))
            holder[part] = value
        elif isinstance(value, list) and isinstance(body.get(field), list):
            body[field] += value
        elif field in body:
            raise InvalidCommand((FieldError(field, f"{field} was given twice."),))
        else:
            body[field] = value
    return body


def _value(kind: Any, text: str) -> Any:
    kind = next((part for part in get_args(kind) if part is not type(None)), kind) if _optional(kind) else kind
    if text.lstrip().startswith(("{", "[")) and kind is not str:
        try:
            return json.loads(text)
        except ValueError:
            return text
    if get_origin(kind) is tuple:
        return [part.strip() for part in text.split(";") if part.strip()]
    if kind is Money and (money := _MONEY.match(text.strip())):
        return money.groupdict()
    return text


def _optional(kind: Any) -> bool:
    return type(None) in get_args(kind)
