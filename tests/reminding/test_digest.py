"""The weekly digest: once in each week, from Monday at nine, and what it says."""

import threading
from datetime import date, datetime, timedelta

import pytest
from builders import a_pledge, a_request, a_shift, an_explanation
from databases import BOTH
from fake_slack import FakeSlack

from bots.digest import week_of

from .walking import Walk, bosnia, office, walking

MONDAY, SUNDAY = date(2021, 3, 8), date(2021, 3, 14)
HOSTILE = "<!channel> *&* @here <https://ill.example|x> ລາວ العربية 中文"


@pytest.fixture
def support(walk: Walk) -> str:
    """A pledge since the Wednesday before MONDAY; the contact it brings is not due for half a year."""
    return walk.recorded("2021-03-03", a_pledge())


def at(walk: Walk, day: date, hour: str) -> datetime:
    """A time where the Coordinators are; their clock shows it too."""
    moment = datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=walk.record.settings.zone)
    walk.record.clock.set(day.isoformat(), "06:00")
    return moment


def test_from_monday_at_nine(walk: Walk, support: str) -> None:
    """Before nine it is still the week before, whose digest was told on its own Monday."""
    told = [
        walk.office.ticker.tick(at(walk, day, hour)).digests
        for day, hours in ((date(2021, 3, 5), ["12:00"]), (MONDAY, ["08:59", "09:00", "09:01"]), (SUNDAY, ["23:59"]))
        for hour in hours
    ]
    assert told == [1, 0, 1, 0, 0]
    assert [each.split(":")[0] for each in walk.digests()] == ["Weekly digest, 2021-W09", "Weekly digest, 2021-W10"]


@BOTH
def test_after_an_outage(walk: Walk) -> None:
    """Weeks that went by untold are not caught up; the one that waited for Slack gives way to the newer one."""
    bosnia(walk)
    walk.tick("2021-02-23")
    walk.slack.fail_next("chat.postMessage", error="channel_not_found", times=2)
    assert walk.tick("2021-03-16").digests_waiting == ["channel_not_found"]
    assert walk.tick("2021-03-25", at_once=True).digests == 1
    assert walk.tick("2021-03-18", at_once=True).digests == 0
    assert [each.split(":")[0] for each in walk.digests()] == ["Weekly digest, 2021-W08", "Weekly digest, 2021-W12"]


def test_what_was_held_back_while_it_waited(walk: Walk) -> None:
    """No words wait in the outbox: what is restricted since then is told nobody."""
    walk.recorded("2021-03-03", a_request("XAB", need="Survey"))
    taken = walk.recorded("2021-03-03", a_request("XAC", need="Not for all"))
    walk.slack.fail_next("chat.postMessage", error="channel_not_found")
    assert walk.tick(MONDAY).digests_waiting == ["channel_not_found"]
    walk.on("2021-03-09", "change-visibility", about=taken, visibility="coordinators", why="Told in confidence.")
    assert walk.tick("2021-03-09", at_once=True).digests == 1

    (digest,) = [each for each in walk.slack.in_channel("C1") if each.text in walk.digests()]
    assert "Survey" in digest.words
    assert "Not for all" not in digest.words


def test_nothing_to_tell(walk: Walk) -> None:
    """A week with nothing to tell is silent, also when something comes up in the middle of it."""
    assert walk.tick(MONDAY).digests == 0
    walk.recorded("2021-03-10", a_pledge())
    assert walk.tick("2021-03-10").digests == 0
    assert walk.tick("2021-03-15").digests == 1


