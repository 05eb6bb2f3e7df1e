"""What must be answerable, each as a story from commands to the answer: over HTTP, and as people ask it."""

import pytest
from databases import Databases
from outside.caller import Caller
from outside.server import Server, fresh_state, serving

EUR = {"currency": "EUR"}


@pytest.fixture
def said(server: Server, office: Caller):
    """A question as it is typed; its answer in words."""

    def ask(question: str) -> str:
        office.get("/states")
        return server.ica.done("ask", question).out

    return ask


@pytest.fixture
def alone(storage: str, databases: Databases, tmp_path_factory: pytest.TempPathFactory):
    """A record of its own, where figures are of everything on record."""
    with databases.elsewhere(storage) as url, serving(tmp_path_factory.mktemp("alone"), url=url) as server:
        yield server


def supported(office: Caller, donor: str, state: str, amount: str = "500000", **said: object) -> str:
    """A pledge, signed in full."""
    money = {"amount": amount, **EUR}
    pledge = office.record("make-pledge", donor=donor, state=state, money=money, occurred_on="2024-02-01", **said)["id"]
    office.record("commit-pledge", pledge_id=pledge, money=money, occurred_on="2024-03-01")
    return pledge


def test_why_did_they_leave(office: Caller, said, state: str, donor: str) -> None:
    """A donor was asked, briefed, and cut; months later it gave its reason, which the State disputes."""
    office.record("submit-request", state=state, article=4, nature=["financial"], need="Clear the north.",
                  occurred_on="2024-01-10")  # fmt: skip
    supported(office, donor, state)
    office.record("record-contact", state=state, donor=donor, kind="briefing", on="2024-05-01")
    cut = office.record("shift-support", donor=donor, state=state, direction="cut", money={"amount": "200000", **EUR},
                        unexplained=True, occurred_on="2024-09-01")["id"]  # fmt: skip
    office.record("record-contact", state=state, donor=donor, kind="letter", on="2024-10-01")
    office.record("explain-shift", shift_id=cut, reason="memory_lost", reason_text="Our staff changed.",
                  reason_source="donor_stated", occurred_on="2025-02-08")  # fmt: skip
    office.record("dispute", about=cut, statement="We wrote twice.", reported_by=state)
    (decision,) = office.get("/explanations", donor=donor, state=state)["decisions"]

    assert [each["kind"] for each in decision["told_by_then"]] == ["request.submitted", "contact.recorded"]
    assert all(each["recorded_later"] for each in decision["told_by_then"])
    assert (decision["reason"], decision["reason_source"], decision["days_to_explanation"]) == (
        "memory_lost", "donor_stated", 160,
    )  # fmt: skip
    assert [each["kind"] for each in decision["since"]][:2] == ["contact.recorded", "shift.explained"]
    assert [each["statement"] for each in decision["disputes"]] == ["We wrote twice."]
    told = said(f"why {donor} {state}")
    assert "its institutional memory was lost (“Our staff changed.”)" in told
    assert f"What {donor} had been told by then:" in told


def test_as_of_and_as_known_at(office: Caller, said, state: str, donor: str) -> None:
    """A wrong amount corrected and a genuine cut come to the same committed sum today, and tell different stories."""
    corrected, cut = fresh_state(), state
    pledges = {of: supported(office, donor, of, "500") for of in (corrected, cut)}
    (wrong,) = [each for each in office.items(f"/states/{corrected}/history") if each["kind"] == "pledge.committed"]
    right = {"money": {"amount": "300", **EUR}}
    office.record("correct", event_id=wrong["event_id"], changes=right, why="Typed wrong.")
    office.record("shift-support", donor=donor, state=cut, pledge_id=pledges[cut], direction="cut",
                  money={"amount": "200", **EUR}, unexplained=True, occurred_on="2024-06-01")  # fmt: skip

    def committed(of: str, **moment: str) -> list[dict[str, str]]:
        return office.get("/pledges", state=of, donor=donor, **moment)["totals"]["committed"]

    three, five = [{"amount": "300.00", **EUR}], [{"amount": "500.00", **EUR}]
    assert (committed(corrected), committed(cut)) == (three, three)
    assert (committed(corrected, as_of="2024-05-01"), committed(cut, as_of="2024-05-01")) == (three, five)
    assert committed(corrected, known_at=wrong["recorded_at"]) == five
    kinds = {of: [each["kind"] for each in office.items(f"/states/{of}/history")][2:] for of in (corrected, cut)}
    assert kinds == {corrected: ["fact.corrected"], cut: ["support.shifted"]}
    assert "committed 500.00 EUR" in said(f"pledges {cut} as of 2024-05-01")


def test_who_is_left_out(alone: Server) -> None:
    """One State has most of the support, one waits, one is obligated and silent."""
    office = alone.caller("coordinator")
    office.record(
        "record-rate", currency="EUR", usd_rate="1.1", on="2024-01-01", source={"kind": "other", "ref": "ECB"}
    )
    for state, amount in (("XAA", "800"), ("XAB", "100"), ("XAC", "60"), ("XAD", "40")):
        supported(office, "XBB", state, amount, article=4)
    office.record("submit-request", state="XAE", article=4, nature=["legal"], need="A law.", occurred_on="2025-01-01")
    for state in ("XAE", "XAF"):
        office.record("declare-obligation", state=state, article=4)
    told = office.get("/coverage")

    assert (told["top_three"]["share_percent"], told["open_requests_without_pledge"]) == (96.0, 1)
    assert (told["states_with_open_requests"], told["reporting"]) == (1, {"n": 1, "of": 1})
    assert [each["state"] for each in office.items("/silent")] == ["XAF"]
    assert alone.ica.done("ask", "who is left out?").out.startswith("96 % of committed support goes to Arvandor 80 %")
    assert "Article 4: entry into force is not on record" in alone.ica.done("ask", "silent article 4").out


