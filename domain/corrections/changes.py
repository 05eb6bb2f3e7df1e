"""The new values of a correction, read as the command reads them that recorded the fact."""

from collections.abc import Mapping
from typing import Any

from domain.command import COMMANDS
from domain.corrections.errors import NotCorrectable, NothingToCorrect
from domain.fact import Fact
from domain.parsing import read_changes
from domain.reading import Names
from domain.record import plain


def changes_to(fact: Fact, said: Mapping[str, object], names: Names, today: str) -> dict[str, Any]:
    """What differs from what stands; raises InvalidCommand, NotCorrectable or NothingToCorrect."""
    if fact.COMMAND is None:
        raise NotCorrectable
    original = COMMANDS[fact.COMMAND]
    changes: dict[str, Any] = plain(read_changes(original, said, names))
    for name in changes:
        if name == "visibility":
            raise NotCorrectable("Use change-visibility for who may see.", "changes.visibility")
        if name in fact.FIXED:
            raise NotCorrectable(f"{name} cannot be changed: retract the fact and record it anew.", f"changes.{name}")
    _date(changes, fact, original.DATED_BY, today)
    changes = fact.brings_along(changes) | changes
    changes = {name: value for name, value in changes.items() if getattr(fact, name) != value}
    if not changes:
        raise NothingToCorrect("These are the values that stand already.")
    return changes


def _date(changes: dict[str, Any], fact: Fact, dated_by: str | None, today: str) -> None:
    """A fact that happened on its own date moves with it; it always has a day, and none that is yet to come."""
    for name in [name for name in ("occurred_on", dated_by) if name in changes]:
        if name == "occurred_on" and changes[name] is None:
            raise NotCorrectable("A fact happened on some day: give the right one.", "changes.occurred_on")
        if str(changes[name] or "") > today:
            raise NotCorrectable("This day has not come yet: a fact is recorded once it happened.", f"changes.{name}")
    if dated_by and changes.get(dated_by) and fact.occurred_on == getattr(fact, dated_by):
        changes.setdefault("occurred_on", changes[dated_by])
