"""Each total leads to the events that it is made of."""

from decimal import Decimal

import pytest
from outside.caller import Caller, refused
from outside.server import fresh_state

EUR = {"currency": "EUR"}


@pytest.fixture
def told(office: Caller, state: str, donor: str) -> dict[str, str]:
    """500 pledged and signed, 100 of it cut, 300 paid of which 50 came back, 240 received; a payment that never was."""
    pledge = office.record("make-pledge", donor=donor, state=state, money={"amount": "500", **EUR})["id"]
    office.record("commit-pledge", pledge_id=pledge, money={"amount": "500", **EUR})
    office.record("disburse-pledge", pledge_id=pledge, money={"amount": "300", **EUR})
    wrong = office.record("disburse-pledge", pledge_id=pledge, money={"amount": "9", **EUR})
    office.record("correct", event_id=wrong["event_ids"][0], retract=True, why="Never paid.")
    office.record("reverse-payment", pledge_id=pledge, money={"amount": "50", **EUR}, why="Unspent.")
    office.record("report-receipt", pledge_id=pledge, money={"amount": "240", **EUR})
    office.record("shift-support", donor=donor, state=state, pledge_id=pledge, direction="cut",
                  money={"amount": "100", **EUR}, unexplained=True)  # fmt: skip
    office.record("make-pledge", donor=donor, state=fresh_state(), money={"amount": "7", **EUR})
    return {"state": state, "donor": donor}


@pytest.mark.parametrize(
    ("total", "kinds"),
    [
        ("pledged", ["pledge.made", "support.shifted"]),
        ("committed", ["pledge.committed", "support.shifted"]),
        ("paid", ["pledge.disbursed", "payment.reversed"]),
        ("received", ["receipt.reported"]),
    ],
)
def test_what_a_total_is_made_of(office: Caller, told: dict[str, str], total: str, kinds: list[str]) -> None:
    """Of these pledges, in order, without what was retracted; the address stands beside the figure."""
    totals = office.get("/pledges", **told)["totals"]
    address = totals["events"][total].removeprefix("/api/v1")
    found = office.items(address.split("?")[0], total=total, **told)

    assert sorted(address.split("?")[1].split("&")) == sorted(
        [f"total={total}", *(f"{name}={value}" for name, value in told.items())]
    )
    assert [each["kind"] for each in found] == kinds


def test_they_add_up(office: Caller, told: dict[str, str]) -> None:
    """What is paid is the sum of the payments less what came back."""
    amounts = [
        Decimal(each["detail"]["money"]["amount"]) * (-1 if each["kind"].endswith("reversed") else 1)
        for each in office.items("/events", total="paid", **told)
    ]

    assert [{"amount": str(sum(amounts)), **EUR}] == office.get("/pledges", **told)["totals"]["paid"]


def test_nobody_reads_here_what_they_may_not(office: Caller, public: Caller, told: dict[str, str]) -> None:
    """The public sees none of it, and nobody a total that is none."""
    assert public.items("/events", total="pledged", **told) == []
    refused(office.read("/events", total="promised"), 422, "total")
    refused(office.read("/events", state=told["state"]), 422, "state")