def test_what_is_due(office: Caller, said, state: str) -> None:
    """A deadline with its basis, the day to lodge by, and how it looks."""
    office.record("record-accession", state=state, deposited_on="2020-09-07", action="ratification")
    office.record("declare-obligation", state=state, article=4)
    office.record("assess-obligation", state=state, article=4, outlook="needs_assistance")
    office.record("schedule-meeting", title="Sixteenth MSP", kind="msp", on="2030-09-10")
    (term,) = office.items("/deadlines", state=state, article=4, kind="clearance")

    assert (term["due_on"], term["computed"], term["outlook"]) == ("2031-03-01", True, "needs_assistance")
    assert "10 years after entry into force on 2021-03-01" in term["basis"]
    assert "2031-03-01" in said(f"deadlines {state} article 4")


def test_the_overview_the_isu_gives(alone: Server) -> None:
    """One year's reports, assistance and obligations."""
    office = alone.caller("coordinator")
    for state in ("XAA", "XAB"):
        office.record("record-accession", state=state, deposited_on="2012-03-02", action="ratification")
        office.record("declare-obligation", state=state, article=4, occurred_on="2015-01-01")
    office.record("file-article7-report", state="XAA", kind="annual", year=2023, filed_on="2024-04-20")
    request = office.record("submit-request", state="XAA", article=4, nature=["financial"], need="Clear it.",
                            occurred_on="2024-05-01")["id"]  # fmt: skip
    pledge = supported(office, "XBB", "XAA", request_id=request)
    office.record("disburse-pledge", pledge_id=pledge, money={"amount": "5", **EUR}, paid_on="2024-06-01")
    told = office.get("/overview", year=2024)

    assert told["article7"] == {"due": 2, "received": 1, "outstanding": 1, "percent_received": 50}
    assert told["assistance"] == {"requesting": 1, "providing": 1, "receiving": 1}
    assert told["articles"]["4"] == {"obligated": 2, "requested": 1, "deadlines": {"2022": 2}}
    assert (
        "2024: 50 % of Article 7 reports received (1 of 2), 1 outstanding."
        in alone.ica.done("ask", "overview 2024").out
    )


def test_is_it_ready_for_a_donor(office: Caller, said, state: str) -> None:
    """A request names what it lacks; nothing is blocked for it."""
    request = office.record("submit-request", state=state, article=4, nature=["financial"], need="Clear it.")["id"]
    told = office.get(f"/requests/{request}")["completeness"]

    assert told["missing"] == ["plan", "budget", "national_investment", "period", "match_sought"]
    assert "lacks plan, budget, national investment, period and match sought" in said(f"brief {state}")


def test_who_could_help(office: Caller, said, state: str, donor: str) -> None:
    """A donor that names the State comes before one that gives anywhere; each with its reasons."""
    anywhere = fresh_state()
    request = office.record("submit-request", state=state, article=9, nature=["legal"], need="A law.")["id"]
    office.record("publish-profile", donor=anywhere, articles=[9], natures=["legal"])
    office.record("publish-profile", donor=donor, articles=[9], natures=["legal"], states=[state])
    found = [each for each in office.items("/matches", request_id=request) if each["donor"] in {donor, anywhere}]

    assert [each["donor"] for each in found] == [donor, anywhere]
    assert f"it names {state} among the States it supports" in found[0]["reasons"]
    assert {each["request_id"] for each in office.items("/matches", donor=donor)} == {request}
    assert f"{donor} ({found[0]['score']})" in said(f"match {request[:6]}")


def test_what_came_out_of_the_meeting(office: Caller, said, donor: str) -> None:
    """An outcome is carried to the next meeting and done there."""
    first, second = (
        office.record("schedule-meeting", title=title, kind="joint", on=on)["id"]
        for title, on in (("First meeting", "2025-03-01"), ("Second meeting", "2025-09-01"))
    )
    outcome = office.record("record-outcome", meeting_id=first, text="Seek partners.", owner=donor)["id"]
    assert "Seek partners." in said(f"outcomes of {donor}")
    office.record("carry-forward", outcome_id=outcome, meeting_id=second)
    office.record("close-outcome", outcome_id=outcome, result="done", text="Two partners came.")

    assert office.items("/outcomes", owner=donor) == []
    (done,) = office.items("/outcomes", owner=donor, status="done")
    assert (done["id"], done["status"], done["result"]) == (outcome, "done", "Two partners came.")
    assert "Two partners came." in said(f"outcomes done of {donor}")


def test_what_changed_and_whom_to_brief(office: Caller, said, state: str, donor: str) -> None:
    """What was recorded since a moment, whenever it happened; and who has not been in touch for long."""
    supported(office, donor, state)
    contact = office.record("record-contact", state=state, donor=donor, kind="visit", on="2024-01-15")
    since = contact["recorded_at"]
    office.record(
        "submit-request", state=state, article=5, nature=["technical"], need="A plan.", occurred_on="2023-01-01"
    )
    changes = office.items("/changes", since=since, state=state)
    until_then = office.items("/changes", since="2020-01-01", until=since, state=state)
    (pair,) = [each for each in office.items("/contacts/due", limit=200) if each["donor"] == donor]

    assert [each["kind"] for each in changes] == ["contact.recorded", "request.submitted"]
    assert until_then[-1]["kind"] == "contact.recorded"
    assert (pair["state"], pair["last_contact_on"]) == (state, "2024-01-15")
    assert pair["days"] > 180
    assert f"{donor} about {state}: last on 2024-01-15" in said("contacts due")
    assert "A plan." in said(f"changes {state} since 2024-01-01")
