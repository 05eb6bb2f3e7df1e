"""What has no date of its own: shifts that nobody explained, and contacts gone stale."""

from datetime import date, timedelta

import pytest
from builders import a_contact, a_pledge, a_request, a_shift, an_announcement, an_explanation, someone
from databases import BOTH

from domain.treaty_clock import add_months
from projections.audience import STATES_PARTIES

from .walking import Walk

SHIFTED = date(2021, 3, 3)
DUE = date(2021, 6, 30)


@pytest.fixture
def support(walk: Walk) -> str:
    """XBB supports XAA since the beginning of 2020, and they were in touch 180 days before DUE."""
    pledge = walk.recorded("2020-01-01", a_pledge())
    walk.recorded("2021-01-01", a_contact(on="2021-01-01"))
    return pledge


@BOTH
def test_an_unexplained_shift(walk: Walk, support: str) -> None:
    """At once, after a week, then each month since the day it happened, until the donor itself gives the reason."""
    shift = walk.recorded(SHIFTED, a_shift(occurred_on=SHIFTED.isoformat()))
    told = walk.through(SHIFTED, "2021-05-05")
    assert told == [SHIFTED, SHIFTED + timedelta(7), *(add_months(SHIFTED, each) for each in (1, 2))]
    assert walk.words()[1] == (
        "*Unexplained* since 2021-03-03, 7 days: Halvora cut its support to Arvandor by 30.00 EUR. "
        "Only the word of Halvora itself ends this."
    )
    assert len(walk.threads()) == 1
    assert f"https://ica.example/shifts/{shift}|" in walk.slack.in_channel("C1")[0].words

    walk.recorded("2021-05-06", an_explanation(shift, reason_source="coordinator_inference", visibility="public"))
    assert walk.through("2021-05-06", "2021-06-05") == [date(2021, 6, 3)]
    walk.recorded("2021-06-06", an_explanation(shift))
    walk.recorded("2021-06-06", a_contact(on="2021-06-05"))
    assert walk.through("2021-06-06", "2021-09-10") == []


def test_a_shift_recorded_late(walk: Walk, support: str) -> None:
    """The latest step goes out once, and those before it never."""
    walk.recorded("2021-05-20", a_shift(occurred_on="2021-03-03"))
    assert walk.through("2021-05-20", "2021-06-03") == [date(2021, 5, 20), date(2021, 6, 3)]


def test_who_hears_of_a_shift(walk: Walk, support: str) -> None:
    """The channel, and the donor's and the State's own for explanations; either may answer, no other."""
    for channel in ("C4", "C5", "C6"):
        walk.slack.workspace.add_channel(channel)
    walk.on("2020-01-02", "set-route", donor="XBB", about=["explanations"], channel="C4")
    walk.on("2020-01-02", "set-route", state="XAA", about=["explanations"], channel="C5")
    walk.on("2020-01-02", "set-route", state="XAA", about=["deadlines", "outcomes"], channel="C6")
    walk.recorded(SHIFTED, a_shift())
    assert walk.tick(SHIFTED).sent == 3
    assert [len(walk.words(each)) for each in ("C1", "C4", "C5", "C6")] == [1, 1, 1, 0]

    reminder = walk.last_reminder()
    for by, until in ((someone("donor", "XBB"), "2021-03-05"), (someone("state", "XAA"), "2021-03-11")):
        walk.on(SHIFTED, "snooze-reminder", by=by, reminder_id=reminder, until=until)
    assert walk.through("2021-03-04", "2021-03-20") == [date(2021, 3, 11)] * 3


def test_what_only_the_coordinators_know(walk: Walk, support: str) -> None:
    """A restricted shift is told nobody; one that was explained to the Coordinators alone is not asked for again."""
    hidden = walk.recorded(SHIFTED, a_shift(visibility="coordinators"))
    open_ = walk.recorded(SHIFTED, a_shift(amount=20))
    walk.recorded(SHIFTED, an_explanation(open_, visibility="coordinators"))
    assert walk.through(SHIFTED, "2021-04-10") == []

    walk.recorded("2021-04-11", an_announcement(hidden))
    assert walk.tick("2021-04-11").sent == 1


