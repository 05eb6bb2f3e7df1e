"""What is recorded from Slack is told in the channel once, after any crash too; what is restricted never."""

import time
from collections.abc import Iterator

import pytest
from databases import BOTH
from fake_slack import FakeSlack, Human
from serving import SECRET, link, record, served

from adapters.outbox.late import late
from adapters.posting import sending
from adapters.settings import read_settings
from adapters.wiring import Service, running
from domain.actor import Actor, Grant
from domain.words import Role

pytestmark = BOTH
ANA = Actor("slack:T1/U1", (Grant(Role.COORDINATOR),))
NEED = {"state": "LAO", "article": 4, "nature": ["technical"]}


@pytest.fixture
def silent(slack: FakeSlack, database: str) -> Iterator[Service]:
    """A record with a channel, and for now nobody who sends; earlier facts are none of the channel's news."""
    settings = read_settings(
        database_url=database, base_url="https://ica.example", slack_bot_token=slack.bot_token,
        slack_signing_secret=SECRET, slack_api_url=slack.api_url, slack_channel="C1",
    )  # fmt: skip
    with running(settings) as service:
        link(service, "T1/U1", "coordinator")
        record(service, "submit-request", by=ANA, need="Before there was a channel", **NEED)
        with sending(service, spacing=0.0):
            pass
        yield service


def told(slack: FakeSlack, service: Service, words: str) -> list[str]:
    """What the channel hears until it hears these words; twice begun, as after a crash."""
    for _ in range(2):
        with sending(service, spacing=0.0):
            slack.wait_for(lambda fake: any(words in each.words for each in fake.in_channel("C1")))
    return [each.words for each in slack.in_channel("C1")]


def test_a_form_that_was_sent_before_the_process_died(slack: FakeSlack, silent: Service) -> None:
    """It is on record, so the next process tells it, and tells it once."""
    with served(silent) as url:
        ana = Human(slack, url, SECRET)
        assert ana.command("/ica", "request").text == ""
        ana.submit(
            slack.views[-1], {"state": "LAO", "article": "4", "nature": ["technical"], "need": "A <!here> survey"}
        )

    (words,) = told(slack, silent, "survey")
    assert "<!here>" not in words


def test_what_the_channel_hears(slack: FakeSlack, silent: Service) -> None:
    """Neither what is restricted, nor what was not recorded from Slack, nor what was there before."""
    record(silent, "submit-request", by=ANA, need="Restricted", visibility="coordinators", **NEED)
    record(silent, "submit-request", need="From the command line", **NEED)
    one = record(silent, "submit-request", by=ANA, need="One", **NEED)
    cut = {"donor": "NOR", "state": "LAO", "direction": "cut", "reason": "budget"}
    record(silent, "shift-support", by=ANA, reason_source="coordinator_inference", **cut)
    record(silent, "withdraw-request", by=ANA, request_id=one, why="Last")

    heard = told(slack, silent, "Last")
    assert len(heard) == 3
    assert [any(words in each for each in heard) for words in ("One", "Norway cut", "Last")] == [True] * 3, heard
    assert not any("budget" in each for each in heard)


def test_what_is_taken_back(slack: FakeSlack, silent: Service) -> None:
    """The channel hears of it where it had heard of the fact."""
    told_before = silent.record(ANA, "submit-request", NEED | {"need": "Slipped"}, "slip")
    not_told = silent.record(ANA, "submit-request", NEED | {"need": "Restricted", "visibility": "coordinators"}, "x")
    for receipt in (not_told, told_before):
        record(silent, "correct", by=ANA, event_id=receipt.event_ids[0], retract=True, why=f"Slip {receipt.position}")

    heard = told(slack, silent, f"Slip {told_before.position}")
    assert len(heard) == 2


def test_where_outsiders_read_along_the_public_part_alone_is_told(slack: FakeSlack, silent: Service) -> None:
    """What States Parties alone may see waits, and whoever watches over the service is told why."""
    slack.workspace.channels["C1"].is_ext_shared = True
    record(silent, "submit-request", by=ANA, need="For States Parties", visibility="states_parties", **NEED)
    record(silent, "submit-request", by=ANA, need="For all", visibility="public", **NEED)
    with sending(silent, spacing=0.0):
        slack.wait_for(lambda fake: any("For all" in each.words for each in fake.in_channel("C1")))

    assert not any("States Parties" in each.words for each in slack.in_channel("C1"))
    assert late(silent.engine, time.time(), reminders=False).causes == ["outsiders_read_along"]
