"""What each transaction of an activity becomes."""

import pytest
from iati_files import a_transaction, an_activity, lines, moved, said, the_line


def test_commitments_disbursements_and_expenditures(tmp_path):
    """A pledge opens on the first day of what follows; 2 is committed, 3 and 4 are paid."""
    line = the_line(
        tmp_path,
        a_transaction("4", "5.5", "2024-05-01"), a_transaction("2", "900", "2024-01-15"), a_transaction("3", "80"),
    )  # fmt: skip
    (pledge,) = said(line, "make-pledge")

    assert (pledge["donor"], pledge["state"], pledge["occurred_on"]) == ("NOR", "XAA", "2024-01-15")
    assert moved(line) == [("commit-pledge", "900.00"), ("disburse-pledge", "80.00"), ("disburse-pledge", "5.50")]
    assert said(line, "commit-pledge")[0]["signed_on"] == "2024-01-15"
    assert said(line, "disburse-pledge")[0]["paid_on"] == "2024-03-01"


def test_the_letters_of_1_0x(tmp_path):
    """C, D and E mean the same; texts stand without narratives, days may end in Z."""
    old = (
        '<iati-activity default-currency="GBP"><reporting-org ref="GB-1" type="10">DFID</reporting-org>'
        '<iati-identifier>GB-1-1</iati-identifier><title>Demining</title><recipient-country code="CD"/>'
        '<transaction><value value-date="2011-02-01Z">7</value><transaction-type code="C"/></transaction>'
        '<transaction><value>3</value><transaction-type code="D"/><transaction-date>2011-03-01Z</transaction-date>'
        '</transaction><transaction><value>2</value><transaction-type code="e"/>'
        '<transaction-date iso-date="2011-04-01T00:00:00Z"/></transaction></iati-activity>'
    )
    (line,) = lines(tmp_path, old)

    assert moved(line) == [("commit-pledge", "7.00"), ("disburse-pledge", "3.00"), ("disburse-pledge", "2.00")]
    assert [body["paid_on"] for body in said(line, "disburse-pledge")] == ["2011-03-01", "2011-04-01"]
    assert said(line, "make-pledge")[0]["source"]["title"] == "Demining"
    assert {body["money"]["currency"] for body in said(line, "disburse-pledge")} == {"GBP"}


def test_negatives_are_reversals(tmp_path):
    """Never shifts; each on its own day, after what it takes back, with the publisher's words as why."""
    why = "<description><narrative>Unspent</narrative></description>"
    line = the_line(
        tmp_path,
        a_transaction("4", "-30", "2024-02-01", inside=why), a_transaction("3", "100"),
        a_transaction("2", "-50"), a_transaction("2", "400"),
    )  # fmt: skip

    assert moved(line) == [
        ("disburse-pledge", "100.00"), ("commit-pledge", "400.00"),
        ("reverse-payment", "30.00"), ("reverse-commitment", "50.00"),
    ]  # fmt: skip
    (payment,) = said(line, "reverse-payment")
    assert (payment["occurred_on"], payment["why"]) == ("2024-02-01", "Negative in the giver's IATI record: Unspent")


def test_more_taken_back_than_was_given(tmp_path):
    """What nothing covers is named, the rest is taken."""
    line = the_line(tmp_path, a_transaction("3", "100"), a_transaction("4", "-60"), a_transaction("4", "-60"))
    assert moved(line) == [("disburse-pledge", "100.00"), ("reverse-payment", "60.00")]
    assert "NO-1-QZA, transaction 3: value is negative" in line.unsound


def test_outgoing_pledges_are_what_is_pledged(tmp_path):
    """Without one, nobody said an amount: a commitment is not announced twice."""
    line = the_line(tmp_path, a_transaction("12", "700"), a_transaction("12", "-100"), a_transaction("2", "5"))
    assert said(line, "make-pledge")[0]["money"] == {"amount": "600.00", "currency": "EUR"}
    assert moved(line)[1:] == [("commit-pledge", "5.00")]
    assert "money" not in said(the_line(tmp_path, a_transaction("2", "5")), "make-pledge")[0]


def test_what_is_nothing_to_record_is_said(tmp_path):
    """What comes in is the recipient's word, zero is nothing: neither is wrong."""
    line = the_line(
        tmp_path, *(a_transaction(kind) for kind in ("1", "IF", "11", "6")), a_transaction("2", "0.00"), a_transaction()
    )
    assert len(said(line, "disburse-pledge")) == 1
    assert sorted(line.left_out) == [
        "amounts of zero", "incoming commitments", "incoming funds", "incoming funds", "loan repayments",
    ]  # fmt: skip
    assert line.unsound is None
    only = the_line(tmp_path, a_transaction("1"))
    assert (only.skipped, only.commands) == ("without a pledge, commitment or payment", ())


