"""A thing on record is looked at many times by one decision, and may have hundreds of facts."""

from uuid import UUID

from builders import a_command, a_payment, a_pledge

from domain.actor import Actor
from domain.record import Record

OPERATOR = Actor("cli:test", operator=True)


def test_its_facts_are_folded_once_until_there_is_one_more(record) -> None:
    """Thirty people at one meeting do not wait until the same is worked out ten times for each of them."""
    pledge_id = record.handle(a_pledge()).id
    record.handle(a_payment(pledge_id))
    pledge: Record = record.coordination.repository.get(UUID(pledge_id))
    before = pledge.standing()
    assert pledge.standing() is before

    pledge.add(type(pledge.facts[1]), a_payment(pledge_id), pledge.facts[1].timestamp, **_said(pledge))
    assert len(pledge.standing()) == len(before) + 1


def _said(pledge: Record) -> dict[str, object]:
    return {name: value for name, value in pledge.facts[1].own_fields().items() if name != "id"}


def test_what_is_held_for_the_next_command_is_what_is_stored(record) -> None:
    """Commands that are decided together do not read a thing anew; what was erased meanwhile is read as erased."""
    pledge_id = record.handle(a_pledge()).id
    with record.coordination.holding():
        said = [record.coordination.handle(a_payment(pledge_id, note="By letter.")) for _ in range(3)]
        held = record.coordination._load(UUID(pledge_id))
        assert record.coordination._load(UUID(pledge_id)) is held
        assert held.facts == record.coordination.repository.get(UUID(pledge_id)).facts
        record.coordination.handle(a_command("erase-texts", by=OPERATOR, event_id=said[0].id, why="Asked for."))
        assert record.coordination._load(UUID(pledge_id)).facts[1].note == "[erased]"
