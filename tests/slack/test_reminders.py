"""Reminders reach the channel on the ladder, once, in one thread, and are silent as they should be."""

from datetime import date, datetime, time, timedelta

import pytest
from databases import BOTH
from fake_slack import FakeSlack, Human
from slack_sdk import WebClient

from adapters.reminders.tick import Ticker
from adapters.wiring import Service
from domain.actor import Actor
from projections.audience import STATES_PARTIES

pytestmark = BOTH
ANA = Actor("cli:ana", operator=True)
DUE = date(2021, 3, 1)


@pytest.fixture
def ticker(service: Service, slack: FakeSlack) -> Ticker:
    """Bosnia's Article 4 deadline of 2021-03-01, and a channel that is told."""
    service.settings.slack_channel = "C1"
    service.record(
        ANA, "record-accession", {"state": "BIH", "deposited_on": "2010-09-07", "action": "ratification"}, "a"
    )
    service.record(ANA, "record-coverage", {"what": "article7", "from_on": "2098-01-01"}, "c")
    service.record(ANA, "declare-obligation", {"state": "BIH", "article": 4}, "o")
    return Ticker(service, WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[]))


def at(service: Service, day: date, hour: int = 9) -> datetime:
    """An hour of a day where the Coordinators are."""
    return datetime.combine(day, time(hour), service.settings.zone)


def test_the_ladder_is_told_once_each_in_one_thread(ticker: Ticker, service: Service, slack: FakeSlack) -> None:
    """12, 9, 6, 3, 1 months, 14, 7, 1 days before, on the day, then weekly: each once, all in one thread."""
    told: list[date] = []
    for days in range(-366, 22):
        day = DUE + timedelta(days=days)
        for _ in range(2):
            told += [day] * ticker.tick(at(service, day)).sent

    assert told == [
        date(2020, 3, 1), date(2020, 6, 1), date(2020, 9, 1), date(2020, 12, 1), date(2021, 2, 1), date(2021, 2, 15),
        date(2021, 2, 22), date(2021, 2, 28), date(2021, 3, 1), date(2021, 3, 8), date(2021, 3, 15), date(2021, 3, 22),
    ]  # fmt: skip
    posted = slack.in_channel("C1")
    assert len(posted) == len(told)
    assert len({message.thread_ts for message in posted[1:]}) == 1


def test_nothing_is_told_before_nine(ticker: Ticker, service: Service) -> None:
    """Reminders go out at nine in the morning, where the Coordinators are."""
    assert ticker.tick(at(service, date(2020, 3, 1), hour=8)).sent == 0
    assert ticker.tick(at(service, date(2020, 3, 1), hour=9)).sent == 1


def test_after_an_outage_the_latest_step_goes_out_once(ticker: Ticker, service: Service) -> None:
    """Ten days of silence bring one message, not the steps that were missed."""
    ticker.tick(at(service, date(2021, 2, 1)))

    assert ticker.tick(at(service, date(2021, 2, 25))).sent == 1
    assert ticker.tick(at(service, date(2021, 2, 26))).sent == 0


def test_a_changed_date_is_told_at_once_and_starts_anew(ticker: Ticker, service: Service, slack: FakeSlack) -> None:
    """An extension is told in the thread; the old ladder is silent, the new one begins."""
    ticker.tick(at(service, date(2020, 12, 1)))
    extension = {
        "state": "BIH",
        "article": 4,
        "until": "2022-09-01",
        "decided_on": "2020-12-05",
        "decided_by": "meeting",
    }
    service.record(ANA, "decide-extension", extension, "x")

    assert ticker.tick(at(service, date(2020, 12, 6))).sent == 1
    assert "2021-03-01" in slack.in_channel("C1")[-1].text
    assert ticker.tick(at(service, date(2021, 2, 1))).sent == 0
    assert ticker.tick(at(service, date(2021, 9, 1))).sent == 1


def test_what_is_fulfilled_is_silent(ticker: Ticker, service: Service) -> None:
    """No reminder of what was done."""
    service.record(ANA, "fulfil-obligation", {"state": "BIH", "article": 4, "declared_on": "2020-11-30"}, "f")

    assert ticker.tick(at(service, date(2020, 12, 1))).sent == 0


def test_a_button_acknowledges_and_snoozes(ticker: Ticker, service: Service, slack: FakeSlack, ana: Human) -> None:
    """Both are recorded and said under the message; what is snoozed comes back once, on its day."""
    today = datetime.now(service.settings.zone).date()
    ticker.tick(at(service, today))
    message = slack.in_channel("C1")[-1]

    ana.click(message, "reminder_acknowledge")
    ana.click(message, "reminder_snooze", "1 week")
    service.projector.catch_up()
    kinds = [row["acknowledged"] for row in service.queries.reminders(STATES_PARTIES)]

    assert kinds == [True]
    assert [ticker.tick(at(service, today + timedelta(days=days))).sent for days in (1, 6, 7, 8)] == [0, 0, 1, 0]


def test_what_slack_refuses_is_said_and_kept(ticker: Ticker, service: Service, slack: FakeSlack) -> None:
    """A refusal is named by the pass, and the message goes out once Slack takes it."""
    slack.fail_next("chat.postMessage", error="channel_not_found")
    done = ticker.tick(at(service, date(2020, 3, 1)))

    assert (done.sent, len(done.refused)) == (0, 1)
    assert "channel_not_found" in done.refused[0]
