"""Who gives, and for which State."""

import pytest
from iati_files import a_transaction, moved, said, the_line

from adapters.importers.iati.recipients import divided

DONORS = {
    "a name that is known": ("<reporting-org type='21'><narrative>HALO Trust</narrative></reporting-org>", "HALO"),
    "an agency by its country": (
        "<reporting-org ref='GB-GOV-1' type='10'><narrative>FCDO</narrative></reporting-org>", "GBR",
    ),
    "an agency by its DAC number": (
        "<reporting-org ref='XM-DAC-7-1' type='10'><narrative>RVO</narrative></reporting-org>", "NLD",
    ),
    "a ministry by its name": (
        "<reporting-org type='10'><narrative>Japan – Ministry of Foreign Affairs</narrative></reporting-org>", "JPN",
    ),
    "a body of the Union": (
        "<reporting-org ref='XI-1' type='15'><narrative>European Commission - INTPA</narrative></reporting-org>", "EU",
    ),
    "a charity of a country": (
        "<reporting-org ref='GB-CHC-1' type='21'><narrative>Relief of Kent</narrative></reporting-org>",
        "Relief of Kent",
    ),
    "the English one of its names": (
        "<reporting-org type='21'><narrative xml:lang='fr'>Secours</narrative>"
        "<narrative xml:lang='en'>Relief of Kent</narrative></reporting-org>",
        "Relief of Kent",
    ),
    "the funding State of an agency": (
        "<reporting-org ref='XY-9' type='10'><narrative>Fund Nine</narrative></reporting-org>"
        "<participating-org role='1' type='10'><narrative>Norway</narrative></participating-org>",
        "NOR",
    ),
}  # fmt: skip


@pytest.mark.parametrize("who", DONORS)
def test_the_donor(who, tmp_path):
    """By name, else by the identifier of a government's body, else registered before it is named."""
    reporter, donor = DONORS[who]
    line = the_line(tmp_path, a_transaction(), reporter=reporter)
    assert said(line, "make-pledge")[0]["donor"] == donor
    registered = [body["name"] for body in said(line, "register-organisation")]
    assert registered == (["Relief of Kent"] if donor == "Relief of Kent" else [])


def test_a_provider_beside_the_reporter(tmp_path):
    """Has a pledge of its own; the word stays the reporter's."""
    japan = '<provider-org ref="XM-DAC-701" type="10"><narrative>Japan</narrative></provider-org>'
    line = the_line(tmp_path, a_transaction(), a_transaction(inside=japan))
    assert [pledge["donor"] for pledge in said(line, "make-pledge")] == ["NOR", "JPN"]
    assert {body["reported_by"] for body in said(line, "disburse-pledge")} == {"NOR"}
    assert len({key for _, key, _ in line.commands}) == 4


def test_a_provider_that_is_the_reporter(tmp_path):
    """By its identifier alone is the same giver."""
    own = '<provider-org ref="NO-BRC-971277882"/>'
    assert len(said(the_line(tmp_path, a_transaction(inside=own), a_transaction()), "make-pledge")) == 1


def test_published_at_second_hand(tmp_path):
    """The one who funds it gives, and the publisher's word is nobody's own."""
    reporter = (
        '<reporting-org ref="QQ" secondary-reporter="1"><narrative>A portal</narrative></reporting-org>'
        '<participating-org role="1"><narrative>Japan</narrative></participating-org>'
    )
    line = the_line(tmp_path, a_transaction(), reporter=reporter)
    (pledge,) = said(line, "make-pledge")
    assert (pledge["donor"], "reported_by" in pledge) == ("JPN", False)
    assert not said(line, "register-organisation")


def test_its_own_money(tmp_path):
    """Is national investment."""
    line = the_line(tmp_path, a_transaction(), to='<recipient-country code="NO"/>')
    assert "NOR gives to itself" in line.refused


def _countries(*parts: tuple[str, str], region: str = "") -> str:
    named = "".join(f'<recipient-country code="{code}" percentage="{part}"/>' for code, part in parts)
    return named + (f'<recipient-region code="298" percentage="{region}"/>' if region else "")


def test_a_split_by_percentages(tmp_path):
    """No coin is lost: the odd ones go where most was cut off."""
    line = the_line(
        tmp_path, a_transaction(value="100.00"), to=_countries(("XAA", "33.33"), ("XAB", "33.33"), ("XAC", "33.34"))
    )
    assert [pledge["state"] for pledge in said(line, "make-pledge")] == ["XAA", "XAB", "XAC"]
    assert moved(line) == [("disburse-pledge", amount) for amount in ("33.33", "33.33", "33.34")]
    assert "this State's share" in said(line, "make-pledge")[0]["note"]


def test_the_share_of_a_region(tmp_path):
    """Is no State's: left out, and said."""
    line = the_line(tmp_path, a_transaction(value="10"), to=_countries(("XAA", "75"), region="25"))
    assert moved(line) == [("disburse-pledge", "7.50")]
    assert line.left_out == ("shares of regions, which are no State's",)


REFUSED_RECIPIENTS = {
    "recipient-country is missing": "",
    "recipient-region 298 is no State": '<recipient-region code="298" percentage="100"/>',
    "XAB has no percentage": _countries(("XAA", "50"), ("XAB", "")),
    "add up to 80, not to 100": _countries(("XAA", "50"), ("XAB", "30")),
    "add up to 200, not to 100": _countries(("XAA", "100"), ("XAB", "100")),
    "percentage 'half' is not a number": _countries(("XAA", "half"), ("XAB", "50")),
    "no State has the code 'QQ'": _countries(("QQ", "")),
}


@pytest.mark.parametrize("why", REFUSED_RECIPIENTS)
def test_no_split_is_guessed(why, tmp_path):
    """Without States, or without sound percentages, the activity is refused with the reason, once for all of it."""
    line = the_line(tmp_path, a_transaction(), a_transaction("2"), to=REFUSED_RECIPIENTS[why])
    assert why in line.refused
    assert "transaction 1, 2:" in line.refused
    assert line.commands == ()


def test_a_transactions_own_country(tmp_path):
    """Goes before the activity's."""
    own = '<recipient-country code="LA"/>'
    line = the_line(
        tmp_path, a_transaction(inside=own), a_transaction("2"), to=_countries(("XAA", "50"), ("XAB", "50"))
    )
    assert [pledge["state"] for pledge in said(line, "make-pledge")] == ["LAO", "XAA", "XAB"]


@pytest.mark.parametrize("coins", [0, 1, 2, 99, 100, 101, -100, 10**17 + 1])
@pytest.mark.parametrize("weights", [(1,), (1, 1, 1), (33, 33, 34), (50, 25, 25), (1, 98, 1), (1, 1, 1, 1, 1, 1, 1)])
def test_a_division_gives_all_of_it(coins, weights):
    """The parts add up, and none is more than a coin from its exact share."""
    parts = divided(coins, weights)
    assert sum(parts) == coins
    assert all(
        abs(part * sum(weights) - coins * weight) < sum(weights) for part, weight in zip(parts, weights, strict=True)
    )
