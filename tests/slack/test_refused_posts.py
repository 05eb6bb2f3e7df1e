"""What Slack refuses for good is told: to whoever waits for it, to the Coordinators, and to whoever watches."""

import time
from collections.abc import Iterator

import pytest
from databases import BOTH
from fake_slack import FakeSlack, Human
from serving import SECRET, events, record, record_beside, served

from adapters.outbox.late import late
from adapters.outbox.post import ANNOUNCEMENT, Post
from adapters.posting import PostOffice
from adapters.slack.desk import ServiceDesk
from adapters.wiring import Service
from bots.desk import Press

pytestmark = BOTH
SHARED_BY_BEN = Press("history TCD", 0, "T1", "U2", response_url="", alone=True, shareable=True)


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """Refusals are part of these stories."""
    with FakeSlack() as fake:
        yield fake


@pytest.fixture
def service(slack: FakeSlack, database: str) -> Iterator[Service]:
    """The Coordinators' channel is C1."""
    with record_beside(slack, database, channel="C1") as running:
        record(running, "submit-request", state="LAO", article=4, nature=["legal"], need="A law")
        yield running


def test_a_bot_that_is_not_there_says_how_to_invite_it(slack: FakeSlack, service: Service) -> None:
    """To the person alone, in the own conversation; the Coordinators need not hear of it."""
    desk = ServiceDesk(service)
    kept = [desk.press_once("press:1", SHARED_BY_BEN, "C2", "T1", share=True) for _ in range(2)]
    (notice,) = slack.wait_for(lambda fake: fake.in_channel("DU2"))

    assert kept == [True, False]
    assert "/invite @ICA Ledger" in notice.text
    assert "<#C2>" in notice.text
    assert slack.in_channel("C1") == []


def test_a_mention_where_the_bot_was_removed(slack: FakeSlack, service: Service) -> None:
    """Whoever asked is told; the next answer arrives as always."""
    with served(service) as url:
        ben = Human(slack, url, SECRET, user="U2")
        slack.fail_next("chat.postMessage", error="not_in_channel")
        ben.mention("history LAO")
        slack.wait_for(lambda fake: fake.in_channel("DU2"))
        ben.mention("history TCD")
        slack.wait_for(lambda fake: fake.in_channel("C1"))


def test_the_coordinators_hear_of_a_cause_once(slack: FakeSlack, service: Service) -> None:
    """However many posts it holds back; once it was mended it would be news again."""
    slack.workspace.add_channel("C4", bot=False)
    office = PostOffice(service, spacing=0.0)
    for name in ("one", "two"):
        announcement(service, office, name)
    slack.wait_for(lambda fake: fake.in_channel("C1"))
    assert office.sender.send_all(at_once=True) == []

    (alert,) = slack.in_channel("C1")
    assert "<#C4>" in alert.text
    assert "not_in_channel: invite the bot" in alert.text
    found = late(service.engine, time.time(), reminders=False)
    assert (found.count, found.causes) == (2, ["not_in_channel"])

    slack.invite("C4")
    assert len(office.sender.send_all(at_once=True)) == 2
    assert late(service.engine, time.time(), reminders=False).count == 0
    slack.kick("C4")
    announcement(service, office, "three")
    slack.wait_for(lambda fake: len(fake.in_channel("C1")) == 2)


def test_a_token_that_is_refused(slack: FakeSlack, service: Service) -> None:
    """It is late with its cause; in Slack nobody can be told. Once a post goes through, so do those that waited."""
    slack.workspace.add_channel("C4")
    slack.token_error = "token_revoked"
    office = PostOffice(service, spacing=0.0)
    announcement(service, office, "one")
    office.sender.send_all(at_once=True)
    assert late(service.engine, time.time(), reminders=False).causes == ["token_revoked"]
    slack.token_error = None
    slack.workspace.add_channel("C5")
    announcement(service, office, "two", "C5")
    slack.wait_for(lambda fake: fake.in_channel("C4"))
    assert slack.in_channel("C1") == []


def test_an_answer_that_is_too_much_for_slack(slack: FakeSlack, service: Service) -> None:
    """The person is told, and so are the Coordinators: somebody has to mend the service."""
    slack.workspace.add_channel("C4")
    slack.fail_next("chat.postMessage", error="msg_blocks_too_long")
    ServiceDesk(service).press_once("press:1", SHARED_BY_BEN, "C4", "T1", share=True)
    slack.wait_for(lambda fake: any("msg_blocks_too_long" in each.text for each in fake.in_channel("C1")))
    slack.wait_for(lambda fake: any("msg_blocks_too_long" in each.text for each in fake.in_channel("DU2")))


def announcement(service: Service, office: PostOffice, name: str, channel: str = "C4") -> None:
    """Something that nobody waits for."""
    (fact,) = events(service, "request.submitted")
    post = Post(name, ANNOUNCEMENT, channel, {"event_ids": [str(fact.event_id)]})
    assert office.outbox.put_once(post, time.time())
