"""Reconciliation by hand: DFID's demining in DR Congo, read by eye, and beside it a reader that shares no code."""

from collections import defaultdict
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from builders import AUDITOR
from databases import BOTH
from real_fts import DATA

from adapters.importers import iati
from adapters.importers.run import Import
from domain.actor import Actor
from projections.audience import PUBLIC, audience_of

FOLDER = DATA / "iati"
CONGO = FOLDER / "cod-mine-action-1.01.xml"
BY = Actor("cli:test", operator=True)

pytestmark = [
    BOTH,
    pytest.mark.skipif(not FOLDER.is_dir(), reason=f"IATI's files are not in {FOLDER}; ICA_REAL_DATA names another"),
]

# Read off the file by hand: what GB-1-201745-103 says it spent in pounds, month by month.
SPENT = [
    ("2011", [232_297, 25_792, -120_584, 241_168, 104_149, 24_635, 121_275, -29_906, 58_812, 32_199, 170_610, 28_455]),
    ("2012", [28_298, 174_098, 61_542, 32_737, 171_088, 28_819, 36_181, 184_580, 28_172, 28_691, 163_154, 26_916]),
    ("2013", [27_385, 160_579, -32_199, 59_584]),
]
COMMITTED, PAID = Decimal(2_750_000), Decimal(2_068_527)


def _independently(path):
    """Totals by kind and currency, straight from the XML."""
    kinds = {"C": "committed", "2": "committed", "D": "paid", "3": "paid", "E": "paid", "4": "paid"}
    totals = defaultdict(Decimal)
    for activity in ElementTree.parse(path).getroot().iter("iati-activity"):
        if activity.find("recipient-country") is None:
            continue
        for transaction in activity.iter("transaction"):
            value, kind = transaction.find("value"), transaction.find("transaction-type").get("code")
            if kind in kinds:
                currency = value.get("currency") or activity.get("default-currency")
                totals[kinds[kind], currency] += Decimal(value.text)
    return dict(totals)


def _recorded(record, viewer=PUBLIC):
    totals = record.totals(viewer)
    return {
        (measure, money["currency"]): Decimal(money["amount"])
        for measure in ("committed", "paid")
        for money in totals[measure]
    }


def _taken(record, path, **how):
    outcome = Import(record, BY, same_key_is_known=True).run(iati.read(path, **how))
    record.projector.catch_up()
    return outcome


def test_dr_congo_by_hand(record):
    """Committed and paid are those of the table and of the independent reader; the parent adds nothing."""
    outcome = _taken(record, CONGO, sector="15250")
    assert (outcome.taken, outcome.skipped, outcome.refused) == (1, 1, [])

    by_hand = {("committed", "GBP"): COMMITTED, ("paid", "GBP"): PAID}
    assert sum(sum(spent) for _, spent in SPENT) == PAID
    assert _independently(CONGO) == by_hand
    assert _recorded(record) == by_hand


def test_dr_congo_transaction_by_transaction(record):
    """25 payments and three reversals in the order of the table's days, never a shift; the giver is the State."""
    _taken(record, CONGO)
    history = record.history(PUBLIC, state="COD")
    said = defaultdict(list)
    for item in history:
        if item["kind"] in {"pledge.disbursed", "payment.reversed"}:
            sign = -1 if item["kind"] == "payment.reversed" else 1
            said[item["occurred_on"][:4]].append(sign * int(Decimal(item["detail"]["money"]["amount"])))

    assert {year: sorted(spent) for year, spent in SPENT} == {year: sorted(spent) for year, spent in said.items()}
    assert {item["donor"] for item in history} == {"GBR"}
    assert not record.shifts(audience_of(AUDITOR))
    assert {item["source"]["ref"] for item in history} == {"GB-1-201745-103"}


def test_a_repeat_changes_nothing(record):
    """Whoever imports it again."""
    _taken(record, CONGO)
    before = record.log(audience_of(AUDITOR))
    outcome = Import(record, Actor("cli:another", operator=True), same_key_is_known=True).run(iati.read(CONGO))
    record.projector.catch_up()
    assert (outcome.taken, outcome.known) == (0, 1)
    assert record.log(audience_of(AUDITOR)) == before


def test_food_security(record):
    """Of seven activities of several publishers, those for one State add up to what the independent reader finds."""
    outcome = _taken(record, FOLDER / "food-security-2.03.xml")
    assert (outcome.taken, outcome.skipped, len(outcome.refused)) == (3, 1, 3)
    assert _recorded(record) == _independently(FOLDER / "food-security-2.03.xml")
