"""Donors by name: States first, then organisations, then those the record learnt later."""

import pytest

from domain.names import AmbiguousName, NotAState, UnknownName, is_state, party, party_name
from domain.names.sources import organisations


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Norway", "NOR"),
        ("xba", "XBA"),
        ("EU", "EU"),
        ("European Commission", "EU"),
        ("Европейский союз", "EU"),
        ("ITF Enhancing Human Security", "ITF"),
        ("unmas", "UNMAS"),
        ("United Nations Children’s Fund", "UNICEF"),
        ("UNOCHA", "OCHA"),
        ("Central Emergency Response Fund", "CERF"),
        ("CICR", "ICRC"),
        ("the HALO Trust", "HALO"),
        ("Mines Advisory Group", "MAG"),
        ("Norwegian People´s Aid", "NPA"),
        ("Handicap International", "HI"),
        ("Humanity and Inclusion", "HI"),
        ("Danish Refugee Council", "DRC-NGO"),
        ("drc-ngo", "DRC-NGO"),
    ],
)
def test_a_donor_is_a_state_or_an_organisation(name, code):
    """Both kinds are found by code or exact name."""
    assert party(name) == code


def test_drc_is_the_congo():
    """The initials of the Danish Refugee Council never book its money to the wrong giver."""
    assert party("DRC") == "COD"


def test_every_organisation_is_found_by_each_of_its_names():
    """No name of an organisation is taken by another organisation or by a State."""
    strays = {name: party(name) for each in organisations().values() for name in each.names if party(name) != each.code}

    assert strays == {}


def test_no_organisation_bears_the_code_of_a_state():
    """A stored code names one giver."""
    assert [code for code in organisations() if is_state(code)] == []


def test_an_organisation_recorded_later_is_found():
    """The caller offers organisations of its own, by folded name."""
    later = {"acme demining": "ACME"}

    assert party("The ACME  Démining", later.get) == "ACME"


def test_a_state_comes_before_an_organisation_recorded_later():
    """Nobody takes a State's name by recording an organisation."""
    assert party("Norway", {"norway": "FAKE"}.get) == "NOR"


def test_a_place_outside_the_list_of_states_may_give_once_recorded():
    """A giver that is not a State is refused until it is recorded as an organisation."""
    with pytest.raises(NotAState, match="no organisation is called so"):
        party("Greenland")

    assert party("Greenland", {"greenland": "GREENLAND"}.get) == "GREENLAND"


def test_a_near_miss_offers_both_kinds():
    """States and organisations are offered together, the closest first."""
    with pytest.raises(UnknownName) as organisation:
        party("European Comission")
    with pytest.raises(UnknownName) as donor_state:
        party("Norwa")

    assert str(organisation.value) == (
        'No State or organisation is called "European Comission". Did you mean European Union (EU)?'
    )
    assert [each.code for each in donor_state.value.candidates] == ["NOR"]


def test_an_ambiguous_donor_is_refused():
    """A pledge of "Korea" waits until it is said which."""
    with pytest.raises(AmbiguousName, match="KOR"):
        party("Korea")


@pytest.mark.parametrize(
    ("code", "name"), [("NOR", "Norway"), ("EU", "European Union"), ("XBA", "Calvera"), ("ACME", "ACME")]
)
def test_a_party_is_shown_by_its_name(code, name):
    """An unknown code is its own name."""
    assert party_name(code) == name
