"""States over HTTP: who is on record, and one State with all that the Convention asks of it."""

from collections.abc import Callable
from typing import Any

import pytest
from outside.caller import Caller, refused

DAY = "2025-06-15"
EURO = {"amount": "5.00", "currency": "EUR"}


def _party(office: Caller, state: str) -> None:
    """In force on 2015-03-01: Article 3 until 2023-03-01, Article 4 until 2025-03-01."""
    office.record("record-accession", state=state, deposited_on="2014-09-10", action="ratification")


def _said(office: Caller, command: str, state: str, day: str = "2016-01-01", **body: Any) -> str:
    receipt = office.record(command, state=state, occurred_on=day, **body)
    return str(receipt["id"])


def _row(caller: Caller, state: str, **asked: str) -> dict[str, Any]:
    """A State's line in the directory."""
    (row,) = [each for each in caller.items("/states", limit=200, after=state[:2], **asked) if each["id"] == state]
    return row


def _one(caller: Caller, state: str, **asked: str) -> dict[str, Any]:
    return caller.get(f"/states/{state}", **({"as_of": DAY} | asked))


@pytest.fixture
def told(office: Caller, state: str, donor: str) -> dict[str, str]:
    """A State with two obligations, a request, a pledge and a cut that nobody explained."""
    _party(office, state)
    clearance = _said(office, "declare-obligation", state, article=4, figures={"area_m2": 1200000})
    stockpile = _said(office, "declare-obligation", state, article=3)
    _said(office, "assess-obligation", state, article=4, outlook="needs_assistance")
    request = _said(office, "submit-request", state, "2024-01-01", article=4, nature=["financial"], need="Clear it.")
    pledge = _said(office, "make-pledge", state, "2024-02-01", donor=donor, money=EURO, article=4, request_id=request)
    office.record("disburse-pledge", pledge_id=pledge, money=EURO, paid_on="2024-03-01")
    office.record(
        "shift-support", donor=donor, state=state, direction="cut", unexplained=True, occurred_on="2025-01-01"
    )
    return {"state": state, "donor": donor, "4": clearance, "3": stockpile, "request": request}


def test_the_directory_tells_each_states_roles_and_dates(office: Caller, told: dict[str, str]) -> None:
    """A line says in which roles, since when it is bound, what is due next, what is late, open and unexplained."""
    row = _row(office, told["state"], as_of=DAY)
    assert row["roles"] == ["affected", "recipient"]
    assert (row["membership"]["status"], row["entry_into_force"], row["membership"]["computed"]) == (
        "party", "2015-03-01", True,
    )  # fmt: skip
    assert row["obligations"] == [3, 4]
    assert (row["next_deadline"]["kind"], row["next_deadline"]["due_on"]) == ("annual_report", "2026-04-30")
    assert row["next_deadline"]["days_left"] == 319
    assert (row["open_requests"], row["unexplained_shifts"]) == (1, 1)
    late = office.items("/deadlines", state=told["state"], as_of=DAY, limit=200)
    assert row["overdue"] == sum(1 for each in late if each["status"] == "fixed" and each["days_left"] < 0) > 2

    giver = _row(office, told["donor"], as_of=DAY)
    assert (giver["roles"], giver["unexplained_shifts"], giver["open_requests"]) == (["donor"], 1, 0)
    assert (giver["membership"]["status"], giver["entry_into_force"], giver["next_deadline"]) == ("none", None, None)


@pytest.mark.parametrize(
    ("command", "body"),
    [
        ("record-signature", {"signed_on": "2008-12-03"}),
        ("declare-obligation", {"article": 9}),
        ("submit-request", {"article": 5, "nature": ["legal"], "need": "Help."}),
        ("make-pledge", {"donor": "NOR"}),
        ("file-article7-report", {"kind": "annual", "year": 2024, "filed_on": "2025-04-01"}),
    ],
)
def test_whatever_is_on_record_puts_a_state_in_the_directory(
    office: Caller, state: str, command: str, body: dict[str, Any]
) -> None:
    """Membership, an obligation, a request, support or a report: each of them alone."""
    office.record(command, state=state, **body)
    assert _row(office, state)["facts"] == 1


def test_an_organisation_has_no_place_in_the_convention(office: Caller, state: str) -> None:
    """Its membership is null, not `none`: there is nothing to be a party to."""
    office.record("make-pledge", state=state, donor="EU")
    (row,) = [each for each in office.items("/states", after="D", limit=200) if not each["is_state"]][:1]
    assert (row["membership"], "donor" in row["roles"]) == (None, True)


