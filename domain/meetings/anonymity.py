"""Who spoke without being named: where that could be read, in a statement and in what is said about it later."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from domain.actor import Grant
from domain.command import Command
from domain.fact import Fact
from domain.meeting_words import Attribution
from domain.meetings.errors import WouldNameTheSpeaker
from domain.meetings.events import StatementRecorded
from domain.names import giveaways, is_state

C = TypeVar("C", bound=Command)


def is_anonymous(fact: Fact | None) -> bool:
    """Whether this is a statement that keeps no speaker."""
    return isinstance(fact, StatementRecorded) and fact.attribution != Attribution.NAMED


def check_words(said: Any, fields: tuple[str, ...], way_out: str, known: Fact | None = None) -> None:
    """Refuse words of a command or fact, or of its source, that would name a State; those of `known` stood already."""
    stood = {word for text in _texts(known, fields).values() for word in giveaways(text)} if known else set()
    for field, text in _texts(said, fields).items():
        if words := [f"“{word}”" for word in giveaways(text) if word not in stood]:
            raise WouldNameTheSpeaker(f"{', '.join(words)} in {field} may name who spoke: {way_out}", field)


def check_about_anonymous(said: Any, hosts: Iterable[str], known: Fact | None = None) -> None:
    """An outcome about such a statement names no State either, unless a host of the meeting takes it on."""
    check_words(said, ("text", "note"), "reword it, or leave out what it is about.", known)
    if said.owner and is_state(said.owner) and said.owner not in hosts:
        raise WouldNameTheSpeaker("This owner may be who spoke: leave out the owner, or what it is about.", "owner")


def without_speaker(command: C) -> C:
    """Whose word it is, and the organisation of whoever recorded it, could be the speaker: neither is kept."""
    return replace(command, reported_by=None, acting=command.acting and Grant(command.acting.role))


def _texts(said: Any, fields: tuple[str, ...]) -> dict[str, str]:
    texts = {field: getattr(said, field) for field in fields}
    source = said.source or {}
    parts = source if isinstance(source, Mapping) else vars(source)
    texts |= {f"source.{part}": text for part, text in parts.items() if part != "kind"}
    return {field: text for field, text in texts.items() if text}