UNSOUND = {
    "value is empty": {"value": ""},
    "value '1,000' is not a number": {"value": "1,000"},
    "value 'NaN' is not a number": {"value": "NaN"},
    "value '1E+20' is out of range": {"value": "1E+20"},
    "currency 'EURO' is not an ISO 4217 code": {"currency": "EURO"},
    "transaction-type 'Z' is none of IATI's": {"kind": "Z"},
    "transaction-type '' is none of IATI's": {"kind": ""},
    "transaction-date is missing": {"day": ""},
    "transaction-date '2024-02-30' is not a date": {"day": "2024-02-30"},
    "transaction-date 2025-06-16 lies in the future": {"day": "2025-06-16"},
}


@pytest.mark.parametrize("why", UNSOUND)
def test_an_unsound_transaction_is_named_and_the_rest_taken(why, tmp_path):
    """With the activity's id and the transaction's place."""
    line = the_line(tmp_path, a_transaction(**UNSOUND[why]), a_transaction("3", "7"))
    assert line.unsound.startswith(f"NO-1-QZA, transaction 1: {why}")
    assert moved(line) == [("disburse-pledge", "7.00")]


def test_a_transaction_without_children(tmp_path):
    """Named like any other, and nothing else of an activity with nothing sound is recorded."""
    line = the_line(tmp_path, "<transaction/>")
    assert line.refused.startswith("NO-1-QZA, transaction 1: transaction-type ''")
    assert line.commands == ()


def test_the_currency_of_the_activity(tmp_path):
    """Stands in for the value's own; neither is refused."""
    line = the_line(tmp_path, a_transaction(currency=""), currency="NOK")
    assert said(line, "disburse-pledge")[0]["money"]["currency"] == "NOK"
    assert "default-currency" in the_line(tmp_path, a_transaction(currency=""), currency="").refused


def test_coins_are_those_of_the_currency(tmp_path):
    """Fractions of a coin are rounded, whatever their number in that currency."""
    line = the_line(tmp_path, a_transaction(value="10.126"), a_transaction(value="10.6", currency="JPY"))
    assert {body["money"]["amount"] for body in said(line, "disburse-pledge")} == {"10.13", "11"}


def test_equal_transactions_stay_as_many(tmp_path):
    """Under keys that tell them apart, and that do not depend on their order in the file."""
    pair = [a_transaction("3", "10"), a_transaction("3", "10.00"), a_transaction("3", "20")]
    keys = [[key for _, key, _ in the_line(tmp_path, *each).commands] for each in (pair, pair[::-1])]
    assert len(set(keys[0])) == 4
    assert set(keys[0]) == set(keys[1])


def test_facts_are_public_with_their_source(tmp_path):
    """Each names its activity, by id and by address, and whose word it is."""
    line = the_line(tmp_path, a_transaction(), identifier="NO-1/Å 7")
    for _, _, body in line.commands:
        assert (body["visibility"], body["reported_by"]) == ("public", "NOR")
        assert body["source"] == {
            "kind": "iati", "ref": "NO-1/Å 7", "url": "https://d-portal.org/q.html?aid=NO-1%2F%C3%85%207",
            "title": "Clearance",
        }  # fmt: skip


def test_the_terms(tmp_path):
    """Tied status, earmarking, period, carrier and channel, where the publisher gives them."""
    terms = (
        '<activity-date type="1" iso-date="2023-01-01"/><activity-date type="2" iso-date="2023-02-01"/>'
        '<activity-date type="3" iso-date="2025-12-31"/><default-aid-type vocabulary="2" code="2"/>'
        '<default-aid-type code="C01"/><default-tied-status code="3"/>'
    )
    halo = '<receiver-org type="21"><narrative>HALO Trust</narrative></receiver-org>'
    (pledge,) = said(the_line(tmp_path, a_transaction(inside=halo), inside=terms), "make-pledge")

    wanted = {
        "from_on": "2023-02-01", "until": "2025-12-31", "tied_status": "partially_tied", "earmarking": "softly",
        "via": "HALO", "channel": "ngo",
    }  # fmt: skip
    assert {field: pledge[field] for field in wanted} == wanted


def test_an_activity_without_an_id(tmp_path):
    """Refused: a repeat could not know it again."""
    (line,) = lines(tmp_path, an_activity(a_transaction(), identifier=" "))
    assert line.refused.startswith("iati-identifier is missing")
