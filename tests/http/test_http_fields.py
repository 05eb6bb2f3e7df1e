"""Everything wrong with a body is named at once, field by field, in the dotted names of the contract."""

from collections.abc import Iterator
from typing import Any

import pytest
from outside.caller import Caller, refused
from outside.server import Server

PLEDGE: dict[str, Any] = {"donor": "XBB", "state": "XAA"}
REQUEST: dict[str, Any] = {"state": "XAA", "article": 4, "nature": ["legal"], "need": "Drafting help."}
SHIFT: dict[str, Any] = {"donor": "XBB", "state": "XAA", "direction": "cut", "unexplained": True}
REPORT: dict[str, Any] = {"state": "XAA", "kind": "annual", "year": 2020, "filed_on": "2021-04-30"}
RATE: dict[str, Any] = {
    "currency": "EUR",
    "usd_rate": "1.1",
    "on": "2025-01-01",
    "source": {"kind": "other", "ref": "r"},
}
CONTACT: dict[str, Any] = {"state": "XAA", "donor": "XBB", "kind": "letter", "on": "2025-01-01"}
STATED = {"reason": "budget", "reason_source": "donor_stated"}
EURO = {"amount": "5.00", "currency": "EUR"}


@pytest.fixture(autouse=True)
def nothing_recorded(server: Server) -> Iterator[None]:
    """None of these bodies leaves a trace."""
    before = server.log_size()
    yield
    assert server.log_size() == before


