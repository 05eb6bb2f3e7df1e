"""Retractions over HTTP: one act goes and comes whole, and nothing comes back beside what took its place."""

from collections.abc import Callable

from outside.caller import Caller, refused
from outside.server import fresh_state

WHY = {"why": "Wrong in the minutes."}


def test_a_report_does_not_come_back_beside_another(someone: Callable[..., Caller], state: str) -> None:
    """Filed, retracted, filed again: taking the retraction back is 422 on `retract`, and one report is on record."""
    reporter = someone("state", state)
    report = {"state": state, "kind": "annual", "year": 2023, "filed_on": "2024-04-28"}
    first = reporter.record("file-article7-report", **report)
    taken = reporter.record("correct", event_id=first["event_ids"][0], retract=True, **WHY)
    reporter.record("file-article7-report", **report)

    refused(reporter.say("correct", event_id=taken["id"], retract=True, **WHY), 422, "retract")
    filed = reporter.items(f"/states/{state}/history", kind="report.filed")
    assert [each["retracted"] for each in filed] == [True, False]


def test_a_redirect_is_retracted_from_either_side(someone: Callable[..., Caller], state: str, donor: str) -> None:
    """The donor retracts the pledge that its redirect opened: the redirect goes with it."""
    giver, elsewhere = someone("donor", donor), fresh_state()
    giver.record("make-pledge", donor=donor, state=state, money={"amount": "100", "currency": "EUR"})
    giver.record(
        "shift-support", donor=donor, state=state, direction="redirect", to_state=elsewhere,
        money={"amount": "30", "currency": "EUR"}, unexplained=True,
    )  # fmt: skip
    (fed,) = giver.items("/pledges", state=elsewhere)
    giver.record("correct", event_id=fed["id"], retract=True, **WHY)

    assert giver.items("/shifts", state=state) == []
    (left,) = giver.items("/pledges", donor=donor)
    assert left["pledged"] == [{"amount": "100.00", "currency": "EUR"}]