def test_one_state_tells_its_obligations_with_their_terms(office: Caller, told: dict[str, str]) -> None:
    """Each obligation with its day, why it is that day, its outlook, figures, and whether help was asked and came."""
    shown = _one(office, told["state"])
    assert (shown["roles"], shown["entry_into_force"]) == (["affected", "recipient"], "2015-03-01")
    of = {each["article"]: each for each in shown["obligations"]}
    assert of[4]["obligation_id"] == told["4"]
    assert (of[4]["due_on"], of[4]["days_left"], of[4]["computed"]) == ("2025-03-01", -106, True)
    assert of[4]["basis"] == "10 years after entry into force on 2015-03-01 (Article 4(1))"
    assert (of[4]["outlook"], of[4]["requested"], of[4]["received"]) == ("needs_assistance", True, True)
    assert (of[3]["due_on"], of[3]["outlook"], of[3]["requested"]) == ("2023-03-01", "unclear", False)
    assert of[4]["figures"] == {"area_m2": 1200000}
    assert {each["kind"] for each in of[4]["deadlines"]} == {"clearance", "extension_lodging"}
    assert [each["id"] for each in shown["open_requests"]] == [told["request"]]
    assert shown["last_contacts"] == [{"donor": told["donor"], "last_contact_on": None, "days": None}]
    assert {each["id"] for each in shown["deadlines"]} >= {
        each["id"] for each in office.items("/deadlines", state=told["state"], as_of=DAY, limit=200)
    }


def test_an_extension_keeps_what_it_replaced(office: Caller, told: dict[str, str]) -> None:
    """The date granted stands; the term before, what was asked and where it was decided stay beside it."""
    meeting = office.record("schedule-meeting", title="Seventh Meeting", kind="msp", on="2024-11-20", occurred_on=DAY)
    about = {"state": told["state"], "article": 4, "meeting_id": meeting["id"]}
    office.record("request-extension", **about, until="2030-03-01", lodged_on="2024-02-01")
    office.record("decide-extension", **about, until="2029-03-01", decided_on="2024-11-22", decided_by="meeting")
    (shown,) = [each for each in _one(office, told["state"])["obligations"] if each["article"] == 4]
    assert (shown["due_on"], shown["computed"], shown["original_due_on"]) == ("2029-03-01", False, "2025-03-01")
    asked, granted = shown["extensions_requested"][0], shown["extensions_decided"][0]
    assert (asked["until"], asked["meeting"]) == ("2030-03-01", "Seventh Meeting")
    assert (granted["until"], granted["meeting"]) == ("2029-03-01", "Seventh Meeting")

    (before,) = [
        each for each in _one(office, told["state"], as_of="2024-11-21")["obligations"] if each["article"] == 4
    ]
    assert (before["due_on"], before["extensions_decided"]) == ("2025-03-01", [])


def test_contacts_are_counted_in_days(office: Caller, told: dict[str, str]) -> None:
    """The last contact with each donor, and how many days ago it was on the day looked at."""
    for on in ("2025-01-10", "2025-05-01"):
        office.record("record-contact", state=told["state"], donor=told["donor"], kind="letter", on=on)
    expected = {"donor": told["donor"], "last_contact_on": "2025-05-01", "days": 45}
    assert _one(office, told["state"])["last_contacts"] == [expected]


def test_what_is_held_back_leaves_a_state_as_it_was(
    office: Caller, someone: Callable[..., Caller], told: dict[str, str]
) -> None:
    """What is for the Coordinators alone, of whatever kind, changes no byte that others read."""
    readers = [someone(None), someone("reader"), someone("donor", "XBB")]
    addresses = [f"/states/{told['state']}", f"/deadlines?state={told['state']}", "/states?after=" + told["state"][:2]]

    def read() -> list[Any]:
        answers = [caller.read(address, limit=200).json() for caller in readers for address in addresses]
        return [{name: value for name, value in each.items() if name != "position"} for each in answers]

    before = read()
    hidden = {"state": told["state"], "visibility": "coordinators"}
    office.record("declare-obligation", **hidden, article=5, figures={"victims": 7})
    office.record("assess-obligation", **hidden, article=4, outlook="unclear")
    office.record("file-article7-report", **hidden, kind="annual", year=2023, filed_on="2024-04-01")
    office.record("submit-request", **hidden, article=3, nature=["legal"], need="Quietly.")
    cut = {"donor": "NOR", "direction": "cut", "unexplained": True}
    office.record("shift-support", **hidden, **cut)
    office.record("record-contact", **hidden, donor="NOR", kind="letter", on="2025-06-01")
    assert read() == before
    assert [each["article"] for each in _one(office, told["state"], as_of="2999-01-01")["obligations"]] == [4, 3, 5]


def test_a_state_nobody_spoke_of_is_a_state_all_the_same(office: Caller, state: str) -> None:
    """Its page is there, with nothing on it."""
    shown = office.get(f"/states/{state}")
    assert (shown["roles"], shown["obligations"], shown["deadlines"], shown["next_deadline"]) == ([], [], [], None)


def test_a_span_beyond_the_calendar_is_everything(office: Caller, told: dict[str, str]) -> None:
    """`within=9999y` reaches to the calendar's end, and a word that is no span is refused."""
    far = office.items("/deadlines", state=told["state"], within="9999y", as_of=DAY)
    assert [each["kind"] for each in far] == ["annual_report"]
    refused(office.read("/deadlines", within="soon"), 422, "within")
