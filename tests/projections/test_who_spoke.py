"""Who spoke without being named: nobody can read it anywhere, whichever way it reached the record."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from databases import Databases
from two_worlds import READERS, World, a_world, everything

BUT_AUDITORS = tuple(READERS.keys() - {"auditor"})
"""Auditors see what a correction took away."""
Story = Callable[[World, str], None]


def reported(world: World, who: str) -> None:
    """A statement comes with whose word it is, and a key that names it."""
    command = {"reported_by": who, "confirmed_anonymous": True, "key": f"said-by-{who}"}
    world.statement(**command)
    world.statement(**command | {"attribution": "withheld", "group": None, "key": f"again-{who}"})


def corrected(world: World, who: str) -> None:
    """What is said about it later comes with whose word that is."""
    statement = world.statement(key="corrected")
    world.do("correct", event_id=statement, changes={"text": "The area is very small."}, why="Typo.", reported_by=who)
    narrowed = {"about": statement, "visibility": "coordinators", "why": "Not for all.", "reported_by": who}
    world.do("change-visibility", **narrowed)
    world.do("correct", event_id=statement, retract=True, why="Said elsewhere.", reported_by=who)


def settled(world: World, who: str) -> None:
    """An outcome is about it."""
    statement = world.statement(key="settled")
    said = {"text": "Seek partners.", "about": statement}
    world.do("record-outcome", meeting_id=world.meeting, key="outcome", **said)


def named_at_first(world: World, who: str) -> None:
    """A named statement should have stayed anonymous, and is corrected."""
    said = {"attribution": "named", "group": None, "speaker": who, "reported_by": who}
    statement = world.statement(key="said", **said)
    world.record.clock.set("2025-06-23")
    changes = {"attribution": "group", "group": "affected_state"}
    world.do("correct", event_id=statement, changes=changes, why="It did not wish to be named.", key="correction")


STORIES: dict[str, tuple[tuple[Story, ...], tuple[str, ...]]] = {
    "never named": ((reported, corrected, settled), tuple(READERS)),
    "named at first": ((named_at_first,), BUT_AUDITORS),
}


@pytest.fixture
def pair(databases: Databases) -> Iterator[list[World]]:
    """Two records alike, until somebody speaks."""
    with ExitStack() as stack:
        worlds = [a_world(stack.enter_context(databases.fresh("sqlite"))) for _ in range(2)]
        yield worlds
        for world in worlds:
            world.record.close()


@pytest.mark.parametrize("story", STORIES)
def test_nobody_reads_who_spoke(pair: list[World], story: str, tmp_path: Path) -> None:
    """Two records that differ only in who spoke answer in the same bytes, to each reader, on every surface."""
    told, readers = STORIES[story]
    for world, who in zip(pair, ("XAA", "XAB"), strict=True):
        world.record.clock.set("2025-06-16")
        for tell in told:
            tell(world, who)
    one, other = (everything(world, readers, tmp_path) for world in pair)

    assert len(one) > 500
    assert [place for place in one if one[place] != other.get(place)] == []
