"""Slack's bad days: nothing is lost, nothing arrives twice unless nobody can know, and then it says so."""

import threading
import time
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from databases import BOTH
from fake_slack import FakeSlack

from adapters.outbox.late import late
from adapters.outbox.outbox import LEASE_SECONDS
from adapters.outbox.postman import LASTING_AGAIN_AFTER
from adapters.outbox.wire import slack_clients
from adapters.reminders import tick
from adapters.reminders.tick import Ticker
from adapters.workspaces import Workspaces

from .walking import Walk, Watch, bosnia, office, walking

pytestmark = BOTH
DAY = "2020-12-01"


@pytest.fixture
def due(walk: Walk) -> Walk:
    """One reminder is due on the first of December."""
    bosnia(walk)
    return walk


def marked(walk: Walk) -> list[bool]:
    """Which messages say that they may be second ones."""
    return ["(may be a repeat)" in each for each in walk.words()]


def test_too_soon_is_waited_for(due: Walk) -> None:
    """Slack says how long; then the message goes out, and is no repeat."""
    due.slack.fail_next("chat.postMessage", status=429, retry_after=7, times=2)
    began = due.watch.now()

    assert due.tick(DAY).sent == 1
    assert due.watch.now() - began >= 14
    assert len(due.watch.pauses) == 2
    assert marked(due) == [False]


def test_a_long_wait_is_left_to_a_later_pass(due: Walk) -> None:
    """Whoever asks for an hour is given it, also by a pass that tries everything at once."""
    due.slack.fail_next("chat.postMessage", status=429, retry_after=3600)
    done = due.tick(DAY)
    assert (done.sent, done.refused[0].split(": ")[-1]) == (0, "ratelimited")

    assert due.tick(DAY, at_once=True).sent == 0
    assert due.watch.pauses == []


@pytest.mark.parametrize("fault", [{"status": 500}, {"drop": "before"}, {"error": "internal_error"}])
def test_where_nobody_knows_it_is_sent_again_and_says_so(due: Walk, fault: dict[str, object]) -> None:
    """Broken answers and broken connections leave the outcome open."""
    due.slack.fail_next("chat.postMessage", **fault)

    assert due.tick(DAY).sent == 1
    assert marked(due) == [True]


def test_a_connection_lost_after_the_effect(due: Walk) -> None:
    """The message is there twice, the second one marked, and only one is proven."""
    due.slack.fail_next("chat.postMessage", drop="after")

    assert due.tick(DAY).sent == 1
    assert marked(due) == [False, True]
    assert due.tick(DAY).sent == 0


def test_nobody_there(database: str) -> None:
    """Where no connection came about, nothing was sent, so what goes out later is no repeat."""
    with FakeSlack() as slack, walking(database, slack) as due:
        bosnia(due)
        nowhere = due.record.settings.model_copy(update={"slack_api_url": "http://127.0.0.1:9/api/"})
        done = office(due.record, due.watch, clients=slack_clients(Workspaces(nowhere, due.record.engine))).ticker.tick(
            _nine(due)
        )
        assert done.refused == [f"{done.waiting[0][0].key}: Slack did not answer (ConnectionRefusedError)"]

        assert due.tick(DAY, at_once=True).sent == 1
        assert marked(due) == [False]


@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel", "invalid_auth"])
def test_what_does_not_pass_is_named_and_kept(due: Walk, error: str) -> None:
    """It is late from then on, is tried again every ten minutes, and at once by whoever asks; then it is no repeat."""
    due.slack.fail_next("chat.postMessage", error=error, times=3)
    now = due.watch.now()
    assert due.tick(DAY).refused[0].endswith(f": {error}")
    found = late(due.record.engine, now)
    assert (found.count, found.causes) == (1, [error])

    assert due.tick(DAY).sent == 0
    assert due.tick(DAY, at_once=True).sent == 0
    due.watch.ahead = LASTING_AGAIN_AFTER + 60
    assert due.tick(DAY).sent == 0
    due.watch.ahead = 3 * LASTING_AGAIN_AFTER
    assert due.tick(DAY).sent == 1
    assert marked(due) == [False]
    assert late(due.record.engine, now + 9999).count == 0


def test_what_waits_is_said_as_it_is_by_then(due: Walk) -> None:
    """A message kept for days counts the days anew, and a newer step takes its place."""
    due.slack.fail_next("chat.postMessage", error="channel_not_found", times=4)  # the digest too
    due.tick("2021-02-15")
    due.tick("2021-02-18", at_once=True)
    assert due.tick("2021-02-20", at_once=True).sent == 1
    assert due.words()[-1].startswith("*Due in 9 days*")

    due.slack.fail_next("chat.postMessage", error="channel_not_found", times=2)
    due.tick("2021-02-22")
    assert due.tick("2021-02-28", at_once=True).sent == 1
    assert due.words()[-1].startswith("*Due in 1 day*")


