"""What a flow becomes: who gives to whom, when, on which terms, from which source."""

from datetime import date

import pytest
from fts_files import (
    HALO,
    NORWAY,
    a_cluster,
    a_flow,
    a_place,
    an_organisation,
    bodies,
    json_page,
    the_line,
)

MINE_ACTION = a_cluster("Mine Action")


def line_of(tmp_path, **changed):
    return the_line(json_page(tmp_path, a_flow(**changed)), today=date(2021, 6, 1))


def to(*bodies_and_places):
    return {"destinationObjects": [MINE_ACTION, *bodies_and_places]}


@pytest.mark.parametrize(
    ("status", "commands"),
    [
        ("pledge", ["make-pledge"]),
        ("commitment", ["make-pledge", "commit-pledge"]),
        ("paid", ["make-pledge", "commit-pledge", "disburse-pledge"]),
    ],
)
def test_a_flow_goes_as_far_as_ocha_says(tmp_path, status, commands):
    """What is paid was committed, what is committed was pledged."""
    line = line_of(tmp_path, status=status)

    assert [name for name, _, _ in line.commands] == commands
    assert [key for _, key, _ in line.commands] == ["fts:1001", "fts:1001:committed", "fts:1001:paid"][: len(commands)]
    assert all(body["pledge_id"] == "key:fts:1001" for _, _, body in line.commands[1:])


def test_the_whole_of_a_plain_flow(tmp_path):
    """Donor, State, carrier, terms, day, source and whose word it is; no article, which OCHA never names."""
    assert bodies(line_of(tmp_path, status="pledge"))["make-pledge"] == {
        "donor": "NOR",
        "state": "AFG",
        "money": {"amount": "102870.00", "currency": "USD"},
        "occurred_on": "2020-06-25",
        "channel": "ngo",
        "via": "HALO",
        "earmarking": "softly",
        "reported_by": "NOR",
        "source": {
            "kind": "fts",
            "ref": "1001",
            "url": "https://fts.unocha.org/flows/1001",
            "title": "Support to the programme",
        },
        "visibility": "public",
    }


def test_decided_on_one_day_and_paid_on_another(tmp_path):
    """The pledge and its commitment stand on the day of decision, the payment on the day of the flow."""
    said = bodies(line_of(tmp_path))

    assert said["make-pledge"]["occurred_on"] == said["commit-pledge"]["signed_on"] == "2020-06-25"
    assert said["disburse-pledge"]["paid_on"] == "2020-06-30"


def test_nothing_is_paid_before_it_is_pledged(tmp_path):
    """Where OCHA's decision comes after its flow, the pledge moves to the day of the flow."""
    said = bodies(line_of(tmp_path, decisionDate="2020-07-15T22:00:00Z"))

    assert said["make-pledge"]["occurred_on"] == said["disburse-pledge"]["paid_on"] == "2020-06-30"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"date": None, "decisionDate": None}, "date is missing"),
        ({"date": "30/06/2020"}, "date '30/06/2020' is not a date"),
        ({"date": "2021-06-02T00:00:00Z"}, "date 2021-06-02 lies in the future"),
        ({"status": "cancelled"}, "status 'cancelled' is none of pledge, commitment, paid"),
        ({"id": None}, "id is missing"),
        ({"sourceObjects": [a_place("Norway")]}, "source Organization is missing"),
        (
            {"sourceObjects": [*NORWAY, an_organisation("OXFAM", "NGO")]},
            "source Organization names several (Norway, Gov",
        ),
        (
            {"sourceObjects": [an_organisation("Norwy, Government of", "Government")]},
            "source Organization: No State is ca",
        ),
        (
            {"sourceObjects": [an_organisation("Afghanistan, Government of", "Government")]},
            "source Organization is the St",
        ),
        (to(HALO), "destination Location is missing"),
        (to(HALO, a_place("Iraq"), a_place("Jordan")), "destination Location names several (Iraq, Jordan)"),
        (to(HALO, a_place("Atlantis")), 'destination Location: No State is called "Atlantis"'),
    ],
)
def test_what_cannot_be_recorded_names_its_field(tmp_path, changed, sentence):
    """A refused flow leaves no command behind."""
    line = line_of(tmp_path, **changed)

    assert line.refused.startswith(sentence)
    assert not line.commands


def test_what_others_report_is_not_the_donors_word(tmp_path):
    """Where the donor is not among those who reported, the source speaks alone."""
    said = bodies(line_of(tmp_path, reportDetails=[{"organization": "World Food Programme"}]))

    assert "reported_by" not in said["make-pledge"]


def test_money_that_came_in_by_another_flow_says_so(tmp_path):
    """A fund passing on what others gave to it is not new money."""
    assert "Not new money" in bodies(line_of(tmp_path, newMoney=False))["make-pledge"]["note"]
