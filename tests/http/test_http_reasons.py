"""Whose words a reason is, and who may say so."""

from collections.abc import Callable
from typing import Any

import pytest
from outside.caller import Caller, refused

LETTER = {"kind": "letter", "ref": "Note verbale 12"}


def _cut(donor: str, state: str, whose: str, **also: Any) -> dict[str, Any]:
    return {
        "donor": donor, "state": state, "direction": "cut", "reason": "budget", "reason_text": "Less money.",
        "reason_source": whose, **also,
    }  # fmt: skip


def test_a_state_gives_its_own_account(someone: Callable[..., Caller], state: str, donor: str) -> None:
    """A recipient's account is taken, and leaves the shift unexplained until the donor speaks."""
    recipient = someone("state", state)
    shift = recipient.record("shift-support", **_cut(donor, state, "recipient_account"))
    shown = recipient.get(f"/shifts/{shift['id']}")

    assert (shown["unexplained"], shown["reason_source"]) == (True, "recipient_account")


def test_a_state_quotes_the_donor_with_its_source_only(someone: Callable[..., Caller], state: str, donor: str) -> None:
    """`donor_stated` from a State without a source: 422 naming reason_source; with it, it is taken and explains."""
    recipient = someone("state", state)
    refused(recipient.say("shift-support", **_cut(donor, state, "donor_stated")), 422, "reason_source")
    shift = recipient.record("shift-support", **_cut(donor, state, "donor_stated", source=LETTER))

    assert recipient.get(f"/shifts/{shift['id']}")["unexplained"] is False


def test_a_state_explains_later_under_the_same_rule(someone: Callable[..., Caller], state: str, donor: str) -> None:
    """`explain-shift` asks for the source of a donor's words as `shift-support` does."""
    recipient = someone("state", state)
    shift = recipient.record("shift-support", donor=donor, state=state, direction="end", unexplained=True)["id"]
    said = {"shift_id": shift, "reason": "security", "reason_text": "Staff were at risk."}

    refused(recipient.say("explain-shift", **said, reason_source="donor_stated"), 422, "reason_source")
    recipient.record("explain-shift", **said, reason_source="recipient_account")
    recipient.record("explain-shift", **said, reason_source="donor_stated", source=LETTER)


@pytest.mark.parametrize(
    ("role", "source"),
    [("state", "coordinator_inference"), ("donor", "coordinator_inference"), ("donor", "recipient_account")],
)
def test_words_fit_who_says_them(
    role: str, source: str, someone: Callable[..., Caller], state: str, donor: str
) -> None:
    """An inference is the Coordinators' alone, and a donor does not speak as the recipient."""
    caller = someone(role, state if role == "state" else donor)
    refused(caller.say("shift-support", **_cut(donor, state, source, source=LETTER)), 422, "reason_source")


def test_a_donor_states_its_own_reason(someone: Callable[..., Caller], state: str, donor: str) -> None:
    """Its token is source enough."""
    giver = someone("donor", donor)
    shift = giver.record("shift-support", **_cut(donor, state, "donor_stated"))
    shown = giver.get(f"/shifts/{shift['id']}")

    assert (shown["unexplained"], shown["reason"], shown["days_to_explanation"]) == (False, "budget", 0)


def test_an_inference_stays_among_the_coordinators(
    office: Caller, someone: Callable[..., Caller], state: str, donor: str
) -> None:
    """The shift is seen as unexplained; the guess, its words and its event are not there for others."""
    shift = office.record("shift-support", **_cut(donor, state, "coordinator_inference", reason_text="They forgot."))
    reader, recipient, giver = someone("reader"), someone("state", state), someone("donor", donor)

    assert office.get(f"/shifts/{shift['id']}")["reason_source"] == "coordinator_inference"
    for caller in (reader, recipient, giver):
        shown = caller.read(f"/shifts/{shift['id']}")
        assert (shown.json()["unexplained"], shown.json()["accounts"]) == (True, [])
        for address in (f"/states/{state}/history", "/shifts", f"/explanations?donor={donor}&state={state}"):
            path, _, query = address.partition("?")
            asked = dict(part.split("=") for part in query.split("&") if part) or {"limit": "200"}
            assert "They forgot" not in caller.read(path, **asked).text
        refused(caller.read(f"/events/{shift['event_ids'][-1]}"), 404)


def test_an_inference_may_be_shared_on_purpose(
    office: Caller, someone: Callable[..., Caller], state: str, donor: str
) -> None:
    """With a visibility it goes to that circle, still under its own name and without closing the question."""
    said = _cut(donor, state, "coordinator_inference", visibility="states_parties")
    shift = office.record("shift-support", **said)
    shown = someone("reader").get(f"/shifts/{shift['id']}")

    assert (shown["unexplained"], shown["reason_source"]) == (True, "coordinator_inference")
