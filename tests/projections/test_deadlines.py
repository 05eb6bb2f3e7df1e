"""What is due from a State, as the record on disk tells it."""

from typing import Any

import pytest
from builders import NOW, Clock, Kept, a_command, a_payment, a_pledge, a_report, euros

from domain.words import Visibility
from projections.audience import COORDINATORS, PUBLIC, STATES_PARTIES, Audience
from projections.filters import DeadlineFilter
from projections.moment import Moment

BIH = {"state": "BIH", "article": 4}


def due(record: Kept, state: str | None = "BIH", **asked: Any) -> list[dict[str, Any]]:
    """Deadlines of a State."""
    return record.queries.deadlines(COORDINATORS, DeadlineFilter(state=state, **asked), NOW)[0]


def clearance(record: Kept, state: str = "BIH") -> dict[str, Any]:
    """The one clearance term of a State."""
    (found,) = due(record, state, kind="clearance", status="any")
    return found


def joined(record: Kept, state: str = "BIH", deposited_on: str = "2010-09-07") -> None:
    """A State deposits."""
    said = {"state": state, "deposited_on": deposited_on, "action": "ratification"}
    record.handle(a_command("record-accession", **said))


def declared(record: Kept, **said: Any) -> str:
    """An obligation under Article 4 is declared."""
    return record.handle(a_command("declare-obligation", **BIH | said)).id


def extended(record: Kept, until: str, **said: Any) -> None:
    """More time is granted."""
    body = {"decided_on": "2020-11-27", "decided_by": "meeting", "until": until} | said
    record.handle(a_command("decide-extension", **BIH | body))


def scheduled(record: Kept, on: str, title: str = "Meeting of States Parties") -> str:
    """A meeting that decides is planned."""
    return record.handle(a_command("schedule-meeting", title=title, kind="msp", on=on)).id


def test_a_declared_obligation_is_due_ten_years_on(record: Kept) -> None:
    """Bosnia and Herzegovina's clearance is computed, with its basis in words."""
    joined(record)
    declared(record)
    found = clearance(record)
    assert (found["due_on"], found["computed"], found["status"]) == ("2021-03-01", True, "fixed")
    assert found["basis"] == "10 years after entry into force on 2011-03-01 (Article 4(1))"
    assert found["exceeds_treaty_limit"] is False


def test_the_date_granted_stands(record: Kept) -> None:
    """Where less is granted than was asked, the date granted is the deadline."""
    joined(record)
    declared(record)
    record.handle(a_command("request-extension", **BIH, until="2026-03-01", lodged_on="2020-01-10"))
    extended(record, "2022-09-01")
    found = clearance(record)
    assert (found["due_on"], found["computed"], found["exceeds_treaty_limit"]) == ("2022-09-01", False, False)


def test_a_silence_procedure_is_told(record: Kept) -> None:
    """An extension by silence procedure says so in its basis."""
    joined(record)
    declared(record)
    extended(record, "2022-09-01", decided_by="silence_procedure")
    assert clearance(record)["basis"] == "extended until 2022-09-01, decided by silence procedure on 2020-11-27"


def test_more_than_the_treaty_allows_is_taken_and_marked(record: Kept) -> None:
    """Five years at once are within the limit, a day more is taken and marked."""
    joined(record)
    declared(record)
    extended(record, "2026-03-01")
    assert clearance(record)["exceeds_treaty_limit"] is False
    extended(record, "2031-03-02", decided_on="2025-06-01")
    found = clearance(record)
    assert (found["due_on"], found["exceeds_treaty_limit"]) == ("2031-03-02", True)


def test_later_hostilities_give_a_second_clock(record: Kept) -> None:
    """Remnants of later hostilities are due ten years after these end, beside the first clock."""
    joined(record)
    first = declared(record)
    second = declared(record, anchor_on="2020-11-10")
    found = due(record, kind="clearance")
    assert [(each["due_on"], each["obligation_id"]) for each in found] == [
        ("2021-03-01", first),
        ("2030-11-10", second),
    ]
    assert found[1]["basis"] == "10 years after the end of hostilities on 2020-11-10 (Article 4(1))"


def test_what_is_fulfilled_is_met(record: Kept) -> None:
    """A fulfilled obligation is met, and no extension need be lodged for it."""
    joined(record)
    declared(record)
    assert len(due(record, kind="extension_lodging", status="any")) == 1
    record.handle(a_command("fulfil-obligation", **BIH, declared_on="2023-08-30"))
    found = clearance(record)
    assert (found["status"], found["fulfilled_on"]) == ("met", "2023-08-30")
    assert due(record, kind="extension_lodging", status="any") == []


def test_withdrawal_ends_what_is_due(record: Kept, clock: Clock) -> None:
    """From the day a withdrawal has effect nothing is due, and what falls due after it has ended already."""
    joined(record)
    declared(record, anchor_on="2020-11-10")
    declared(record)
    clock.set("2020-12-01")
    record.handle(a_command("record-withdrawal", state="BIH", notified_on="2020-11-20"))
    first, later = due(record, kind="clearance")
    assert (first["due_on"], first["status"]) == ("2021-03-01", "fixed")
    assert (later["due_on"], later["status"]) == ("2030-11-10", "ended")
    assert "2021-05-20" in later["basis"]
    clock.set("2021-05-20")
    assert [each["status"] for each in due(record, kind="clearance")] == ["ended", "ended"]
    assert due(record, status="fixed") == []


