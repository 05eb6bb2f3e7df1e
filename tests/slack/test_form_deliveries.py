"""Slack delivers again, at once and after a restart: one form, one fact, the same answer."""

import threading
from typing import Any

import pytest
from databases import BOTH
from fake_slack import FakeSlack, Human
from serving import SECRET, events, opened, record, record_beside, served

from adapters.wiring import Service

pytestmark = BOTH
CONTACT = {"donor": "Norway", "state": "LAO", "kind": "briefing", "on": "2025-04-02"}


def at_once(ana: Human, times: int = 4) -> list[Any]:
    """The last delivery again, several times at the same moment."""
    answers: list[Any] = []
    letter = ana.courier.last
    twins = [threading.Thread(target=lambda: answers.append(ana.courier.deliver(letter))) for _ in range(times)]
    for twin in twins:
        twin.start()
    for twin in twins:
        twin.join()
    return answers


@pytest.mark.parametrize("by", ["command", "shortcut"])
def test_one_press_opens_one_form(service: Service, slack: FakeSlack, ana: Human, meeting: str, by: str) -> None:
    """Whatever opens it: Slack is asked once, and nobody is told that it failed."""
    if by == "command":
        ana.command("/ica", "contact")
    else:
        ana.shortcut(slack.say("C1", "Seek partners."), "record_as_outcome")
    ana.courier.redeliver(3, "http_timeout")
    at_once(ana)

    assert [call.method for call in slack.calls].count("views.open") == 1
    assert slack.ephemerals == []


def test_after_a_restart_a_press_and_a_form_count_as_before(slack: FakeSlack, database: str) -> None:
    """What was delivered to the service before it went down is answered by the one that came up."""
    with record_beside(slack, database) as service, served(service) as address:
        record(service, "link-person", slack="T1/U1", role="coordinator")
        ana = Human(slack, address, SECRET)
        form = opened(slack, ana, "contact")
        command = ana.courier.last
        first = ana.submit(form, CONTACT)
        submission = ana.courier.last
        ana.click(first.view, "undo")
        undo = ana.courier.last
    with record_beside(slack, database) as service, served(service) as address:
        ana = Human(slack, address, SECRET)
        again = [ana.courier.deliver(each) for each in (command, submission, undo)]

        assert [answer.status for answer in again] == [200] * 3
        assert again[1].json["response_action"] == "update"
        assert [len(events(service, kind)) for kind in ("contact.recorded", "fact.retracted")] == [1, 1]
    assert len([call for call in slack.calls if call.method == "views.open"]) == 1


def test_a_refusal_is_the_acknowledgement_itself(service: Service, slack: FakeSlack, ana: Human) -> None:
    """Refused before anything is looked up, it stands under its field all the same, each time it is delivered."""
    form = opened(slack, ana, "contact")
    refused = ana.submit(form, CONTACT | {"on": "2999-01-01"})
    again = [*ana.courier.redeliver(3, "http_timeout"), *at_once(ana)]

    assert refused.json == {"response_action": "errors", "errors": refused.errors}
    assert refused.errors.keys() == {"on"}
    assert all(answer.json == refused.json for answer in again)
    assert ana.submit(form, CONTACT).view.title == "Recorded"
    assert len(events(service, "contact.recorded")) == 1