def test_what_an_outage_left_over_is_not_sent(due: Walk) -> None:
    """A service that begins anew sends no reminder before it has looked at the day: that of another is due no more."""
    due.office.ticker.take_in(_nine(due, "2021-02-15"))
    due.record.clock.set("2021-02-22", "09:00")
    turns: list[bool] = []
    anew = office(due.record, due.watch, ended=lambda: turns.pop() if turns else True)
    told = []
    for looks in (False, True):
        if looks:
            anew.ticker.take_in(_nine(due, "2021-02-22"))
        turns.append(False)
        anew.sender.follow(due.record.bell, anew.take_in, anew.ticker.held)
        told.append([each[:15] for each in due.words()])
    assert told == [[], ["*Due in 7 days*"]]


def test_a_thread_that_somebody_deleted(due: Walk) -> None:
    """Another one begins."""
    due.tick("2020-06-01")
    due.slack.messages[0].deleted = True
    assert due.tick("2020-09-01").sent == 1
    assert due.tick(DAY).sent == 1
    due.slack.calls[:] = [call for call in due.slack.calls if call.error != "thread_not_found"]

    assert due.slack.in_channel("C1")[1].thread_ts == due.slack.in_channel("C1")[0].ts


def test_a_process_that_died_while_it_sent(due: Walk) -> None:
    """Its lease is waited for by whoever wants everything out; nobody knows, so the message is marked."""
    due.slack.fail_next("chat.postMessage", error="channel_not_found")
    due.tick(DAY)
    outbox = due.office.outbox
    (waiting,) = outbox.queue()
    leased = due.watch.now()
    assert outbox.claim(waiting.message, leased)
    assert due.tick(DAY).sent == 0
    assert len(due.words()) == 0

    assert due.tick(DAY, at_once=True).sent == 1
    assert marked(due) == [True]
    assert due.watch.now() - leased >= LEASE_SECONDS


@pytest.fixture
def crowd(walk: Walk) -> Walk:
    """Twelve States, each with a date of its own."""
    walk.on("2019-01-02", "record-coverage", what="article7", from_on="2098-01-01")
    for number in range(12):
        state = f"XA{chr(ord('A') + number)}"
        said = {"deposited_on": "2010-09-07", "action": "ratification"}
        walk.on("2019-01-02", "record-accession", state=state, **said)
        walk.on("2019-01-02", "declare-obligation", state=state, article=4, anchor_on=f"2011-03-{number + 1:02}")
    return walk


def test_several_processes_at_once(crowd: Walk, beside: list[Ticker]) -> None:
    """However many pass at the same time, each reminder is posted once."""
    ready = threading.Barrier(len(beside))
    sent: list[int] = []

    def one(ticker: Ticker) -> None:
        ready.wait()
        sent.extend(ticker.tick(_nine(crowd, day), at_once=True).sent for day in ("2020-12-20", "2021-02-20"))

    threads = [threading.Thread(target=one, args=(ticker,)) for ticker in beside]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    words = crowd.words()
    assert len(words) == len(set(words)) == sum(sent)
    assert len(words) == 24
    assert not any(marked(crowd))


@pytest.fixture
def beside(database: str, slack: FakeSlack, crowd: Walk) -> Iterator[list[Ticker]]:
    """Tickers of processes of their own, on the same database."""
    with walking(database, slack) as one, walking(database, slack) as two, walking(database, slack) as three:
        for each in (one, two, three):
            each.record.clock.set("2021-06-01")
        yield [office(each.record, Watch(), pause=time.sleep).ticker for each in (one, two, three)]


def test_who_knows_less_sends_nothing_again(
    due: Walk, database: str, slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pass that read the record before another one sent does not send what the log proves meanwhile."""
    with walking(database, slack) as other:
        other.record.clock.set(DAY)
        enqueue = tick.enqueue

        def late_enqueue(*given: Any) -> None:
            monkeypatch.setattr(tick, "enqueue", enqueue)
            assert due.tick(DAY).sent == 1
            enqueue(*given)

        monkeypatch.setattr(tick, "enqueue", late_enqueue)
        assert other.tick(DAY).sent == 0
    assert len(due.words()) == 1


def _nine(walk: Walk, day: str = DAY) -> datetime:
    return datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=walk.record.settings.zone)
