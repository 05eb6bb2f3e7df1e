"""Names as the world writes them: UN, treaty and OCHA files (ICA_REAL_DATA names the folder that holds them)."""

import csv
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.names import NotAState, UnknownName, all_states, party, state

FOLDER = Path(os.environ.get("ICA_REAL_DATA", Path(__file__).parents[4] / "shared" / "data"))
NAMES_OF_A_STATE = re.compile(r"official_name_..|UNTERM \w+ (Short|Formal)|CLDR display name")
COUNTRIES, TREATY, CRS = "country/country-codes.csv", "treaty/ccm_participants.csv", "crs/crs-2014-by-recipient.csv"

real = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real files are not here")


def rows(file: str) -> Iterator[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def refused(pairs: Iterator[tuple[str, str]]) -> list[str]:
    def wrong(code: str, name: str) -> bool:
        try:
            return state(name) != code
        except UnknownName:
            return True

    return [f"{code} {name}" for code, name in pairs if wrong(code, name)]


@real
def test_every_un_name_in_six_languages_is_understood():
    """Short, formal and official names of each State lead to its ISO code."""
    named = (
        (row["ISO3166-1-Alpha-3"], name)
        for row in rows(COUNTRIES)
        if row["ISO3166-1-Alpha-3"] in all_states()
        for column, name in row.items()
        if NAMES_OF_A_STATE.fullmatch(column) and name
    )

    assert refused(named) == []


@real
def test_every_state_of_the_convention_is_understood():
    """The names of the treaty's own list lead to the codes beside them."""
    assert refused((row["iso3"], row["name"]) for row in rows(TREATY)) == []


@real
def test_every_place_that_is_not_a_state_is_refused():
    """Territories are told apart from States, by code and by name."""
    outside = [row for row in rows(COUNTRIES) if row["ISO3166-1-Alpha-3"] not in all_states()]

    assert outside
    for row in outside:
        for text in (row["ISO3166-1-Alpha-3"], row["official_name_en"] or row["CLDR display name"]):
            with pytest.raises(UnknownName):
                state(text)


@real
@pytest.mark.parametrize("file", sorted(FOLDER.glob("fts/*.json")), ids=lambda file: file.name)
def test_every_location_and_government_of_the_funding_record_is_understood(file):
    """Where money comes from and goes to in OCHA's words is a State here."""
    flows = json.loads(file.read_text(encoding="utf-8"))["data"]["flows"]
    ends = [end for flow in flows for end in (*flow["sourceObjects"], *flow["destinationObjects"])]
    places = {end["name"] for end in ends if end["type"] == "Location"}
    governments = {end["name"] for end in ends if end["name"].endswith("Government of")}

    assert places
    assert {name for name in places if state(name) not in all_states()} == set()
    assert {name for name in governments if party(name) not in all_states()} == set()


@real
def test_every_recipient_of_the_creditor_reporting_system_is_a_state_or_a_known_place():
    """What the OECD calls a recipient is a State, a territory, or one of its regions and remainders."""
    unknown = set()
    for row in rows(CRS):
        try:
            state(row["recipient_name"])
        except NotAState:
            continue
        except UnknownName:
            unknown.add(row["recipient_name"])

    remainders = {name for name in unknown if "regional" in name or "unspecified" in name}
    assert unknown - remainders == {"States Ex-Yugoslavia", "Saint Helena"}
