"""`/ica explain`: a reason that comes late, by the shift's id, from the menu or from a button."""

import pytest
from fake_slack import FakeSlack, Human, Message
from serving import events, link, opened, record

from adapters.wiring import Service

REASON = {"reason": "budget", "reason_source": "donor_stated", "reason_text": "The budget fell by a fifth."}


@pytest.fixture
def shift(service: Service) -> str:
    """A cut that waits for the donor's word."""
    return record(service, "shift-support", donor="NOR", state="LAO", direction="cut", unexplained=True)


@pytest.mark.parametrize("beginning", [6, 36])
def test_a_shift_is_named_by_its_id_or_the_beginning_of_it(
    service: Service, slack: FakeSlack, ana: Human, shift: str, beginning: int
) -> None:
    """It stands in the form already; with the donor's own word it waits no more."""
    form = opened(slack, ana, f"explain {shift[:beginning].upper()}")
    assert form.callback_id == "explain"
    shown = ana.submit(form, REASON).view
    (fact,) = events(service, "shift.explained")

    assert (fact.shift_id, fact.reason, fact.recorded_by) == (shift, "budget", "slack:T1/U1")
    assert shown.title == "Recorded"


def test_what_waits_is_offered_first(service: Service, slack: FakeSlack, ana: Human, shift: str) -> None:
    """Without an id the form asks which."""
    record(service, "shift-support", donor="SWE", state="TCD", direction="increase", occurred_on=service.today())
    options = ana.suggest(opened(slack, ana, "explain"), "shift_id", "").options

    assert options[0]["value"] == shift
    assert [each["text"]["text"].split(" ", 1)[1] for each in options] == [
        "Norway: cut, Lao PDR",
        "Sweden: increase, Chad",
    ]


@pytest.mark.parametrize(("named", "said"), [("000000", "No shift on record"), ("3f", "No shift"), ("a b", "“b”")])
def test_a_shift_that_nobody_knows_opens_no_form(
    slack: FakeSlack, ana: Human, shift: str, named: str, said: str
) -> None:
    """The way to the ids is told."""
    assert said in ana.command("/ica", f"explain {named}").message.words
    assert slack.views == []


def test_a_donor_explains_its_own_shift_alone(service: Service, slack: FakeSlack, ben: Human, shift: str) -> None:
    """Another's is refused under the shift that was chosen."""
    link(service, "T1/U2", "donor", "SWE")
    answer = ben.submit(opened(slack, ben, f"explain {shift}"), REASON)

    assert "You speak for SWE" in answer.errors["shift_id"]
    assert events(service, "shift.explained") == []


def test_a_button_opens_it_for_its_shift(
    service: Service, slack: FakeSlack, ana: Human, ben: Human, shift: str
) -> None:
    """Once, however often it is delivered; whoever may not is told so, alone."""
    button = {
        "type": "button", "action_id": "explain", "value": shift, "text": {"type": "plain_text", "text": "Explain"},
    }  # fmt: skip
    with slack.changed:
        slack.messages.append(message := _with(slack, button))
    ana.click(message, "explain")
    ana.courier.redeliver(3, "http_timeout")
    ben.click(message, "explain")

    assert [view.inputs["shift_id"]["element"]["initial_option"]["value"] for view in slack.views] == [shift]
    (told,) = slack.wait_for(lambda fake: fake.ephemerals)
    assert (told.to, "You may not record an explanation" in told.words) == ("U2", True)


def _with(slack: FakeSlack, button: dict[str, object]) -> Message:
    blocks = [{"type": "actions", "block_id": "b", "elements": [button]}]
    return Message("C1", slack.next_ts(), "A cut waits for its reason.", blocks)
