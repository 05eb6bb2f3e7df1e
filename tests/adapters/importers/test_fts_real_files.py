"""OCHA's own pages of Afghanistan and Jordan, 2020: what is taken, skipped and refused."""

import csv
from collections import Counter
from decimal import Decimal

import pytest
from real_fts import FOLDER, PAGES, lines, raw, real

from domain import names
from domain.command import COMMANDS
from domain.names import fold
from domain.organisations import commands as organisations
from domain.parsing import read_fields
from domain.pledges import commands as pledges
from domain.rates import commands as rates

CSV, JORDAN = "jor-2020-incoming.csv", "jor-2020-page-3.json"
BODIES = (organisations, pledges, rates)


def outcome(line):
    return "refused" if line.refused else "skipped" if line.skipped else "taken"


@real
@pytest.mark.parametrize(
    ("file", "everything", "taken", "skipped", "refused"),
    [
        (PAGES[0], False, 6, 194, 0),
        (PAGES[1], False, 4, 196, 0),
        (JORDAN, False, 0, 78, 0),
        (CSV, False, 0, 440, 0),
        (PAGES[0], True, 198, 0, 2),
        (PAGES[1], True, 199, 0, 1),
        (JORDAN, True, 70, 0, 8),
        (CSV, True, 383, 0, 57),
    ],
)
def test_every_flow_is_taken_skipped_or_refused(file, everything, taken, skipped, refused):
    """Ten flows to Afghanistan are mine action and none to Jordan; of all flows only some are refused."""
    found = lines(file, everything=everything)

    assert Counter(map(outcome, found)) == +Counter(taken=taken, skipped=skipped, refused=refused)
    assert sorted(line.number for line in found) == list(range(1, len(found) + 1))


@real
def test_what_is_refused_has_no_donor_or_more_than_one_state():
    """Two flows are without source; one is shared by six States; Jordan shares eight that its CSV shows for three."""
    reasons = Counter(
        line.refused.split(" is missing")[0].split(" names")[0]
        for line in lines(*PAGES, everything=True)
        if line.refused
    )
    jordan = Counter("CSV leaves out" in line.refused for line in lines(CSV, everything=True) if line.refused)

    assert reasons == {"source Organization": 2, "destination Location": 1}
    assert jordan == {True: 53, False: 4}


@real
def test_the_csv_hides_states_that_share_a_flow():
    """Flows that the page shares among four or five States stand in the CSV as Jordan's alone: both refuse them."""
    in_page = {
        flow["id"]: [one["name"] for one in flow["destinationObjects"] if one["type"] == "Location"]
        for flow in raw(JORDAN)
    }
    with (FOLDER / CSV).open(encoding="utf-8", newline="") as rows:
        in_csv = list(csv.DictReader(rows))
    refused = {in_csv[line.number - 1]["id"] for line in lines(CSV, everything=True) if line.refused}
    shared = {flow for flow, places in in_page.items() if len(places) > 1}

    assert len(shared) == 8
    assert {row["destLocations"] for row in in_csv if row["id"] in shared} == {"JOR"}
    assert refused & in_page.keys() == shared


@real
def test_ocha_counts_what_a_parent_has_left_and_not_what_is_shared():
    """OCHA adds parents to unshared flows in its total for Jordan: a parent's amount is what it has left over."""
    with (FOLDER / CSV).open(encoding="utf-8", newline="") as rows:
        unshared = [row for row in csv.DictReader(rows) if row["onBoundary"] == "single" and row["status"] != "pledge"]

    assert sum(Decimal(row["amountUSD"]) for row in unshared) == 714_246_261
    assert sum(Decimal(row["amountUSD"]) for row in unshared if row["flowType"] == "Parked") == 40_852_830


@real
@pytest.mark.parametrize("file", [*PAGES, JORDAN, CSV])
def test_every_command_can_be_read(file):
    """Each body holds only known fields in their form, and each name is known or registered before it is used."""
    registered = {}

    class Known:
        state = staticmethod(names.state)

        def party(self, text):
            return names.party(text, registered.get)

    for line in lines(file, everything=True):
        for name, _, body in line.commands:
            if name == "register-organisation":
                registered[fold(body["name"])] = body["name"]
            assert read_fields(COMMANDS[name], body, Known())[1] == (), (line.number, name)


@real
def test_a_flow_on_two_pages_has_one_key():
    """Keys are OCHA's flow ids, so what recurs on another page meets itself."""
    keys = Counter(
        key for line in lines(*PAGES, everything=True) for name, key, _ in line.commands if name == "make-pledge"
    )

    assert set(keys.values()) == {1}
    assert len(keys) == 397
