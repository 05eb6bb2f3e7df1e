"""Acknowledge and Snooze, where a reminder stands in somebody's own conversation or speaks of many."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import someone
from fake_slack import FakeSlack, Human, leaving_out
from reminding.walking import SECRET, Walk, bosnia, walking
from serving import served

from bots.reminder_buttons import NOT_YOURS
from domain.names import party_name
from projections.audience import STATES_PARTIES


@pytest.fixture
def walk(slack: FakeSlack, tmp_path: Path) -> Iterator[Walk]:
    """A record whose clock walks, and whose views follow it."""
    with walking(f"sqlite:///{tmp_path / 'walk.db'}", slack) as begun:
        begun.record.projector.start()
        yield begun


def test_a_person_is_told_and_answers_in_the_own_conversation(walk: Walk) -> None:
    """A route to a person is a direct message, one thread, and its buttons work there, however little Slack tells."""
    walk.record.projector.start()
    bosnia(walk)
    walk.on("2019-01-03", "set-route", state="BIH", about=["deadlines"], person="T1/U2")
    linked(walk, "U2", "state", "BIH")
    walk.tick("2020-12-01")
    told = walk.slack.in_channel("DU2")
    assert len(told) == 1

    with served(walk.record) as url:
        ben = Human(walk.slack, url, SECRET, user="U2")
        leaving_out(ben, "container", "action_ts")
        ben.click(told[0], "reminder_snooze", "1 week")
        walk.slack.wait_for(lambda _: "Snoozed until 2020-12-08 by <@U2>." in told[0].words)
        assert [each.isoformat() for each in walk.through("2020-12-02", "2020-12-20")] == ["2020-12-08"] * 2
    assert len(walk.threads("DU2")) == 1


def test_many_at_once_are_answered_in_time(walk: Walk) -> None:
    """One press on a message about a hundred reports is recorded for each, before Slack gives up."""
    walk.on("2020-01-02", "record-coverage", what="article7", from_on="2021-01-01")
    for number in range(100):
        state = f"X{chr(65 + number // 26)}{chr(65 + number % 26)}"
        walk.on("2020-01-02", "record-accession", state=state, deposited_on="2010-09-07", action="ratification")
    linked(walk, "U1", "coordinator")
    linked(walk, "U2", "state", "XAB")
    assert walk.tick("2021-01-30").sent == 100
    (message,) = walk.slack.in_channel("C1")

    with served(walk.record) as url:
        ben = Human(walk.slack, url, SECRET, user="U2")
        ben.click(message, "reminder_acknowledge")
        assert [each["state"] for each in acknowledged(walk)] == ["XAB"]
        own = f"Acknowledged for {party_name('XAB')} by <@U2>."
        walk.slack.wait_for(lambda _: own in message.words)
        Human(walk.slack, url, SECRET).click(message, "reminder_acknowledge")
        walk.slack.wait_for(lambda _: "Acknowledged by <@U1>." in message.words)
    assert len(acknowledged(walk)) == 100
    assert own in message.words


def test_a_refusal_is_for_whoever_pressed(walk: Walk) -> None:
    """The channel's message stays as it is, however often Slack delivers the press."""
    bosnia(walk)
    walk.tick("2020-12-01")
    (message,) = walk.slack.in_channel("C1")
    before = message.words
    with served(walk.record) as url:
        ben = Human(walk.slack, url, SECRET, user="U2")
        ben.click(message, "reminder_acknowledge")
        ben.redeliver(times=2)
        walk.slack.wait_for(lambda slack: slack.ephemerals)
        walk.slack.never(lambda slack: len(slack.ephemerals) > 1)
    assert message.words == before
    assert [each.text for each in walk.slack.ephemerals] == [NOT_YOURS]
    assert acknowledged(walk) == []


def test_put_off_from_the_day_it_was_told(walk: Walk) -> None:
    """A reminder told ahead of the clock, by `ica tick --at`, is put off from its own day."""
    bosnia(walk)
    linked(walk, "U1", "coordinator")
    walk.tick("2020-12-01")
    walk.record.clock.set("2019-06-01")
    with served(walk.record) as url:
        Human(walk.slack, url, SECRET).click(walk.slack.in_channel("C1")[0], "reminder_snooze", "1 month")

    assert [each.isoformat() for each in walk.through("2020-12-02", "2021-01-15")] == ["2021-01-01"]


def acknowledged(walk: Walk) -> list[dict[str, object]]:
    """The reminders that somebody has seen."""
    walk.record.projector.catch_up()
    return [each for each in walk.record.queries.reminders(STATES_PARTIES) if each["acknowledged"]]


def linked(walk: Walk, person: str, role: str, *parties: str) -> None:
    """Someone in Slack holds a role."""
    who = {"slack": f"T1/{person}", "role": role} | ({"parties": list(parties)} if parties else {})
    walk.on("2020-01-02", "link-person", by=someone("admin"), **who)