@BOTH
def test_of_several_processes_one_tells_it(walk: Walk, database: str, slack: FakeSlack, support: str) -> None:
    """Whoever comes first takes it in, for all."""
    with walking(database, slack) as other:
        other.record.clock.set(MONDAY.isoformat())
        here, there = walk.office.ticker, office(other.record, other.watch).ticker
        threads = [threading.Thread(target=each.tick, args=[at(walk, MONDAY, "09:00")]) for each in (here, there)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        walk.tick(MONDAY)
    assert len(walk.digests()) == 1


def test_what_it_says(walk: Walk, support: str) -> None:
    """What changed, what is due and overdue, what waits for an explanation; each with its page, nothing restricted."""
    walk.on("2021-03-03", "record-coverage", what="article7", from_on="2098-01-01")
    meeting = walk.on("2021-03-03", "schedule-meeting", title="MSP", kind="workshop", on="2021-03-03")
    for owner, due_on, text in (
        ("XAA", "2021-03-20", "Plan"),
        (None, "2021-02-20", "Late"),
        ("XAB", "2021-05-01", "No"),
    ):
        walk.on("2021-03-03", "record-outcome", meeting_id=meeting, text=text, due_on=due_on, owner=owner)
    walk.recorded("2021-03-04", a_shift())
    explained = walk.recorded("2021-03-04", a_shift(amount=20))
    walk.recorded("2021-03-04", an_explanation(explained))
    walk.recorded("2021-03-04", a_request("XAC", need="Nobody may know", visibility="coordinators"))
    walk.tick("2021-03-05")
    walk.tick(MONDAY)

    (*_, digest) = [each for each in walk.slack.in_channel("C1") if each.text in walk.digests()]
    assert digest.text == (
        "Weekly digest, 2021-W10: 9 facts recorded, 1 date due in the next 30 days, 1 date overdue and 1 shift without "
        "an explanation."
    )
    for words in (
        "2021-03-20  Arvandor: outcome of a meeting",
        "2021-02-20  No owner: outcome of a meeting, overdue by 16 days",
        "• Halvora cut its support to Arvandor by 30.00 EUR. It waits for 4 days.",
        "<https://ica.example/changes?since=2021-03-01|What changed>",
        "<https://ica.example/deadlines?within=30d|What is due>",
        "<https://ica.example/shifts?unexplained=true|What waits for an explanation>",
    ):
        assert words in digest.words
    assert "Nobody may know" not in digest.words
    assert "2021-05-01  " not in digest.words


def test_much_to_tell_by_anybody(walk: Walk) -> None:
    """Ten of each at most, within Slack's limits; what people wrote pings nobody and links nowhere."""
    walk.on("2021-03-03", "record-coverage", what="article7", from_on="2098-01-01")
    meeting = walk.on("2021-03-03", "schedule-meeting", title=HOSTILE, kind="workshop", on="2021-03-03")
    for number in range(25):
        state = f"XB{chr(65 + number)}"
        walk.recorded("2021-03-03", a_request(state, need=f"{HOSTILE}\n" * 60))
        walk.recorded("2021-03-03", a_shift(donor="XAA", state=state))
        for day in (MONDAY - timedelta(number + 1), MONDAY + timedelta(number)):
            said = {"text": HOSTILE * 20, "due_on": day.isoformat()}
            walk.on("2021-03-03", "record-outcome", meeting_id=meeting, **said)
    walk.tick(MONDAY)

    (digest,) = [each for each in walk.slack.in_channel("C1") if each.text in walk.digests()]
    assert not digest.wakes_everyone
    assert digest.words.count("\n• ") == 40
    assert digest.words.count("15 more") == 3
    assert "<https://ill.example" not in digest.words


def test_a_digest_of_which_nobody_knows(walk: Walk, support: str) -> None:
    """A second one says that it may be one."""
    walk.slack.fail_next("chat.postMessage", status=500)
    walk.slack.fail_next("conversations.history", error="missing_scope")
    assert walk.tick(MONDAY).digests == 1
    assert walk.digests()[0].endswith("(may be a repeat)")


@pytest.mark.parametrize(("day", "week"), [("2021-01-03", "2020-W53"), ("2024-12-30", "2025-W01")])
def test_weeks_are_those_of_iso(day: str, week: str) -> None:
    """A week belongs to the year of its Thursday."""
    assert week_of(date.fromisoformat(day)) == week
