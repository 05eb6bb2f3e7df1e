"""A mistake is put right by a new fact that names what it corrects and why; the old one stays."""

import pytest
from builders import (
    a_command,
    a_contact,
    a_correction,
    a_payment,
    a_pledge,
    a_rate,
    a_receipt,
    a_report,
    a_request,
    a_reversal,
    a_shift,
    an_announcement,
    an_explanation,
    euros,
    stated,
)

from domain.corrections.errors import NotCorrectable, NothingToCorrect
from domain.errors import InvalidCommand, UnknownId
from domain.pledges.errors import CutExceedsPledge, OtherCurrency, ReasonMissing, ReasonWithoutSource
from projections.audience import COORDINATORS


@pytest.fixture
def pledge(record):
    return record.handle(a_pledge()).id


def test_a_correction_says_one_thing(record, pledge):
    """New values or a retraction: neither and both are refused."""
    for said in ({}, {"changes": {}}, {"changes": {"conditions": "None."}, "retract": True}):
        refused = record.refusal(a_command("correct", event_id=pledge, why="Wrong.", **said))
        assert (type(refused), refused.field) == (NothingToCorrect, "changes")


def test_a_correction_changes_something(record, pledge):
    """The values that stand already are no correction, however they are written."""
    for same in (euros("100"), euros("100.0")):
        refused = record.refusal(a_correction(pledge, money=same))
        assert (type(refused), refused.field) == (NothingToCorrect, "changes")


FIXED = [
    (lambda _: a_request(), ["state"]),
    (lambda _: a_pledge(), ["donor", "state", "request_id", "parent_pledge_id"]),
    (a_payment, ["pledge_id"]),
    (a_receipt, ["pledge_id"]),
    (lambda _: a_shift(), ["donor", "state", "pledge_id", "to_state", "direction", "unexplained", "reason_source"]),
    (lambda _: a_report(), ["state", "kind", "year"]),
    (lambda _: a_contact(), ["state", "donor"]),
]
OTHER = {"state": "XAC", "donor": "XBD", "to_state": "XAC", "direction": "end", "unexplained": False, "year": 2020}
OTHER |= {"kind": "initial", "reason_source": "donor_stated"}


@pytest.mark.parametrize(("command", "name"), [(command, name) for command, names in FIXED for name in names])
def test_what_a_fact_is_about_is_fixed(record, pledge, command, name):
    """Whose affair it is, and what kind of fact, is retracted and recorded anew."""
    receipt = record.handle(command(pledge))

    refused = record.refusal(a_correction(receipt.event_ids[0], **{name: OTHER.get(name, pledge)}))

    assert (type(refused), refused.field) == (NotCorrectable, f"changes.{name}")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"colour": "red"}, "changes.colour"),
        ({"money": {"amount": "-1", "currency": "EUR"}}, "changes.money.amount"),
        ({"article": 6}, "changes.article"),
        ({"until": "next year"}, "changes.until"),
        ({"donor": None}, "changes.donor"),
        ({"colour": None}, "changes.colour"),
    ],
)
def test_new_values_are_read_as_the_first_were(record, pledge, changes, field):
    """The command that recorded the fact says which fields there are and what they hold."""
    refused = record.refusal(a_correction(pledge, **changes))

    assert isinstance(refused, InvalidCommand)
    assert [error.field for error in refused.errors] == [field]


def test_who_may_see_is_not_a_correction(record, pledge):
    """An announcement has its own command, its own fact and its own day."""
    refused = record.refusal(a_correction(pledge, visibility="public"))

    assert (type(refused), refused.field) == (NotCorrectable, "changes.visibility")


def test_some_facts_are_not_put_right(record, pledge):
    """A correction is retracted rather than corrected; an announcement is said anew; nothing is not on record."""
    correction = record.handle(a_correction(pledge, conditions="None.")).id
    announcement = record.handle(an_announcement(pledge)).id

    for named, changes in ((correction, {"why": "Other."}), (announcement, {"visibility": "coordinators"})):
        refused = record.refusal(a_correction(named, **changes))
        assert (type(refused), refused.field) == (NotCorrectable, "event_id")
    assert (type(refused := record.refusal(a_correction("none", need="?"))), refused.field) == (UnknownId, "event_id")


def test_a_thing_is_corrected_by_its_id_and_a_fact_by_its_own(record, pledge):
    """A pledge's id names its announcement, a shift's id the shift."""
    shift = record.handle(a_shift("cut", 30)).id

    record.handle(a_correction(pledge, money=euros(200)))
    record.handle(a_correction(shift, money=euros(20)))

    assert record.pledges(COORDINATORS, id=pledge)[0]["pledged"] == [euros("180.00")]


