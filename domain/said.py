"""A command's own words, as the fields of the fact it becomes."""

from typing import Any

from domain.command import Command
from domain.parsing import COMMON_FIELDS, body_fields


def said(command: Command, leave_out: tuple[str, ...] = ()) -> dict[str, Any]:
    """Its own fields by name, without what every command takes."""
    return {
        name: getattr(command, name)
        for name in body_fields(type(command))
        if name not in COMMON_FIELDS and name not in leave_out
    }
