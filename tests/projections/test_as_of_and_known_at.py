"""A fact of March, recorded in June, mended in July: what shows as of each day and as known at each time."""

from functools import cache

import pytest
from builders import (
    NOW,
    Clock,
    a_commitment,
    a_correction,
    a_payment,
    a_pledge,
    a_receipt,
    a_retraction,
    a_shift,
    euros,
    moment,
    open_record,
    someone,
)

from projections.audience import AUDITORS, COORDINATORS, PUBLIC, STATES_PARTIES, audience_of
from projections.moment import Moment

AS_OF = {"Feb": "2025-02-15", "Apr": "2025-04-15", "now": None}
KNOWN_AT = {"May": "2025-05-15", "June": "2025-06-20", "Aug": "2025-08-01", "now": None}

FACTS = {
    "committed": lambda p: a_commitment(p, 30, signed_on="2025-03-01"),
    "paid": lambda p: a_payment(p, 30, paid_on="2025-03-01"),
    "received": lambda p: a_receipt(p, 30, received_on="2025-03-01"),
    "pledged": lambda _: a_shift("cut", 30, occurred_on="2025-03-01"),
}
KINDS = {
    "committed": "pledge.committed",
    "paid": "pledge.disbursed",
    "received": "receipt.reported",
    "pledged": "support.shifted",
}
MENDINGS = {
    "its amount": lambda fact: a_correction(fact, money=euros(20)),
    "retracted": a_retraction,
    "its day, to January": lambda fact: a_correction(fact, occurred_on="2025-01-20"),
    "its day, to May": lambda fact: a_correction(fact, occurred_on="2025-05-01"),
}
#                  known at:  May      June     Aug      now
EXPECTED = {
    "its amount": {
        "Feb":               ("none",  "none",  "none",  "none"),
        "Apr":               ("none",  "first", "less",  "less"),
        "now":               ("none",  "first", "less",  "less"),
    },
    "retracted": {
        "Feb":               ("none",  "none",  "none",  "none"),
        "Apr":               ("none",  "first", "gone",  "gone"),
        "now":               ("none",  "first", "gone",  "gone"),
    },
    "its day, to January": {
        "Feb":               ("none",  "none",  "moved", "moved"),
        "Apr":               ("none",  "first", "moved", "moved"),
        "now":               ("none",  "first", "moved", "moved"),
    },
    "its day, to May": {
        "Feb":               ("none",  "none",  "none",  "none"),
        "Apr":               ("none",  "first", "none",  "none"),
        "now":               ("none",  "first", "moved", "moved"),
    },
}  # fmt: skip
ALL = [
    (fact, mending, as_of, known_at, cells[column])
    for fact in FACTS
    for mending, rows in EXPECTED.items()
    for as_of, cells in rows.items()
    for column, known_at in enumerate(KNOWN_AT)
]


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The story of one fact and one mending, told once."""
    records = []

    @cache
    def tell(fact, mending):
        clock = Clock("2025-01-10")
        record = open_record(tmp_path_factory.mktemp("story") / "record.db", clock)
        records.append(record)
        pledge = record.handle(a_pledge(visibility="public")).id
        clock.set("2025-06-10")
        event = record.handle(FACTS[fact](pledge)).event_ids[0]
        clock.set("2025-07-10")
        record.handle(MENDINGS[mending](event))
        clock.set("2025-08-15")
        return record

    yield tell
    for record in records:
        record.close()


def at(as_of, known_at):
    known = KNOWN_AT[known_at]
    return Moment(AS_OF[as_of], moment(known) if known else None)


def amount(fact, state):
    """The figure of the fact's measure; a cut takes from the hundred that were pledged."""
    told = {"none": 0, "gone": 0, "less": 20}.get(state, 30)
    figure = 100 - told if fact == "pledged" else told
    return [euros(f"{figure}.00")] if figure else []


