"""Who gives, through whom and for which State."""

import pytest
from fts_files import a_cluster, a_flow, a_place, a_row, an_organisation, bodies, csv_file, json_page, the_line


def line_of(tmp_path, **changed):
    return the_line(json_page(tmp_path, a_flow(**changed)))


def to(*bodies_and_places):
    return {"destinationObjects": [a_cluster("Mine Action"), *bodies_and_places]}


@pytest.mark.parametrize(
    ("name", "place", "code"),
    [
        ("Saudi Arabia (Kingdom of), Government of", "Saudi Arabia", "SAU"),
        ("Korea, Republic of, Government of", None, "KOR"),
        ("Flanders, Government of", "Belgium", "BEL"),
        ("European Commission's Humanitarian Aid and Civil Protection Department", None, "EU"),
        ("Central Emergency Response Fund", None, "CERF"),
        ("United Nations Children's Fund", "Afghanistan", "UNICEF"),
    ],
)
def test_ocha_names_its_donors_in_its_own_way(tmp_path, name, place, code):
    """A government is its State, by name or else by place; an organisation is itself, wherever it stands."""
    source = [an_organisation(name, "Government"), *([a_place(place)] if place else [])]

    assert bodies(line_of(tmp_path, sourceObjects=source))["make-pledge"]["donor"] == code


def test_an_organisation_that_nobody_knows_is_registered_first(tmp_path):
    """A donor or carrier outside the registry becomes known by OCHA's name, before the pledge that names it."""
    fund = [an_organisation("Fund of Six Valleys", "Pooled fund")]
    line = line_of(
        tmp_path, status="pledge", sourceObjects=fund, **to(an_organisation("Valley Aid", "NGO"), a_place("Chad"))
    )

    assert line.commands[:2] == (
        (
            "register-organisation",
            "organisation:fund of six valleys",
            {"name": "Fund of Six Valleys", "visibility": "public"},
        ),
        ("register-organisation", "organisation:valley aid", {"name": "Valley Aid", "visibility": "public"}),
    )
    assert (line.commands[2][2]["donor"], line.commands[2][2]["via"]) == ("Fund of Six Valleys", "Valley Aid")


@pytest.mark.parametrize(
    ("name", "kind", "channel"),
    [
        ("World Food Programme", "UN agency", "un"),
        ("HALO Trust", "NGO", "ngo"),
        ("Afghanistan Humanitarian Fund", "Pooled fund", "trust_fund"),
        ("World Bank", "Inter-governmental", "international_org"),
        ("International Committee of the Red Cross", "Red Cross/Red Crescent", "international_org"),
        ("Norwegian Red Cross", "Red Cross/Red Crescent", "ngo"),
        ("Afghanistan, Government of", "Government", "bilateral"),
        ("Anybody", "Private organization/foundation", None),
    ],
)
def test_the_channel_is_what_the_carrier_is(tmp_path, name, kind, channel):
    """Where OCHA's types leave no doubt; else the channel is left out."""
    said = bodies(line_of(tmp_path, **to(an_organisation(name, kind), a_place("Afghanistan"))))

    assert said["make-pledge"].get("channel") == channel


def test_support_to_the_state_itself_goes_through_nobody(tmp_path):
    """A recipient government is the State, not a carrier."""
    said = bodies(
        line_of(tmp_path, **to(an_organisation("Afghanistan, Government of", "Government"), a_place("Afghanistan")))
    )

    assert "via" not in said["make-pledge"]


def test_a_csv_row_shared_with_places_it_leaves_out_is_refused(tmp_path):
    """Shared within one year can only mean shared with other places, which the CSV shows for some States alone."""
    shared = the_line(csv_file(tmp_path, a_row(onBoundary="shared")))
    among_years = the_line(csv_file(tmp_path, a_row(onBoundary="shared", destUsageYearEnd="2022")))

    assert "shared with places that the CSV leaves out" in shared.refused
    assert among_years.commands