def test_before_the_record(walk: Walk, support: str) -> None:
    """What happened before assistance is on record is not asked for."""
    walk.recorded(SHIFTED, a_shift())
    walk.on(SHIFTED, "record-coverage", what="assistance", from_on="2021-06-01")
    assert walk.through(SHIFTED, "2021-04-10") == []


@BOTH
def test_a_contact_gone_stale(walk: Walk, support: str) -> None:
    """Told on the day it becomes due, then each month, in the common channel alone, until they are in touch again."""
    walk.slack.workspace.add_channel("C4")
    walk.on("2020-01-02", "set-route", donor="XBB", about=["deadlines", "outcomes", "explanations"], channel="C4")
    assert walk.through(DUE - timedelta(40), DUE + timedelta(70)) == [DUE, add_months(DUE, 1), add_months(DUE, 2)]
    assert walk.words()[1] == "*Whom to brief*: Halvora and Arvandor: last contact on 2021-01-01, 210 days ago."
    assert walk.words("C4") == []
    assert len(walk.threads()) == 1

    walk.recorded("2021-09-09", a_contact(on="2021-09-08"))
    assert walk.through("2021-09-09", "2022-03-20") == [date(2022, 3, 7)]


def test_a_contact_that_only_the_coordinators_know(walk: Walk, support: str) -> None:
    """Nobody is asked for a contact that took place, and nobody is told that it did."""
    walk.recorded("2021-06-01", a_contact(on="2021-05-31", visibility="coordinators"))
    assert walk.through(DUE, DUE + timedelta(30)) == []


def test_never_in_touch(walk: Walk) -> None:
    """The clock runs from the first support, but from no day before contacts are on record; a request has no clock."""
    walk.recorded("2020-01-01", a_pledge())
    walk.recorded("2020-01-01", a_request("XAB"))
    first = date(2020, 1, 1) + timedelta(180)
    assert walk.through(first - timedelta(3), first + timedelta(3)) == [first]
    assert walk.words() == ["*Whom to brief*: Halvora and Arvandor: no contact on record, support since 2020-01-01."]

    walk.on("2020-07-10", "record-coverage", what="contacts", from_on="2020-03-01")
    assert walk.through("2020-07-20", "2020-09-01") == [date(2020, 8, 28)]


def test_whom_to_brief_is_one_message(walk: Walk) -> None:
    """However many donors and States become due on however many days: they are told together, within Slack's limits."""
    for number in range(200):
        state = f"X{chr(65 + number // 26)}{chr(65 + number % 26)}"
        walk.recorded(date(2020, 1, 1) + timedelta(number % 50), a_pledge("EU" if state == "XBB" else "XBB", state))
    assert walk.tick("2020-12-01").sent == 200
    (message,) = walk.slack.in_channel("C1")
    assert message.text.startswith("*Whom to brief*: 200 donors and States that have not been in touch for long\n• ")
    assert message.text.endswith("\n… and 170 more")
    assert "<https://ica.example/contacts/due|Open the list of whom to brief>" in message.words


def test_acknowledged_and_withdrawn(walk: Walk, support: str) -> None:
    """Seen is silent until the next step; nobody is asked for anything once a withdrawal has taken effect."""
    walk.on("2020-01-01", "record-accession", state="XAA", deposited_on="2019-01-01", action="ratification")
    walk.on("2020-01-01", "record-coverage", what="article7", from_on="2098-01-01")
    walk.recorded(SHIFTED, a_shift())
    walk.tick(SHIFTED)
    for each in walk.record.queries.reminders(STATES_PARTIES):
        walk.on("2021-03-04", "acknowledge-reminder", reminder_id=each["id"])
    assert walk.through("2021-03-04", "2021-03-12") == [SHIFTED + timedelta(7)]

    walk.on("2021-03-13", "record-withdrawal", state="XAA", notified_on="2020-09-01")
    assert walk.through("2021-03-13", "2021-07-10") == []
