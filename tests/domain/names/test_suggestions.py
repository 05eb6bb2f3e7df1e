"""Names offered while somebody types."""

import pytest

from domain.names import suggested_parties, suggested_states


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lao", "LAO"), ("LAO", "LAO"), ("Лаос", "LAO"), ("老挝", "LAO"), ("لاو", "LAO"), ("Côte", "CIV"),
        ("united k", "GBR"), ("leone", "SLE"), ("cote d", "CIV"), ("Nigera", "NGA"), ("Austrlia", "AUS"),
        ("xaa", "XAA"),
    ],
)  # fmt: skip
def test_whoever_is_meant_comes_first(typed: str, first: str) -> None:
    """By code, by the beginning of a name or of a word in it, in any language, or nearly."""
    assert suggested_states(typed, 10)[0] == first


def test_a_beginning_comes_before_a_word_within() -> None:
    """Guinea before Papua New Guinea; each State once."""
    found = suggested_states("guinea", 10)

    assert found[0] == "GIN"
    assert {"GNB", "GNQ", "PNG"} <= set(found)
    assert len(found) == len(set(found))


def test_nothing_typed_begins_the_list() -> None:
    """By name, as many as are wanted."""
    assert suggested_states("", 3) == ("AFG", "ALB", "DZA")


def test_organisations_are_parties_but_not_states() -> None:
    """Who gives may be either."""
    assert "EU" in suggested_parties("european", 10)
    assert "EU" not in suggested_states("european", 10)


@pytest.mark.parametrize("typed", ["", " ", "zzzz", "<!channel>", "x" * 10_000, "\x00", "de"])
def test_whatever_is_typed_the_list_is_no_longer_than_wanted(typed: str) -> None:
    """And nothing fails."""
    assert len(suggested_parties(typed, 5)) <= 5
