"""Nothing restricted reaches a person without a role, nor a channel, whatever is asked and wherever."""

import re
from collections.abc import Iterator

import pytest
from fake_slack import FakeSlack, Human
from fake_slack.records import Message
from field import STATES, filled, strict
from serving import SECRET, served
from test_large_answers import QUESTIONS

from adapters.wiring import Service

CIRCLES = ("public", "states_parties", "coordinators")
MARK = re.compile(r"MARK-(\w+)-END")
ASKED = [question for question in QUESTIONS if "{request}" not in question]


@pytest.fixture(scope="module")
def slack() -> Iterator[FakeSlack]:
    """U1 coordinates, others are not linked."""
    with strict() as fake:
        yield fake


@pytest.fixture(scope="module")
def service(slack: FakeSlack, tmp_path_factory) -> Iterator[Service]:
    """A thing of every kind in each circle."""
    told = [(f"MARK-{circle}-END", {"visibility": circle}) for circle in CIRCLES]
    with filled(slack, tmp_path_factory.mktemp("circles"), told) as running:
        yield running


@pytest.fixture(scope="module")
def address(service: Service) -> Iterator[str]:
    """Where Slack's payloads go."""
    with served(service) as url:
        yield url


@pytest.fixture
def ana(slack: FakeSlack, address: str) -> Human:
    """A Coordinator."""
    return Human(slack, address, SECRET)


@pytest.fixture
def ben(slack: FakeSlack, address: str) -> Human:
    """Somebody the record does not know."""
    return Human(slack, address, SECRET, user="U2")


def _questions() -> list[str]:
    """Each question, about each State where it is about one."""
    return list(dict.fromkeys(each.format(state=STATES[number]) for each in ASKED for number in range(len(CIRCLES))))


def _all_said(slack: FakeSlack, channels: list[str]) -> set[str]:
    """The circles whose words come up in these channels, once there is an answer in each."""
    said = slack.wait_for(lambda fake: _answers(fake, channels), timeout=60)
    return {mark for message in said for mark in MARK.findall(message.words)}


def _answers(slack: FakeSlack, channels: list[str]) -> list[Message]:
    said = [slack.in_channel(channel) for channel in channels]
    return [message for messages in said for message in messages] if all(said) else []


def test_to_a_coordinator_alone_everything_is_said(ana: Human):
    """So that the tests beside this one look for words that there are."""
    seen = {mark for question in _questions() for mark in MARK.findall(ana.command("/ica", question).message.words)}

    assert seen == set(CIRCLES)


def test_to_somebody_without_a_role_the_public_is_said(ben: Human, slack: FakeSlack):
    """By the command, in a direct message, in the menu and on the Home tab."""
    seen = {mark for question in _questions() for mark in MARK.findall(ben.command("/ica", question).message.words)}
    ben.open_home()
    home = slack.wait_for(lambda fake: fake.modals.homes.get("U2"))

    assert seen == {"public"}
    assert set(MARK.findall(home.words)) == {"public"}


def test_in_a_direct_message_somebody_without_a_role_is_told_the_public_part(slack: FakeSlack, address: str):
    """Each question by a person of its own: nobody is answered faster than Slack allows."""
    people = [Human(slack, address, SECRET, user=f"U1{number:02}") for number in range(len(_questions()))]
    for human, question in zip(people, _questions(), strict=True):
        human.direct_message(question)

    assert _all_said(slack, [f"D{human.person.id}" for human in people]) == {"public"}


def test_in_a_channel_a_coordinator_shows_what_states_parties_may_see(ana: Human, slack: FakeSlack):
    """Whatever is asked there."""
    channels = [slack.workspace.add_channel(f"C1{number:02}").id for number in range(len(_questions()))]
    for channel, question in zip(channels, _questions(), strict=True):
        ana.mention(question, channel)

    assert _all_said(slack, channels) == {"public", "states_parties"}


def test_what_is_shared_is_no_more_than_the_channel_may_see(ana: Human, slack: FakeSlack):
    """Outsiders read the public's part, though a Coordinator shares it."""
    channels = []
    for number, question in enumerate(_questions()):
        channel = slack.workspace.add_channel(f"C2{number:02}")
        channel.is_ext_shared = True
        message = ana.command("/ica", question, channel=channel.id).message
        if "share_here" in str(message.blocks):
            ana.click(message, "share_here")
            channels.append(channel.id)

    assert _all_said(slack, channels) == {"public"}
