"""Before and after a date, day by day, on both databases: exactly what the oracle says, once, in one thread."""

from datetime import date, datetime, timedelta

import pytest
from databases import BOTH

from projections.audience import COORDINATORS

from .oracle import Day, expected
from .walking import Walk, bosnia

DUE = date(2021, 3, 1)
BEGIN, LAST = DUE - timedelta(days=367), DUE + timedelta(days=380)
FIRST = date(2020, 11, 20)
BIH = {"state": "BIH", "article": 4}


def days(first: date, last: date) -> list[date]:
    """Each day, the last included."""
    return [first + timedelta(days=each) for each in range((last - first).days + 1)]


def told_by(story: dict[date, Day], last: date, first: date = FIRST) -> list[date]:
    """What the oracle says of a deadline that was known from the first day on."""
    return expected({first: Day(due=DUE)} | story, days(first, last))


def test_the_whole_ladder(walk: Walk) -> None:
    """12, 9, 6, 3, 1 months, 14, 7, 1 days, the day, then weekly for a year: each once, all in one thread."""
    bosnia(walk)

    told = walk.through(BEGIN, LAST)

    assert told == told_by({}, LAST, BEGIN)
    assert told[:9] == [date.fromisoformat(each) for each in (
        "2020-03-01", "2020-06-01", "2020-09-01", "2020-12-01", "2021-02-01", "2021-02-15", "2021-02-22", "2021-02-28",
        "2021-03-01",
    )]  # fmt: skip
    assert told[9:] == [DUE + timedelta(weeks=each) for each in range(1, 55)]
    assert len(walk.words()) == len(told)
    assert len(walk.threads()) == 1
    assert not [each for each in walk.words() if "repeat" in each]


@BOTH
def test_ten_days_of_outage(walk: Walk) -> None:
    """Steps that came meanwhile are not caught up: the latest goes out once."""
    bosnia(walk)
    out = days(date(2021, 2, 13), date(2021, 2, 23))

    told = walk.through(FIRST, out[0] - timedelta(1)) + walk.through(out[-1] + timedelta(1), date(2021, 3, 8))

    assert told == told_by({each: Day(outage=True) for each in out}, date(2021, 3, 8))
    assert date(2021, 2, 24) in told
    assert "Due in 5 days" in walk.words()[-4]


@BOTH
def test_recorded_late(walk: Walk) -> None:
    """A fact recorded between two steps brings the step before, at once, and no other."""
    assert walk.through(date(2020, 12, 20), date(2020, 12, 24)) == []
    bosnia(walk, "2020-12-25")

    assert walk.through(date(2020, 12, 25), date(2021, 2, 1)) == [date(2020, 12, 25), date(2021, 2, 1)]


@BOTH
def test_acknowledged(walk: Walk) -> None:
    """An acknowledged step is silent everywhere, the next one is told."""
    bosnia(walk)
    walk.through("2020-11-30", "2020-12-01")
    walk.on("2020-12-02", "acknowledge-reminder", reminder_id=walk.last_reminder())
    walk.on("2020-12-02", "set-route", state="BIH", about=["deadlines"], channel="C9")

    assert walk.through("2020-12-02", "2021-01-31") == []
    walk.slack.workspace.add_channel("C9")
    assert walk.through("2021-02-01", "2021-02-10") == [date(2021, 2, 1)] * 2


@BOTH
def test_snoozed(walk: Walk) -> None:
    """Put off, it is silent until its day, whatever step comes, then comes back once."""
    bosnia(walk)
    told = walk.through(FIRST, "2021-02-10")
    walk.on("2021-02-11", "snooze-reminder", reminder_id=walk.last_reminder(), until="2021-02-18")
    told += walk.through("2021-02-11", "2021-03-01")

    assert told == told_by({date(2021, 2, 11): Day(snooze=date(2021, 2, 18))}, date(2021, 3, 1))
    assert date(2021, 2, 15) not in told
    assert date(2021, 2, 18) in told


@pytest.mark.parametrize(("snoozed_first", "comes_back"), [(True, 0), (False, 1)])
def test_snoozed_and_acknowledged(walk: Walk, snoozed_first: bool, comes_back: int) -> None:
    """Of the two the last word holds."""
    bosnia(walk)
    walk.tick("2020-12-01")
    doings = [("snooze-reminder", {"until": "2020-12-08"}), ("acknowledge-reminder", {})]
    for name, body in doings if snoozed_first else reversed(doings):
        walk.on("2020-12-02", name, reminder_id=walk.last_reminder(), **body)

    assert len(walk.through("2020-12-02", "2021-01-31")) == comes_back