WRONG: dict[str, tuple[str, dict[str, Any], list[str]]] = {
    "unknown field": ("make-pledge", PLEDGE | {"doner": "XCC"}, ["doner"]),
    "fields of the door": ("make-pledge", PLEDGE | {"by": "me", "acting": "admin"}, ["by", "acting"]),
    "another command's field": ("make-pledge", PLEDGE | {"reason": "budget"}, ["reason"]),
    "nothing given": ("submit-request", {}, ["state", "article", "nature", "need"]),
    "null for what is needed": ("make-pledge", PLEDGE | {"donor": None}, ["donor"]),
    "amount of words": ("make-pledge", PLEDGE | {"money": EURO | {"amount": "a lot"}}, ["money.amount"]),
    "amount below zero": ("make-pledge", PLEDGE | {"money": EURO | {"amount": "-5"}}, ["money.amount"]),
    "amount of zero": ("make-pledge", PLEDGE | {"money": EURO | {"amount": "0"}}, ["money"]),
    "amount that rounds": ("make-pledge", PLEDGE | {"money": EURO | {"amount": "5.001"}}, ["money.amount"]),
    "amount as a float": ("make-pledge", PLEDGE | {"money": EURO | {"amount": 0.1}}, ["money.amount"]),
    "amount without end": ("make-pledge", PLEDGE | {"money": EURO | {"amount": "Infinity"}}, ["money.amount"]),
    "amount with commas": ("make-pledge", PLEDGE | {"money": EURO | {"amount": "1,000"}}, ["money.amount"]),
    "amount beyond all": ("make-pledge", PLEDGE | {"money": EURO | {"amount": "9" * 40}}, ["money.amount"]),
    "a year that no calendar has": (
        "make-pledge",
        PLEDGE | {"tranches": [{"year": 20226, "money": EURO}, {"year": 0, "money": EURO}]},
        ["tranches[0].year", "tranches[1].year"],
    ),
    "yen with cents": ("make-pledge", PLEDGE | {"money": {"amount": "5.50", "currency": "JPY"}}, ["money.amount"]),
    "no such currency": ("make-pledge", PLEDGE | {"money": EURO | {"currency": "EURO"}}, ["money.currency"]),
    "currency in small letters": ("make-pledge", PLEDGE | {"money": EURO | {"currency": "eur"}}, ["money.currency"]),
    "neither an amount nor a currency": (
        "make-pledge",
        PLEDGE | {"money": {"amount": "-5", "currency": "EURO"}},
        ["money.amount", "money.currency"],
    ),
    "money with everything wrong": (
        "make-pledge",
        PLEDGE | {"money": {"amount": "much", "code": "EUR"}},
        ["money.amount", "money.code", "money.currency"],
    ),
    "money without its parts": ("make-pledge", PLEDGE | {"money": {}}, ["money.amount", "money.currency"]),
    "money with more": ("make-pledge", PLEDGE | {"money": EURO | {"rate": "1"}}, ["money.rate"]),
    "money as a number": ("make-pledge", PLEDGE | {"money": 5}, ["money"]),
    "a State unknown": ("make-pledge", PLEDGE | {"state": "Atlantis"}, ["state"]),
    "a State misspelt": ("make-pledge", PLEDGE | {"state": "Lao PRD"}, ["state"]),
    "a State as a number": ("make-pledge", PLEDGE | {"state": 4}, ["state"]),
    "an organisation as a State": ("make-pledge", PLEDGE | {"state": "EU"}, ["state"]),
    "a State's own support": ("make-pledge", PLEDGE | {"state": "XBB"}, ["donor"]),
    "no such day": ("make-pledge", PLEDGE | {"from_on": "2025-02-30"}, ["from_on"]),
    "a day with its time": ("make-pledge", PLEDGE | {"occurred_on": "2025-02-03T10:00"}, ["occurred_on"]),
    "a day of another order": ("make-pledge", PLEDGE | {"until": "03/02/2025"}, ["until"]),
    "a day to come": ("make-pledge", PLEDGE | {"occurred_on": "2999-01-01"}, ["occurred_on"]),
    "a period backwards": ("make-pledge", PLEDGE | {"from_on": "2025-02-01", "until": "2025-01-01"}, ["until"]),
    "no such visibility": ("make-pledge", PLEDGE | {"visibility": "secret"}, ["visibility"]),
    "no such word": ("make-pledge", PLEDGE | {"channel": "Bilateral", "earmarking": ""}, ["channel", "earmarking"]),
    "no ratio": ("make-pledge", PLEDGE | {"match_ratio": "half"}, ["match_ratio"]),
    "a list of none": ("submit-request", REQUEST | {"nature": []}, ["nature"]),
    "no list": ("submit-request", REQUEST | {"nature": "legal"}, ["nature"]),
    "a wrong item": ("submit-request", REQUEST | {"nature": ["legal", "magical"]}, ["nature[1]"]),
    "an article of none": ("submit-request", REQUEST | {"article": 8}, ["article"]),
    "an article as a flag": ("submit-request", REQUEST | {"article": True}, ["article"]),
    "an empty need": ("submit-request", REQUEST | {"need": "  \n "}, ["need"]),
    "a need without end": ("submit-request", REQUEST | {"need": "x" * 10_001}, ["need"]),
    "a need with a zero byte": ("submit-request", REQUEST | {"need": "clear\0ance"}, ["need"]),
    "a budget line's money": (
        "submit-request",
        REQUEST | {"budget": [{"line": "Survey", "money": EURO}, {"line": "Staff", "money": EURO | {"amount": "x"}}]},
        ["budget[1].money.amount"],
    ),
    "tranches that do not add up": (
        "make-pledge",
        PLEDGE | {"money": EURO, "tranches": [{"year": 2025, "money": EURO}, {"year": 2026, "money": EURO}]},
        ["tranches"],
    ),
    "a source of no kind": ("make-pledge", PLEDGE | {"source": {"kind": "rumour", "ref": "x"}}, ["source.kind"]),
    "a source half named": ("make-pledge", PLEDGE | {"source": {"kind": "letter"}}, ["source.ref"]),
    "a source with more": (
        "make-pledge", PLEDGE | {"source": {"kind": "letter", "ref": "x", "by": "y"}}, ["source.by"]
    ),
    "a form of none": ("file-article7-report", REPORT | {"forms": {"K": "changed"}}, ["forms.K"]),
    "two forms' status of none": (
        "file-article7-report", REPORT | {"forms": {"F": "new", "A": 1, "B": "changed"}}, ["forms.F", "forms.A"]
    ),
    "a shift without reason": ("shift-support", SHIFT | {"unexplained": None}, ["reason"]),
    "a shift unexplained in vain": ("shift-support", SHIFT | {"unexplained": False}, ["reason"]),
    "a reason and unexplained": ("shift-support", SHIFT | STATED, ["unexplained"]),
    "nobody's reason": ("shift-support", SHIFT | {"unexplained": None, "reason": "budget"}, ["reason_source"]),
    "a redirect to nowhere": ("shift-support", SHIFT | {"direction": "redirect"}, ["to_state"]),
    "a cut to somewhere": ("shift-support", SHIFT | {"to_state": "XAB"}, ["to_state"]),
    "a rate of nothing": ("record-rate", RATE | {"usd_rate": "0"}, ["usd_rate"]),
    "a rate of nobody": ("record-rate", RATE | {"source": None}, ["source"]),
    "a contact with itself": ("record-contact", CONTACT | {"donor": "XAA"}, ["donor"]),
    "a report before its year": ("file-article7-report", REPORT | {"year": 2022}, ["year"]),
    "everything at once": (
        "submit-request",
        {"state": "Atlantis", "article": 6, "nature": ["legal", 5], "money": EURO | {"amount": "x"}, "colour": "red"},
        ["state", "article", "nature[1]", "need", "money.amount", "colour"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "body", "fields"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named(office: Caller, name: str, body: dict[str, Any], fields: list[str]) -> None:
    """422, with an error under each wrong field and under no other."""
    refused(office.say(name, **body), 422, *fields)


@pytest.mark.parametrize(
    ("name", "body"), [("make-pledge", PLEDGE | {"donor": None}), ("make-pledge", {"donor": "XBB"})]
)
def test_a_null_is_as_good_as_nothing(office: Caller, name: str, body: dict[str, Any]) -> None:
    """A null leaves its field out, also where that is wrong."""
    headers = office.headers | {"Idempotency-Key": "null"}
    answer = office.http.post(f"/api/v1/commands/{name}", json=body, headers=headers)
    refused(answer, 422, "donor" if body.get("state") else "state")


def test_candidates_are_offered_for_a_near_miss(office: Caller) -> None:
    """A misspelt State is refused with those that may have been meant; nothing is chosen."""
    problem = refused(office.say("make-pledge", donor="XBB", state="Lao PDF"), 422, "state")
    assert "LAO" in problem["errors"][0]["message"]


def test_a_field_that_is_needed_is_named_though_it_was_given_as_an_unknown_id(office: Caller) -> None:
    """An unknown id is said before what else is wrong with the body (404 before 422)."""
    refused(office.say("commit-pledge", pledge_id="none", money={"amount": "x", "currency": "EUR"}), 404, "pledge_id")
