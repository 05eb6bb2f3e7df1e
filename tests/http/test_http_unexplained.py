"""The queue of shifts that the donor has not explained, and the clock that runs until it does."""

from collections.abc import Callable
from typing import Any

import pytest
from outside.caller import Caller, refused

DAY = "2025-03-01"
ACCOUNT = {"reason": "believed_resolved", "reason_text": "They think it is over."}


@pytest.fixture
def shift(office: Caller, state: str, donor: str) -> str:
    """A cut of 2025-03-01 that nobody explained."""
    said = {"donor": donor, "state": state, "direction": "cut", "unexplained": True, "occurred_on": DAY}
    return str(office.record("shift-support", **said)["id"])


def _queue(caller: Caller, state: str, **asked: str) -> list[dict[str, Any]]:
    return caller.items("/shifts", unexplained="true", state=state, **asked)


@pytest.mark.parametrize("direction", ["cut", "end", "redirect"])
def test_a_shift_without_a_reason_is_refused(direction: str, office: Caller, state: str, donor: str) -> None:
    """422 naming `reason`; the way out is in the sentence."""
    to_state = "XAB" if direction == "redirect" else None
    answer = office.say("shift-support", donor=donor, state=state, direction=direction, to_state=to_state)
    assert "unexplained" in refused(answer, 422, "reason")["detail"]
    assert office.items("/shifts", state=state) == []


def test_an_increase_needs_no_reason(office: Caller, state: str, donor: str) -> None:
    """It is never in the queue."""
    made = office.record("shift-support", donor=donor, state=state, direction="increase")
    assert office.get(f"/shifts/{made['id']}")["unexplained"] is False
    assert _queue(office, state) == []


def test_an_unexplained_shift_waits(shift: str, office: Caller, state: str) -> None:
    """With the days since it happened, counted to the day that is asked for."""
    for day, waited in ((DAY, 0), ("2025-03-02", 1), ("2026-03-01", 365)):
        (item,) = _queue(office, state, as_of=day)
        assert (item["id"], item["days_waiting"], item["explained_on"]) == (shift, waited, None)
        row = office.read("/shifts.csv", unexplained="true", state=state, as_of=day).text.splitlines()[1]
        assert f",{waited}," in row
    assert _queue(office, state, as_of="2025-02-28") == []


def test_without_a_day_the_clock_runs_to_today(shift: str, office: Caller, server: Any, state: str) -> None:
    """Today where the Coordinators are."""
    (item,) = _queue(office, state)
    (then,) = _queue(office, state, as_of=server.beside.today())
    assert item["days_waiting"] == then["days_waiting"] > 365


@pytest.mark.parametrize("whose", ["recipient_account", "coordinator_inference"])
def test_others_accounts_do_not_close_it(whose: str, shift: str, office: Caller, state: str) -> None:
    """They stand beside it, under their own name."""
    office.record("explain-shift", shift_id=shift, **ACCOUNT, reason_source=whose, occurred_on="2025-04-01")
    (item,) = _queue(office, state)

    assert (item["unexplained"], item["reason_source"], item["explained_on"]) == (True, whose, None)
    assert [account["reason_source"] for account in item["accounts"]] == [whose]


def test_asking_does_not_close_it(shift: str, office: Caller, state: str, donor: str) -> None:
    """It is said who was asked, and when."""
    office.record("ask-explanation", shift_id=shift, asked_of=donor, occurred_on="2025-03-20")
    (item,) = _queue(office, state)
    assert [(each["asked_of"], each["occurred_on"]) for each in item["asked"]] == [(donor, "2025-03-20")]


def test_the_donors_late_word_closes_it(
    shift: str, office: Caller, someone: Callable[..., Caller], state: str, donor: str
) -> None:
    """With the days it took; the accounts of others stay, and the clock stands."""
    office.record(
        "explain-shift", shift_id=shift, **ACCOUNT, reason_source="recipient_account", occurred_on="2025-04-01"
    )
    said = {"reason": "budget", "reason_text": "A fifth less.", "reason_source": "donor_stated"}
    someone("donor", donor).record("explain-shift", shift_id=shift, **said, occurred_on="2025-06-09")

    assert _queue(office, state) == []
    item = office.get(f"/shifts/{shift}")
    assert (item["unexplained"], item["days_waiting"]) == (False, None)
    assert (item["reason"], item["reason_source"]) == ("budget", "donor_stated")
    assert (item["explained_on"], item["days_to_explanation"]) == ("2025-06-09", 100)
    assert len(item["accounts"]) == 2
    (decision,) = office.get("/explanations", donor=donor, state=state)["decisions"]
    assert (decision["unexplained"], decision["days_to_explanation"]) == (False, 100)
    assert len(_queue(office, state, as_of="2025-06-08")) == 1


def test_a_retracted_explanation_opens_it_again(shift: str, office: Caller, state: str) -> None:
    """What was never said explains nothing; at the time it was known, it did."""
    said = {"reason": "budget", "reason_text": "Less.", "reason_source": "donor_stated"}
    explained = office.record("explain-shift", shift_id=shift, **said)
    assert _queue(office, state) == []
    office.record("correct", event_id=explained["event_ids"][0], retract=True, why="Another shift was meant.")

    assert [item["id"] for item in _queue(office, state)] == [shift]
    assert _queue(office, state, known_at=explained["recorded_at"]) == []


def test_a_retracted_shift_waits_for_nothing(shift: str, office: Caller, state: str) -> None:
    """It is no shift: not in the queue, not in the list, and its explanation is not found."""
    office.record("correct", event_id=shift, retract=True, why="It never happened.")
    assert _queue(office, state) == office.items("/shifts", state=state) == []
    refused(office.read(f"/shifts/{shift}"), 404)
    refused(office.read(f"/shifts/{shift}/explanation"), 404)
