"""A thing on record is looked at many times by one decision, and may have hundreds of facts."""

from uuid import UUID

from builders import a_payment, a_pledge

from domain.record import Record


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
