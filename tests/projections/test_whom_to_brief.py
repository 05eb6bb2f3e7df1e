"""The clock since the last contact, for each donor and State that have to do with each other."""

from builders import NOW, Kept, a_command, a_contact, a_pledge, a_request, a_retraction, a_shift

from projections.audience import COORDINATORS
from projections.moment import Moment


def due(record: Kept, days: int = 180, moment: Moment = NOW) -> list[tuple[str, str, int | None]]:
    """Donor, State, days; on 2025-06-15."""
    found, _ = record.queries.contacts_due(COORDINATORS, days, moment)
    return [(each["donor"], each["state"], each["days"]) for each in found]


def test_longest_ago_first_and_never_before_all(record: Kept):
    """Days since the last contact; none on record is not zero days."""
    for donor, on in (("XBB", "2024-06-15"), ("XBC", "2024-11-15"), ("XBD", "2025-06-01"), ("XBE", None)):
        record.handle(a_pledge(donor))
        if on:
            record.handle(a_contact(donor, on="2024-01-01"))
            record.handle(a_contact(donor, on=on))

    assert due(record) == [("XBE", "XAA", None), ("XBB", "XAA", 365), ("XBC", "XAA", 212)]
    assert due(record, 365) == [("XBE", "XAA", None), ("XBB", "XAA", 365)]
    assert due(record, moment=Moment(as_of="2024-11-15")) == []


def test_support_that_ended_needs_no_briefing(record: Kept):
    """Unless the State still asks: then who left is worth a word."""
    record.handle(a_pledge())
    record.handle(a_shift("end", None, occurred_on="2025-02-01"))
    record.handle(a_contact(on="2024-06-15"))
    assert due(record) == []

    record.handle(a_request())
    assert due(record) == [("XBB", "XAA", 365)]


def test_a_donor_that_could_help_is_worth_a_briefing(record: Kept):
    """An open request, and a profile that fits it."""
    record.handle(a_request())
    record.handle(a_command("publish-profile", donor="XBE", articles=[4], natures=["financial"]))
    record.handle(a_command("publish-profile", donor="XBD", articles=[3], natures=["financial"]))

    assert due(record) == [("XBE", "XAA", None)]


def test_a_contact_that_never_was_counts_for_nothing(record: Kept):
    """A retraction sets the clock back."""
    record.handle(a_pledge())
    record.handle(a_contact(on="2024-01-15"))
    wrong = record.handle(a_contact(on="2025-06-01"))
    assert due(record) == []
    record.handle(a_retraction(wrong.event_ids[0]))

    assert due(record) == [("XBB", "XAA", 517)]