def test_put_off_twice(walk: Walk) -> None:
    """The last day chosen holds, and what came back may be put off again."""
    bosnia(walk)
    walk.tick("2020-12-01")
    walk.on("2020-12-02", "snooze-reminder", reminder_id=walk.last_reminder(), until="2020-12-20")
    walk.on("2020-12-03", "snooze-reminder", reminder_id=walk.last_reminder(), until="2020-12-05")
    assert walk.through("2020-12-03", "2020-12-07") == [date(2020, 12, 5)]
    walk.on("2020-12-08", "snooze-reminder", reminder_id=walk.last_reminder(), until="2020-12-10")

    assert walk.through("2020-12-08", "2021-01-31") == [date(2020, 12, 10)]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("fulfil-obligation", BIH | {"declared_on": "2020-11-30"}),
        ("record-withdrawal", {"state": "BIH", "notified_on": "2020-05-01"}),
    ],
)
def test_done_or_gone(walk: Walk, name: str, body: dict[str, object]) -> None:
    """Fulfilled, or withdrawn with effect before the date: silent from then on."""
    bosnia(walk)
    told = walk.through(FIRST, "2020-11-30")
    walk.on("2020-12-01", name, **body)

    assert told + walk.through("2020-12-01", "2021-01-05") == told_by(
        {date(2020, 12, 1): Day(silent=True)}, date(2021, 4, 1)
    )


@BOTH
def test_extended(walk: Walk) -> None:
    """The new date is told at once, in the thread; the old ladder is silent, and the new one begins."""
    bosnia(walk)
    told = walk.through(FIRST, "2020-12-04")
    walk.on("2020-12-05", "decide-extension", **BIH, until="2022-09-01", decided_on="2020-12-04", decided_by="meeting")
    told += walk.through("2020-12-05", "2021-03-09") + walk.through("2021-08-30", "2021-09-03")

    assert told == expected(
        {FIRST: Day(due=DUE), date(2020, 12, 5): Day(due=date(2022, 9, 1))}, days(FIRST, date(2021, 9, 3))
    )
    assert "*The date has changed* from 2021-03-01 to 2022-09-01" in walk.words()[2]
    assert len(walk.threads()) == 1


@BOTH
def test_a_date_that_goes_and_comes_back(walk: Walk) -> None:
    """Each change is told once, also back to a date whose step was told before."""
    bosnia(walk)
    walk.tick("2020-12-01")
    said = {"decided_on": "2020-12-01", "decided_by": "silence_procedure"}
    walk.on("2020-12-02", "decide-extension", **BIH, until="2022-09-01", **said)
    assert walk.through("2020-12-02", "2020-12-04") == [date(2020, 12, 2)]
    extension = walk.record.log(COORDINATORS)[-2]["event_id"]
    walk.on("2020-12-05", "correct", event_id=extension, retract=True, why="Decided for another State.")

    assert walk.through("2020-12-05", "2020-12-31") == [date(2020, 12, 5)]
    assert "from 2022-09-01 to 2021-03-01" in walk.words()[-1]


@BOTH
def test_a_change_before_the_first_reminder(walk: Walk) -> None:
    """Where nobody was reminded yet, a changed date is told all the same."""
    bosnia(walk)
    walk.tick("2019-06-01")
    walk.on("2019-06-02", "decide-extension", **BIH, until="2022-09-01", decided_on="2019-06-01", decided_by="meeting")
    assert walk.through("2019-06-02", "2019-06-05") == [date(2019, 6, 2)]


def test_a_filed_report(walk: Walk) -> None:
    """Annual reports: from three months before, monthly while overdue, silent once filed."""
    walk.on("2021-01-02", "record-accession", state="BIH", deposited_on="2010-09-07", action="ratification")
    walk.on("2021-01-02", "record-coverage", what="article7", from_on="2021-01-01")
    first, filed = date(2021, 1, 25), date(2021, 7, 10)
    told = walk.through(first, filed - timedelta(1))
    walk.on(filed, "file-article7-report", state="BIH", kind="annual", year=2020, filed_on="2021-07-09")

    told += walk.through(filed, "2021-08-31")
    assert told == expected(
        {first: Day(due=date(2021, 4, 30)), filed: Day(silent=True)}, days(first, filed), annual=True
    )
    assert told[0] == date(2021, 1, 30)
    assert told[-2:] == [date(2021, 5, 30), date(2021, 6, 30)]


def test_nine_in_winter_and_in_summer(walk: Walk) -> None:
    """Nine in the morning is nine where the Coordinators are, on the day that the clocks change too."""
    bosnia(walk)
    for day, offset in (("2020-03-01", "+01:00"), ("2020-06-01", "+02:00")):
        for hour, sent in (("08:59", 0), ("09:00", 1)):
            walk.record.clock.set(day)
            assert walk.office.ticker.tick(datetime.fromisoformat(f"{day}T{hour}{offset}")).sent == sent
