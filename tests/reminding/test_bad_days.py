"""Thirty reminders at once on Slack's worst day: all arrive; what nobody can know says so, what Slack can tell is
asked."""

from collections import Counter

import pytest
from databases import BOTH
from fake_slack import FakeSlack

from adapters.outbox import wire

from .walking import Walk, Watch, bosnia, office

pytestmark = BOTH
DAY = "2020-12-20"
THIRTY = 30
HISTORY = {"channels:history", "groups:history", "im:history"}


class Together(Watch):
    """Slack's clock goes on with ours, and what it had begun is done by then."""

    def __init__(self, slack: FakeSlack) -> None:
        super().__init__()
        self._slack = slack

    def pause(self, seconds: float) -> None:
        """Wait."""
        self._slack.wait_for(lambda fake: fake.serving == 0)
        self._slack.advance(seconds)
        super().pause(seconds)


@pytest.fixture
def crowd(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Thirty States, each with a date of its own; Slack takes a message a second after three at once."""
    walk.on("2019-01-02", "record-coverage", what="article7", from_on="2098-01-01")
    for number in range(THIRTY):
        state = f"X{'ABC'[number // 10]}{'ABCDEFGHIJ'[number % 10]}"
        walk.on("2019-01-02", "record-accession", state=state, deposited_on="2010-09-07", action="ratification")
        walk.on("2019-01-02", "declare-obligation", state=state, article=4, anchor_on=f"2011-03-{number + 1:02}")
    walk.slack.pace.burst = 3
    monkeypatch.setattr(wire, "TIMEOUT", 0.3)
    walk.watch = Together(walk.slack)
    walk.office = office(walk.record, walk.watch, spacing=1.0)
    return walk


def bad_day(slack: FakeSlack) -> None:
    """A bit of everything, in the midst of it."""
    for fault in (
        {"status": 429, "retry_after": 5}, {"status": 500}, {"error": "fatal_error"}, {"drop": "before"},
        {"status": 429, "retry_after": 2}, {"delay": 0.6}, {"drop": "after"}, {"status": 503, "page": True},
        {"drop": "midway"}, {"drop": "before"},
    ):  # fmt: skip
        slack.fail_next("chat.postMessage", **fault)


def told(walk: Walk) -> Counter[str]:
    """How often each message stands in the channel, without its mark."""
    return Counter(words.removesuffix("\n(may be a repeat)") for words in walk.words())


def test_all_arrive_and_only_what_was_lost_is_doubled(crowd: Walk) -> None:
    """Without leave to look, what may have arrived is sent again and says so; three had arrived."""
    bad_day(crowd.slack)
    assert sum(crowd.tick(DAY, at_once=True).sent for _ in range(2)) == THIRTY

    copies, unmarked = told(crowd), Counter(words for words in crowd.words() if "(may be a repeat)" not in words)
    assert (len(copies), copies.total()) == (THIRTY, THIRTY + 3)
    assert max(unmarked.values()) == 1
    assert crowd.tick(DAY, at_once=True).sent == 0


def test_where_slack_can_be_asked_nothing_is_doubled(crowd: Walk) -> None:
    """A message that arrived is found by what it carries; of one that is known not to have arrived nothing is said."""
    crowd.slack.scopes |= HISTORY
    bad_day(crowd.slack)
    assert sum(crowd.tick(DAY, at_once=True).sent for _ in range(2)) == THIRTY

    assert told(crowd) == Counter(set(crowd.words()))
    assert len(told(crowd)) == THIRTY
    proven = {each["message_ts"] for each in _proofs(crowd)}
    assert proven == {each.ts for each in crowd.slack.in_channel("C1")}


def test_the_channel_is_not_flooded(crowd: Walk) -> None:
    """Slack's own limit is never met: a message a second."""
    assert crowd.tick(DAY, at_once=True).sent == THIRTY
    assert {each.error for each in crowd.slack.calls if each.method == "chat.postMessage"} == {None}


def test_a_thread_is_looked_through_too(walk: Walk) -> None:
    """The second reminder stands in the thread of the first, and is found there."""
    bosnia(walk)
    walk.slack.scopes |= HISTORY
    walk.tick("2020-06-01")
    walk.slack.fail_next("chat.postMessage", drop="after")
    assert walk.tick("2020-09-01").sent == 1
    assert [each.thread_ts is None for each in walk.slack.in_channel("C1")] == [True, False]


def _proofs(walk: Walk) -> list[dict[str, str]]:
    from projections.audience import STATES_PARTIES  # noqa: PLC0415 - readers come after the record

    walk.record.projector.catch_up()
    return list(walk.record.queries.reminders(STATES_PARTIES))
