"""*Record as outcome* and *Record as statement*: what somebody wrote becomes a form, and where it stands the source."""

from typing import Any

import pytest
from fake_slack import FakeSlack, Human
from serving import events, link, record

from adapters.wiring import Service

WORDS = "Seek partners for survey & clearance by <June>."


@pytest.fixture
def near(service: Service) -> str:
    """The one meeting of these days."""
    return record(service, "schedule-meeting", title="Today", kind="joint", on=service.today())


def pressed(slack: FakeSlack, human: Human, what: str, text: str = WORDS, channel: str = "C1", **more: Any) -> Any:
    """The form that a shortcut on somebody's message opens."""
    said = slack.say(channel, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"), user="U2")
    said.blocks = more.get("blocks", [])
    human.shortcut(said, what)
    return slack.views[-1]


@pytest.mark.parametrize(
    ("what", "kind", "filled"),
    [
        ("record_as_outcome", "outcome.recorded", {"owner": "AUS"}),
        ("record_as_statement", "statement.recorded", {"attribution": "group", "group": "donor_state"}),
    ],
)
def test_a_message_becomes_a_fact(
    service: Service, slack: FakeSlack, ana: Human, near: str, what, kind, filled
) -> None:
    """Its words stand there as they were written, its link is the source, and the meeting near its day is chosen."""
    ana.submit(pressed(slack, ana, what), filled)
    (fact,) = events(service, kind)

    assert fact.text == WORDS
    assert fact.source["kind"] == "slack"
    assert fact.source["ref"].startswith("https://ica.slack.com/archives/C1/p")
    assert str(fact.originator_id) == near


def test_where_slack_gives_no_link_the_message_is_named(
    service: Service, slack: FakeSlack, ana: Human, near: str
) -> None:
    """By its channel and its moment."""
    slack.fail_next("chat.getPermalink", error="channel_not_found")
    ana.submit(pressed(slack, ana, "record_as_outcome"))
    (fact,) = events(service, "outcome.recorded")

    assert fact.source["ref"] == f"C1/{slack.said[-1].ts}"


def test_a_message_longer_than_a_form_takes_is_cut_and_that_is_said(slack: FakeSlack, ana: Human, near: str) -> None:
    """The notice stays when the form changes."""
    form = pressed(slack, ana, "record_as_statement", "x" * 5_000)
    ana.click(form, "value", "named", block_id="attribution")

    assert len(form.inputs["text"]["element"]["initial_value"]) == 3_000
    assert "longer than a form takes" in form.words


def test_words_in_blocks_are_words(slack: FakeSlack, ana: Human, near: str) -> None:
    """What people see is recorded, not how Slack writes it."""
    pieces = [{"type": "text", "text": "Norway & Chad"}, {"type": "emoji", "name": "wave"}]
    rich = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": pieces}]}
    form = pressed(slack, ana, "record_as_outcome", blocks=[rich])

    assert form.inputs["text"]["element"]["initial_value"] == "Norway & Chad:wave:"


def test_a_message_of_files_alone_opens_an_empty_form(slack: FakeSlack, ana: Human, near: str) -> None:
    """And the person is told to say what it tells."""
    form = pressed(slack, ana, "record_as_statement", text="")

    assert "initial_value" not in form.inputs["text"]["element"]
    assert "no words of its own" in form.words


def test_of_several_meetings_near_none_is_chosen(service: Service, slack: FakeSlack, ana: Human, near: str) -> None:
    """The person says which."""
    record(service, "schedule-meeting", title="Also today", kind="donors", on=service.today())

    assert "initial_option" not in pressed(slack, ana, "record_as_outcome").inputs["meeting_id"]["element"]


def test_a_statement_that_would_name_its_speaker_is_stopped(
    service: Service, slack: FakeSlack, ana: Human, near: str
) -> None:
    """As in any form, whoever's message it is."""
    form = pressed(slack, ana, "record_as_statement", "The Iraqi people were displaced.")
    answer = ana.submit(form, {"attribution": "withheld"})

    assert "Iraqi" in answer.errors["text"]
    ana.submit(form, {"attribution": "withheld", "confirmed_anonymous": ["true"]})
    assert len(events(service, "statement.recorded")) == 1


@pytest.mark.parametrize("team", ["T1", "T2"])
def test_whoever_holds_no_role_is_told_so_alone(
    service: Service, slack: FakeSlack, ben: Human, near: str, team
) -> None:
    """Not linked, or of another workspace where somebody of the same id is."""
    if team == "T2":
        link(service, "T1/U2", "coordinator")
        ben.person.team = "T2"
    said = slack.say("C1", WORDS)
    ben.shortcut(said, "record_as_outcome")
    ben.courier.redeliver(3, "http_timeout")
    (told,) = slack.wait_for(lambda fake: fake.ephemerals)

    assert (told.to, slack.views) == ("U2", [])
    assert "You may not record an outcome" in told.words
    assert f"{team}/U2" in told.words


def test_a_form_that_slack_does_not_open_is_said(slack: FakeSlack, ana: Human, near: str) -> None:
    """The trigger was too old, say."""
    slack.fail_next("views.open", error="expired_trigger_id")
    ana.shortcut(slack.say("C1", WORDS), "record_as_outcome")

    (told,) = slack.wait_for(lambda fake: fake.ephemerals)
    assert "did not open the form" in told.words
