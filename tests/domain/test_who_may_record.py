"""Who may record what, and in whose name."""

import pytest
from builders import (
    AUDITOR,
    COORDINATOR,
    a_command,
    a_commitment,
    a_contact,
    a_correction,
    a_payment,
    a_pledge,
    a_rate,
    a_receipt,
    a_report,
    a_request,
    a_retraction,
    a_reversal,
    a_shift,
    an_announcement,
    an_explanation,
    someone,
    stated,
)

from domain.actor import Actor
from domain.errors import InvalidCommand, NotAllowed, UnknownId
from projections.audience import COORDINATORS

STATE, DONOR = someone("state", "XAA"), someone("donor", "XBB")
OTHER_STATE, OTHER_DONOR = someone("state", "XAB"), someone("donor", "XBC")
RECIPIENTS, GIVERS, BOTH = (STATE,), (DONOR,), (STATE, DONOR)
COMMANDS = {
    "submit-request": (RECIPIENTS, lambda _, **by: a_request(**by)),
    "amend-request": (
        RECIPIENTS,
        lambda ids, **by: a_command("amend-request", request_id=ids["request"], need="More.", **by),
    ),
    "settle-request": (
        RECIPIENTS,
        lambda ids, **by: a_command("settle-request", request_id=ids["request"], status="met", **by),
    ),
    "withdraw-request": (
        RECIPIENTS,
        lambda ids, **by: a_command("withdraw-request", request_id=ids["request"], why="Done.", **by),
    ),
    "file-article7-report": (RECIPIENTS, lambda _, **by: a_report(**by)),
    "report-receipt": (RECIPIENTS, lambda ids, **by: a_receipt(ids["pledge"], **by)),
    "ask-explanation": (
        RECIPIENTS,
        lambda ids, **by: a_command("ask-explanation", shift_id=ids["shift"], asked_of="XBB", **by),
    ),
    "make-pledge": (GIVERS, lambda _, **by: a_pledge(**by)),
    "commit-pledge": (GIVERS, lambda ids, **by: a_commitment(ids["pledge"], **by)),
    "disburse-pledge": (GIVERS, lambda ids, **by: a_payment(ids["pledge"], 1, **by)),
    "reverse-payment": (GIVERS, lambda ids, **by: a_reversal(ids["pledge"], 1, **by)),
    "reverse-commitment": (GIVERS, lambda ids, **by: a_reversal(ids["pledge"], 1, of="commitment", **by)),
    "shift-support": (BOTH, lambda ids, **by: a_shift(pledge_id=ids["pledge"], **by)),
    "explain-shift": (
        BOTH,
        lambda ids, **by: an_explanation(ids["shift"], source={"kind": "letter", "ref": "1"}, **by),
    ),
    "record-contact": (BOTH, lambda _, **by: a_contact(**by)),
    "correct": (RECIPIENTS, lambda ids, **by: a_correction(ids["request"], need="Other.", **by)),
    "change-visibility": (RECIPIENTS, lambda ids, **by: an_announcement(ids["request"], "states_parties", **by)),
    "record-rate": ((), lambda _, **by: a_rate(**by)),
    "register-organisation": ((), lambda _, **by: a_command("register-organisation", name="Fund of Arendia", **by)),
}
PEOPLE = [STATE, DONOR, OTHER_STATE, OTHER_DONOR, COORDINATOR, AUDITOR]
PEOPLE += [someone("public"), someone("reader"), someone("admin"), Actor("cli:ana", operator=True)]


@pytest.fixture
def ids(record):
    request = record.handle(a_request(by=STATE, visibility="public")).id
    pledge = record.handle(a_pledge(by=DONOR, visibility="public")).id
    record.handle(a_commitment(pledge, by=DONOR))
    record.handle(a_payment(pledge, by=DONOR))
    shift = record.handle(a_shift(by=STATE)).id
    return {"request": request, "pledge": pledge, "shift": shift}


@pytest.mark.parametrize("who", PEOPLE, ids=[person.id for person in PEOPLE])
@pytest.mark.parametrize("name", COMMANDS)
def test_each_role_records_its_own_affairs(record, ids, name, who):
    """States and donors their own, the Coordinators all, everybody else nothing."""
    owners, command = COMMANDS[name]
    by = {"by": who}

    if who in owners or who is COORDINATOR or who.operator:
        receipt = record.handle(command(ids, **by))
        (said,) = record.log(COORDINATORS, event_id=receipt.event_ids[0])
        assert said["reported_by"] == (next(iter(who.parties)) if who in owners else None)
        assert said["recorded_by"] == who.id
    else:
        assert isinstance(record.refusal(command(ids, **by)), NotAllowed)


def test_a_state_speaks_in_its_own_name(record):
    """Nobody's word is put into another's mouth; the Coordinators report whose word they heard."""
    refused = record.refusal(a_request(by=STATE, reported_by="XAB"))
    assert (type(refused), refused.field) == (NotAllowed, "reported_by")

    receipt = record.handle(a_pledge(reported_by="XAA"))
    assert record.log(COORDINATORS, event_id=receipt.event_ids[0])[0]["reported_by"] == "XAA"


def test_who_may_is_decided_before_what_is_right(record):
    """Whoever may not record learns nothing about the fields; whoever may not see, nothing about the thing."""
    hidden = record.handle(a_pledge(visibility="coordinators")).id
    body = {"pledge_id": hidden, "money": "much"}

    with pytest.raises(NotAllowed):
        record.coordination.receive(AUDITOR, "disburse-pledge", body, "k")
    with pytest.raises(UnknownId):
        record.coordination.receive(DONOR, "disburse-pledge", body, "k")
    with pytest.raises(InvalidCommand):
        record.coordination.receive(COORDINATOR, "disburse-pledge", body, "k")


def test_what_one_may_not_see_is_unknown(record, ids):
    """It answers exactly as an id that never was."""
    hidden = record.handle(a_request(visibility="coordinators")).id
    for named in (hidden, hidden.replace(hidden[0], "0"), "key:nothing"):
        refused = record.refusal(a_command("withdraw-request", request_id=named, why="Done.", by=STATE))
        assert (type(refused), refused.field) == (UnknownId, "request_id")
        assert str(refused) == f"Nothing is on record under {named!r}."


def test_a_state_corrects_what_it_reported_only(record, ids):
    """What the other side said is for the other side, or the Coordinators, to mend."""
    assert isinstance(record.refusal(a_retraction(ids["shift"], by=DONOR)), NotAllowed)
    assert isinstance(record.refusal(a_retraction(ids["pledge"], by=STATE)), NotAllowed)
    record.handle(a_retraction(ids["shift"], by=STATE))


def test_a_person_may_speak_for_several(record):
    """Each of its States in its own name."""
    both = someone("donor", "XBB", "XBC")
    for donor in ("XBB", "XBC"):
        receipt = record.handle(a_pledge(donor=donor, by=both))
        assert record.log(COORDINATORS, event_id=receipt.event_ids[0])[0]["reported_by"] == donor
    assert isinstance(record.refusal(a_pledge(donor="XBD", by=both)), NotAllowed)


def test_a_recipient_reports_a_shift_in_its_support(record):
    """As its own account: it is never taken for the donor's word."""
    shift = record.handle(a_shift(by=STATE, **stated(source="recipient_account"))).id

    (seen,) = record.shifts(COORDINATORS, id=shift)
    assert (seen["reported_by"], seen["reason_source"], seen["unexplained"]) == ("XAA", "recipient_account", True)