def test_the_last_word_counts(record, pledge):
    """Corrections add up, field by field, each on what stood before it."""
    record.handle(a_correction(pledge, money=euros(200), conditions="Matched 1:1."))
    record.handle(a_correction(pledge, money=euros(150)))

    (now,) = record.pledges(COORDINATORS, id=pledge)
    assert (now["pledged"], now["conditions"]) == ([euros("150.00")], "Matched 1:1.")


def test_a_value_is_taken_away_by_null(record, pledge):
    """What was wrongly said is then simply not said."""
    record.handle(a_correction(pledge, money=None))

    (now,) = record.pledges(COORDINATORS, id=pledge)
    assert (now["pledged"], now["amount_unknown"]) == ([], True)


def test_a_redirect_is_mended_with_the_pledge_it_opened(record, pledge):
    """One act, two pledges: the same amount leaves the one and enters the other, also when nobody knows it."""
    shift = record.handle(a_shift("redirect", 30)).id

    receipt = record.handle(a_correction(shift, money=euros(20)))
    figures = {each["state"]: each["pledged"] for each in record.pledges(COORDINATORS)}
    assert figures == {"XAA": [euros("80.00")], "XAB": [euros("20.00")]}
    assert len(receipt.event_ids) == 2

    record.handle(a_correction(shift, money=None))
    figures = {each["state"]: each["pledged"] for each in record.pledges(COORDINATORS)}
    assert figures == {"XAA": [euros("100.00")], "XAB": []}


def test_a_redirect_is_not_mended_beneath_what_was_cut_from_its_pledge(record, pledge):
    """The pledge that it opened has its own limit."""
    shift = record.handle(a_shift("redirect", 30)).id
    record.handle(a_shift("cut", 25, state="XAB"))

    refused = record.refusal(a_correction(shift, money=euros(20)))

    assert (type(refused), refused.field) == (CutExceedsPledge, "changes.money")


@pytest.mark.parametrize(
    ("shift", "changes", "refusal", "field"),
    [
        ({"unexplained": True}, {"reason": "budget"}, ReasonWithoutSource, "changes.reason"),
        ({"unexplained": True}, {"reason_text": "Our budget."}, ReasonMissing, "changes.reason_text"),
        (stated(), {"reason": None}, ReasonMissing, "changes.reason"),
        ({"unexplained": True}, {"money": {"amount": "1", "currency": "USD"}}, OtherCurrency, "changes.money"),
    ],
)
def test_a_shift_keeps_its_rules_when_put_right(record, pledge, shift, changes, refusal, field):
    """A reason is given by explaining, with whose words it is; it is not slipped in, nor taken out."""
    shift = record.handle(a_shift(**shift)).event_ids[0]

    refused = record.refusal(a_correction(shift, **changes))

    assert (type(refused), refused.field) == (refusal, field)


def test_the_words_of_a_reason_are_put_right(record, pledge):
    """Which reason, and its text, can have been noted wrongly."""
    shift = record.handle(a_shift(**stated())).id
    record.handle(a_correction(shift, reason="budget", reason_text="The budget fell."))

    (now,) = record.shifts(COORDINATORS, id=shift)
    assert (now["reason"], now["reason_text"], now["unexplained"]) == ("budget", "The budget fell.", False)


@pytest.mark.parametrize("name", ["reason", "reason_text"])
def test_an_explanation_needs_its_reason(record, pledge, name):
    """Neither the reason nor its words can be taken away."""
    explained = record.handle(an_explanation(record.handle(a_shift()).id)).id

    refused = record.refusal(a_correction(explained, **{name: None}))

    assert refused.field == f"changes.{name}"


@pytest.mark.parametrize("command", [a_pledge, lambda: a_shift("cut", 1), a_request, a_rate, a_report, a_contact])
def test_a_correction_carries_the_day_of_what_it_corrects(record, pledge, command):
    """It acts through what was known when, never through when things happened."""
    command = command()
    receipt = record.handle(command)
    (first,) = record.log(COORDINATORS, event_id=receipt.event_ids[0])

    receipt = record.handle(a_correction(first["event_id"], note="Checked."))

    (correction,) = record.log(COORDINATORS, event_id=receipt.event_ids[0])
    assert (correction["occurred_on"], correction["corrects"]) == (first["occurred_on"], first["event_id"])


def test_a_reversal_is_put_right_within_its_limit(record, pledge):
    """As when it was recorded."""
    record.handle(a_payment(pledge, 40))
    reversal = record.handle(a_reversal(pledge, 10)).id

    record.handle(a_correction(reversal, money=euros(40)))

    assert record.pledges(COORDINATORS, id=pledge)[0]["paid"] == []
