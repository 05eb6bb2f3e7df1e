"""What changes a date, as it happens: the date, the lodging day and the reminders follow."""

from datetime import date
from typing import Any

import pytest
from databases import BOTH

from projections.audience import COORDINATORS
from projections.filters import DeadlineFilter
from projections.moment import Moment

from .walking import Walk, bosnia

BIH = {"state": "BIH", "article": 4}


def due(walk: Walk, kind: str, day: str) -> list[dict[str, Any]]:
    """Bosnia's dates of a kind, as they stand on a day."""
    asked = DeadlineFilter(state="BIH", kind=kind, status="any")
    return walk.record.queries.deadlines(COORDINATORS, asked, Moment(), day)[0]


def lodging(walk: Walk, day: str) -> tuple[str | None, str]:
    """The last day to ask for more time, and whether that is open."""
    (found,) = due(walk, "extension_lodging", day)
    return found["due_on"], found["status"]


@pytest.fixture
def story(walk: Walk) -> Walk:
    """The term ends on 2021-03-01; a Meeting of States Parties in November 2020 can decide."""
    bosnia(walk)
    return walk


@pytest.fixture
def meeting(story: Walk) -> str:
    """Scheduled two years ahead."""
    return story.on("2019-01-03", "schedule-meeting", title="Second Review Conference", kind="msp", on="2020-11-23")


@BOTH
def test_a_meeting_that_moves(story: Walk, meeting: str) -> None:
    """The lodging day moves with it, clamped to its month; it is told at once, and the old ladder is silent."""
    assert story.through("2020-01-20", "2020-01-24") == [date(2020, 1, 20), date(2020, 1, 23)]
    assert lodging(story, "2020-01-24") == ("2020-02-23", "fixed")

    story.on("2020-01-25", "move-meeting", meeting_id=meeting, on="2020-11-30")
    assert lodging(story, "2020-01-25") == ("2020-02-29", "fixed")
    assert story.through("2020-01-25", "2020-02-21") == [date(2020, 1, 25), date(2020, 1, 29), date(2020, 2, 15)]
    assert "*The date has changed* from 2020-02-23 to 2020-02-29" in story.words()[2]

    story.on("2020-02-21", "move-meeting", meeting_id=meeting, on="2021-09-20")
    assert lodging(story, "2020-02-21") == (None, "unknown")
    assert story.through("2020-02-21", "2020-02-29") == [date(2020, 2, 21)]
    assert "it was 2020-02-29, and is not known now" in story.words()[-1]

    story.on("2020-03-05", "schedule-meeting", title="Extraordinary meeting", kind="msp", on="2020-12-14")
    assert lodging(story, "2020-03-05") == ("2020-03-14", "fixed")
    assert story.through("2020-03-05", "2020-03-13") == [
        date(2020, 3, 5), date(2020, 3, 5), date(2020, 3, 7), date(2020, 3, 13),
    ]  # fmt: skip
    assert len(story.threads()) == 1


def test_an_extension_asked_and_granted_shorter(story: Walk, meeting: str) -> None:
    """Lodged, the lodging day is silent; until it is decided the term is told; then the date granted stands."""
    story.through("2020-01-20", "2020-01-23")
    asked = {"until": "2026-03-01", "lodged_on": "2020-02-01", "meeting_id": meeting}
    story.on("2020-02-02", "request-extension", **BIH, **asked)
    assert lodging(story, "2020-02-02") == ("2020-02-23", "met")
    assert story.through("2020-02-02", "2020-06-01") == [date(2020, 3, 1), date(2020, 6, 1)]
    assert due(story, "clearance", "2020-06-01")[0]["due_on"] == "2021-03-01"

    granted = {"until": "2022-09-01", "decided_on": "2020-11-25", "decided_by": "meeting", "meeting_id": meeting}
    story.on("2020-11-26", "decide-extension", **BIH, **granted)
    (term,) = due(story, "clearance", "2020-11-26")
    assert (term["due_on"], term["computed"], term["exceeds_treaty_limit"]) == ("2022-09-01", False, False)
    assert term["basis"] == "extended until 2022-09-01, decided at Second Review Conference on 2020-11-25"
    assert lodging(story, "2020-11-26") == (None, "unknown")
    assert story.through("2020-11-26", "2021-03-31") == [date(2020, 11, 26)]

    story.on("2021-04-01", "schedule-meeting", title="10MSP", kind="msp", on="2022-08-30")
    assert lodging(story, "2021-04-01") == ("2021-11-30", "fixed")
    assert story.tick("2021-04-01").sent == 1
    assert story.tick("2021-09-01").sent == 2


