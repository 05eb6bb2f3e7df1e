"""The limit of cuts over HTTP: it holds without a pledge_id too, and tells nobody what is hidden from them."""

from collections.abc import Callable
from typing import Any

from outside.caller import Caller, refused

CUT: dict[str, Any] = {"direction": "cut", "unexplained": True}
RULE = "Cuts, redirects and an end take only what is pledged or committed and not yet paid."


def euros(amount: int) -> dict[str, str]:
    return {"amount": f"{amount}.00", "currency": "EUR"}


def test_what_was_cut_is_not_cut_again(office: Caller, state: str, donor: str) -> None:
    """A second cut that names no pledge opens none: 422 on `money`."""
    between = {"donor": donor, "state": state}
    office.record("make-pledge", **between, money=euros(100))
    office.record("shift-support", **between, **CUT, money=euros(100))

    refused(office.say("shift-support", **between, **CUT, money=euros(1)), 422, "money")
    assert len(office.items("/pledges", **between)) == 1


def test_support_nobody_recorded_is_cut(someone: Callable[..., Caller], office: Caller, state: str, donor: str) -> None:
    """The recipient reports first: taken, as amount unknown."""
    someone("state", state).record("shift-support", donor=donor, state=state, **CUT, money=euros(5))

    assert [each["amount_unknown"] for each in office.items("/pledges", state=state)] == [True]


def test_a_refusal_betrays_no_hidden_payment(
    someone: Callable[..., Caller], office: Caller, state: str, donor: str
) -> None:
    """The recipient, who may not see the payment, hears the rule and no figure."""
    pledge = office.record("make-pledge", donor=donor, state=state, money=euros(100), visibility="public")["id"]
    office.record("disburse-pledge", pledge_id=pledge, money=euros(40), visibility="coordinators")
    cut = {"donor": donor, "state": state, "pledge_id": pledge, "money": euros(61), **CUT}

    told = refused(someone("state", state).say("shift-support", **cut), 422, "money")
    assert told["errors"] == [{"field": "money", "message": RULE}]
    told = refused(office.say("shift-support", **cut), 422, "money")
    assert "60.00 EUR" in told["detail"]


def test_who_speaks_for_both_sides_sees_both(
    someone: Callable[..., Caller], office: Caller, state: str, donor: str
) -> None:
    """What the donor and the recipient each reported in confidence, now as in the past."""
    pledge = office.record("make-pledge", donor=donor, state=state, money=euros(100))["id"]
    hidden = {"pledge_id": pledge, "visibility": "coordinators"}
    someone("donor", donor).record("disburse-pledge", money=euros(40), **hidden)
    someone("state", state).record("report-receipt", money=euros(30), **hidden)
    both = someone("state", state, donor)

    for asked in ({}, {"as_of": "2100-01-01"}):
        (seen,) = both.items("/pledges", state=state, **asked)
        assert (seen["paid"], seen["received"]) == ([euros(40)], [euros(30)])