def test_a_moved_meeting_moves_the_lodging_day(record: Kept) -> None:
    """An extension is lodged nine months before the meeting that decides, on whichever day that is."""
    joined(record)
    declared(record)
    scheduled(record, "2021-09-20", "Too late to decide")
    assert clearance(record)["lodging_on"] is None
    scheduled(record, "2019-09-02", "Not the last")
    meeting = scheduled(record, "2020-11-23")
    assert clearance(record)["lodging_on"] == "2020-02-23"
    record.handle(a_command("move-meeting", meeting_id=meeting, on="2020-11-30"))
    assert clearance(record)["lodging_on"] == "2020-02-29"
    (lodging,) = due(record, kind="extension_lodging")
    assert (lodging["due_on"], lodging["status"]) == ("2020-02-29", "fixed")


def test_nobody_is_late_by_a_meeting_years_before_the_deadline(record: Kept) -> None:
    """Meetings that decide come every year: the last of them is yet to be scheduled, and that is said."""
    joined(record, deposited_on="2020-09-07")
    declared(record)
    scheduled(record, "2025-09-01", "Not the last")
    (lodging,) = due(record, kind="extension_lodging")
    assert (lodging["due_on"], lodging["provisional"]) == ("2024-12-01", True)
    assert "yet to be scheduled" in lodging["basis"]
    (state,) = record.queries.states(COORDINATORS, NOW)
    assert state["next_deadline"]["kind"] != "extension_lodging"
    scheduled(record, "2029-09-10", "The last")
    (lodging,) = due(record, kind="extension_lodging")
    assert (lodging["due_on"], lodging["provisional"]) == ("2028-12-10", False)


def test_coverage_hides_what_was_due_before_it(record: Kept) -> None:
    """Annual reports due before the record is kept are not outstanding; those on record still show as met."""
    joined(record)
    record.handle(a_report("BIH", 2013))
    everything = due(record, kind="annual_report", status="any")
    assert everything[0]["year"] == 2011
    record.handle(a_command("record-coverage", what="article7", from_on="2024-01-01"))
    kept = due(record, kind="annual_report", status="any")
    assert [(each["year"], each["status"]) for each in kept] == [
        (2013, "met"),
        (2023, "fixed"),
        (2024, "fixed"),
        (2025, "fixed"),
    ]
    assert due(record, kind="initial_report", status="any") == []


@pytest.mark.parametrize("visibility", list(Visibility))
@pytest.mark.parametrize("viewer", [PUBLIC, STATES_PARTIES, COORDINATORS], ids=lambda viewer: viewer.name)
def test_coverage_holds_for_every_reader(record: Kept, visibility: str, viewer: Audience) -> None:
    """What is not on record is outstanding for nobody, whoever may see the fact that says so."""
    record.handle(a_command("record-accession", state="BIH", deposited_on="2010-09-07", action="ratification",
                            visibility="public"))  # fmt: skip
    record.handle(a_command("record-coverage", what="article7", from_on="2025-01-01", visibility=visibility))
    for moment in (Moment(), Moment(known_at=record.now())):
        found, _ = record.queries.deadlines(viewer, DeadlineFilter(state="BIH", status="any"), moment)
        assert [each["due_on"] for each in found] == ["2025-04-30", "2026-04-30"]


def test_an_unknown_anchor_gives_an_unknown_deadline(record: Kept) -> None:
    """Without an entry into force there is no date, and no guess."""
    declared(record)
    found = clearance(record)
    assert (found["due_on"], found["status"], found["days_left"], found["computed"]) == (None, "unknown", None, False)
    assert found["basis"] == "entry into force is not on record"


def test_within_keeps_what_is_ahead_and_overdue_what_is_not(record: Kept, clock: Clock) -> None:
    """Narrowed to days, what is without a date is left out; to a last one, what is past too."""
    joined(record)
    declared(record)
    declared(record, state="XAA")
    clock.set("2021-02-01")
    assert [each["due_on"] for each in due(record, None, until="2021-04-30")] == ["2021-03-01", "2021-04-30"]
    assert [each["due_on"] for each in due(record, None, until="2021-04-29")] == ["2021-03-01"]
    clock.set("2021-03-01")
    assert due(record, None, until="2021-03-01")[0]["days_left"] == 0
    assert due(record, article=4, overdue=True) == []
    clock.set("2021-03-02")
    assert due(record, None, until="2021-04-29") == []
    assert [each["due_on"] for each in due(record, None, since="2021-03-02")][:1] == ["2021-04-30"]
    assert [each["due_on"] for each in due(record, article=4, overdue=True)] == ["2021-03-01"]
    assert due(record, article=4, overdue=True, until="2021-02-28") == []
    assert due(record, "XAA", overdue=True) == []


def test_who_declared_nothing_has_no_clearance_deadline(record: Kept) -> None:
    """Joining alone brings reports, and no deadline under Article 4."""
    joined(record)
    assert due(record, article=4, status="any") == []
    assert {each["article"] for each in due(record, status="any")} == {7}


def test_the_tranches_of_one_year_are_one_deadline(record: Kept) -> None:
    """So that nobody is reminded of the same day twice, and it is met once all of that year is paid."""
    tranches = [{"year": year, "money": euros(amount)} for year, amount in ((2026, 50), (2027, 20), (2026, 30))]
    pledge = record.handle(a_pledge(state="BIH", tranches=tranches)).id
    record.handle(a_payment(pledge, 60))
    found = due(record, kind="tranche", status="any")
    assert [(each["due_on"], each["status"]) for each in found] == [("2026-12-31", "fixed"), ("2027-12-31", "fixed")]
    assert "80.00 EUR" in found[0]["basis"]
