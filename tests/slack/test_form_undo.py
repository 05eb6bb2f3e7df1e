"""*Undo* on a receipt: whoever recorded it takes it back, once."""

import threading

import pytest
from fake_slack import FakeSlack, Human, View
from serving import FILLED, events, link, opened, record

from adapters.wiring import Service

CONTACT = {"donor": "Norway", "state": "LAO", "kind": "briefing", "on": "2025-04-02"}


@pytest.fixture
def receipt(slack: FakeSlack, ana: Human) -> View:
    """What Ana sees once she has recorded a contact."""
    return ana.submit(opened(slack, ana, "contact"), CONTACT).view


def retractions(service: Service) -> list[object]:
    """What was taken back."""
    return events(service, "fact.retracted")


def test_what_was_recorded_is_retracted(service: Service, ana: Human, receipt: View) -> None:
    """It says why and by whom; the receipt then says that it is undone, and offers nothing more."""
    ana.click(receipt, "undo")
    (retraction,) = retractions(service)

    assert (retraction.why, retraction.recorded_by) == ("undone in Slack", "slack:T1/U1")
    assert receipt.title == "Undone"
    assert "retracted" in receipt.words
    assert not any(block["type"] == "actions" for block in receipt.blocks)


def test_pressed_and_delivered_again_it_is_one_retraction(service: Service, ana: Human, receipt: View) -> None:
    """Also where all of it arrives at once, and where it was pressed twice."""
    ana.click(receipt, "undo")
    letter = ana.courier.last
    pressed_again = type(letter)(
        letter.body.replace(b"action_ts%22%3A+%221", b"action_ts%22%3A+%222"), letter.content_type
    )
    twins = [threading.Thread(target=ana.courier.deliver, args=(each,)) for each in [letter, pressed_again] * 2]
    for twin in twins:
        twin.start()
    for twin in twins:
        twin.join()

    assert len(retractions(service)) == 1
    assert receipt.title == "Undone"


def test_nobody_else_may_undo_it(service: Service, ana: Human, receipt: View) -> None:
    """Another Coordinator corrects by the command, not by somebody's receipt."""
    link(service, "T1/U3", "coordinator")
    record(service, "unlink-person", slack="T1/U1")
    ana.click(receipt, "undo")
    letter = ana.courier.last
    ana.courier.deliver(type(letter)(letter.body.replace(b"%22U1%22", b"%22U3%22"), letter.content_type))

    assert "Only whoever recorded this" in receipt.words
    assert retractions(service) == []


def test_a_role_taken_away_meanwhile_is_said_on_the_receipt(service: Service, ana: Human, receipt: View) -> None:
    """What was recorded stands, and the button stays for when the role is back."""
    record(service, "unlink-person", slack="T1/U1")
    ana.click(receipt, "undo")

    assert retractions(service) == []
    assert receipt.title == "Recorded"
    assert "correct is for these roles" in receipt.words


def test_what_was_built_upon_is_not_undone(service: Service, slack: FakeSlack, ana: Human) -> None:
    """The refusal is read on the receipt."""
    shift = {"donor": "NOR", "state": "LAO"}
    record(service, "make-pledge", **shift, money={"amount": "100", "currency": "EUR"})
    raised = {**shift, "direction": "increase", "money.amount": "100", "money.currency": "EUR"}
    receipt = ana.submit(opened(slack, ana, "shift"), raised).view
    taken = {"direction": "cut", "unexplained": True, "money": {"amount": "150", "currency": "EUR"}}
    record(service, "shift-support", **shift, **taken)
    ana.click(receipt, "undo")

    assert "EUR" in receipt.blocks[-1]["text"]["text"]
    assert receipt.title == "Recorded"
    assert retractions(service) == []


def test_a_shift_takes_the_pledge_along_that_was_opened_for_it(service: Service, ana: Human, form: View) -> None:
    """Nothing of it is left to count."""
    ana.click(ana.submit(form, FILLED).view, "undo")
    retracted = {fact.corrects for fact in retractions(service)}

    assert retracted == {fact.event_id for kind in ("support.shifted", "pledge.made") for fact in events(service, kind)}


def test_the_channel_hears_that_it_is_taken_back(service: Service, slack: FakeSlack, ana: Human) -> None:
    """Who read of it there would otherwise go on believing it."""
    service.settings.slack_channel = "C1"
    receipt = ana.submit(opened(slack, ana, "contact"), CONTACT).view
    slack.wait_for(lambda fake: fake.in_channel("C1"))
    ana.click(receipt, "undo")
    slack.wait_for(lambda fake: len(fake.in_channel("C1")) == 2)

    assert "etract" in slack.in_channel("C1")[-1].words