@pytest.mark.parametrize(("fact", "mending", "as_of", "known_at", "expected"), ALL)
def test_figures_and_totals(told, fact, mending, as_of, known_at, expected):
    """A pledge's figures and the totals are those of what had happened and was known."""
    record, moment = told(fact, mending), at(as_of, known_at)

    (pledge,) = record.pledges(PUBLIC, moment)
    assert pledge[fact] == amount(fact, expected)
    assert record.totals(PUBLIC, moment)[fact] == amount(fact, expected)
    others = {"pledged": [euros("100.00")], "committed": [], "paid": [], "received": []} | {fact: pledge[fact]}
    assert {measure: pledge[measure] for measure in others} == others


@pytest.mark.parametrize(("fact", "mending", "as_of", "known_at", "expected"), ALL)
def test_history_and_shifts(told, fact, mending, as_of, known_at, expected):
    """The history holds the fact and its mending together or neither; what was retracted is no shift."""
    record, moment = told(fact, mending), at(as_of, known_at)
    mended = {"gone": ["fact.retracted"], "less": ["fact.corrected"], "moved": ["fact.corrected"]}
    kinds = [] if expected == "none" else [KINDS[fact], *mended.get(expected, [])]

    shown = record.history(PUBLIC, moment)
    assert [item["kind"] for item in shown] == ["pledge.made", *kinds]
    for item in shown[1:2]:
        assert item["detail"]["money"] == euros("30.00"), "the old one stays visible as it was recorded"
        assert bool(item["corrected_by"]) == (expected in mended)
        assert item["retracted"] == (expected == "gone")
    assert len({item["occurred_on"] for item in shown[1:]}) <= 1, "a mending is found on the day of what it mends"
    shifted = fact == "pledged" and expected not in {"none", "gone"}
    assert bool(record.shifts(PUBLIC, moment)) == bool(record.decisions(PUBLIC, moment)) == shifted


VIEWERS = [audience_of(someone("state", "XAA")), audience_of(someone("donor", "XBB"))]


@pytest.mark.parametrize("viewer", [PUBLIC, STATES_PARTIES, *VIEWERS, COORDINATORS, AUDITORS])
@pytest.mark.parametrize("mending", MENDINGS)
def test_today_is_now(told, viewer, mending):
    """As of today and as known now the folds say what the live views say, to every reader."""
    record = told("pledged", mending)
    today = Moment("2025-08-15", moment("2025-08-15", "23:00"))

    assert record.history(viewer) == record.history(viewer, today)
    assert record.pledges(viewer) == record.pledges(viewer, today)
    assert record.shifts(viewer) == record.shifts(viewer, today)
    assert record.totals(viewer) == record.totals(viewer, today)


def test_a_genuine_cut_is_not_a_correction(record, clock):
    """Both end at the same figure today; the histories differ, and so does what was committed in April."""
    clock.set("2025-03-01")
    cut, wrong = (record.handle(a_pledge(donor=donor, money=None)).id for donor in ("XBB", "XBC"))
    commitments = [record.handle(a_commitment(pledge, 100)).id for pledge in (cut, wrong)]
    clock.set("2025-07-01")
    record.handle(a_shift("cut", 40))
    record.handle(a_correction(commitments[1], money=euros(60)))

    def committed(when=NOW):
        totals = [record.totals(COORDINATORS, when, donor=donor)["committed"] for donor in ("XBB", "XBC")]
        return [total[0]["amount"] for total in totals]

    assert committed() == ["60.00", "60.00"]
    assert committed(Moment(as_of="2025-04-15")) == ["100.00", "60.00"], "the cut came in July, the mistake never was"
    assert committed(Moment(known_at=moment("2025-06-15"))) == ["100.00", "100.00"], "in June nobody knew of either"
    kinds = [[each["kind"] for each in record.history(COORDINATORS, state=donor)][-1] for donor in ("XBB", "XBC")]
    assert kinds == ["support.shifted", "fact.corrected"]