@BOTH
def test_a_silence_procedure(story: Walk, meeting: str) -> None:
    """The meeting is put off beyond the term; the extension is granted in writing, and says so."""
    story.through("2020-01-20", "2020-01-23")
    story.on("2020-02-02", "request-extension", **BIH, until="2022-09-01", lodged_on="2020-02-01", meeting_id=meeting)
    story.on("2020-10-01", "move-meeting", meeting_id=meeting, on="2021-09-20")
    assert lodging(story, "2020-10-01") == ("2020-12-20", "met")
    assert story.through("2020-11-30", "2020-12-31") == [date(2020, 11, 30), date(2020, 12, 1)]

    granted = {"until": "2022-09-01", "decided_on": "2021-02-12", "decided_by": "silence_procedure"}
    story.on("2021-02-12", "decide-extension", **BIH, **granted)
    assert due(story, "clearance", "2021-02-12")[0]["basis"].endswith("decided by silence procedure on 2021-02-12")
    assert lodging(story, "2021-02-12") == ("2020-12-20", "fixed")
    assert story.tick("2021-02-12").sent == 2
    assert "*The date has changed* from 2021-03-01 to 2022-09-01" in story.words()[-1] + story.words()[-2]


def test_later_hostilities(story: Walk) -> None:
    """Remnants of later hostilities have a clock and a ladder of their own, beside the first."""
    story.through("2020-11-30", "2020-12-01")
    second = story.on("2020-12-02", "declare-obligation", **BIH, anchor_on="2011-12-15")
    assert [each["due_on"] for each in due(story, "clearance", "2020-12-02")] == ["2021-03-01", "2021-12-15"]
    assert story.through("2020-12-02", "2021-02-01") == [date(2020, 12, 15), date(2021, 2, 1)]
    assert len(story.threads()) == 2

    first = due(story, "clearance", "2021-02-01")[0]["obligation_id"]
    story.on("2021-02-02", "fulfil-obligation", **BIH, declared_on="2021-02-01", obligation_id=first)
    assert story.through("2021-02-02", "2021-03-15") == [date(2021, 3, 15)]
    granted = {"until": "2023-01-31", "decided_on": "2021-03-20", "decided_by": "meeting"}
    story.on("2021-03-20", "decide-extension", **BIH, **granted, obligation_id=second)
    assert story.through("2021-03-20", "2021-04-20") == [date(2021, 3, 20)]


@pytest.mark.parametrize(("effective_on", "told"), [(None, []), ("2022-01-15", [date(2021, 2, 1), date(2021, 2, 15)])])
def test_a_withdrawal(story: Walk, meeting: str, effective_on: str | None, told: list[date]) -> None:
    """Six months after notice, later in armed conflict: what falls due after that is silent, all history is kept."""
    story.through("2019-11-20", "2019-11-24")
    before = len(story.words())
    said = {"notified_on": "2020-07-10"} | ({"effective_on": effective_on} if effective_on else {})
    story.on("2020-07-10", "record-withdrawal", state="BIH", **said)

    (term,) = due(story, "clearance", "2020-07-11")
    assert (term["due_on"], term["status"]) == ("2021-03-01", "fixed" if effective_on else "ended")
    assert [day for day in story.through("2021-01-30", "2021-02-16") if day.day in {1, 15}] == told
    assert due(story, "clearance", "2022-01-15")[0]["status"] == "ended"
    gone = len(story.words())
    assert story.through("2022-01-15", "2022-01-30") == []
    assert (before, len(story.words())) == (before, gone)
    assert any(each["kind"] == "obligation.declared" for each in story.record.history(COORDINATORS, state="BIH"))


@BOTH
def test_a_mistaken_deposit(walk: Walk) -> None:
    """Put right, the day of deposit moves the initial report's date, and that is told."""
    walk.on("2020-01-02", "record-accession", state="XAA", deposited_on="2019-12-10", action="ratification")
    assert walk.tick("2020-06-01").sent == 1
    (deposit,) = [each for each in walk.record.log(COORDINATORS) if each["kind"] == "convention.joined"]
    changes = {"deposited_on": "2019-11-10"}
    walk.on("2020-06-02", "correct", event_id=deposit["event_id"], changes=changes, why="Misread.")
    walk.tick("2020-06-02")

    assert "*The date has changed* from 2020-11-28 to 2020-10-28" in "".join(walk.words())
