"""Which States there are, real and invented, and how each is shown."""

import pytest

from domain.names import all_states, is_state, state, state_name


def test_the_list_of_states_is_the_un_and_five_more():
    """193 members, the Holy See, Palestine, the Cook Islands, Niue and Kosovo; no territory, nothing invented."""
    assert len(all_states()) == len(set(all_states())) == 193 + 5
    assert {"VAT", "PSE", "COK", "NIU", "XKX"} < set(all_states())
    assert not {"GRL", "TWN", "HKG", "ESH", "XAA"} & set(all_states())


@pytest.mark.parametrize("code", ["XAA", "XZZ", "XMQ", "XKX"])
def test_the_user_assigned_codes_are_always_states(code):
    """Demonstrations may use any code from XAA to XZZ, named or not."""
    assert is_state(code)
    assert state(code.lower()) == code


@pytest.mark.parametrize("code", ["nor", "ZZZ", "GRL", "XA", "XAAA", "X1A", "", "XÄA"])
def test_only_a_code_is_a_state(code):
    """A code is three capital letters on the list; anything else is not one."""
    assert not is_state(code)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("LAO", "en", "Lao PDR"),
        ("COD", "en", "DR Congo"),
        ("TUR", "en", "Türkiye"),
        ("BIH", "en", "Bosnia and Herzegovina"),
        ("CIV", "en", "Côte d'Ivoire"),
        ("TCD", "fr", "Tchad"),
        ("TCD", "es", "Chad"),
        ("TCD", "ru", "Чад"),
        ("TCD", "ar", "تشاد"),
        ("TCD", "zh", "乍得"),
        ("TCD", "de", "Chad"),
        ("XAA", "fr", "Arvandor"),
        ("XZZ", "en", "XZZ"),
    ],
)
def test_a_state_is_shown_by_the_name_the_field_uses(code, language, name):
    """Six languages, English where another is asked, and the code where an invented State has no name."""
    assert state_name(code, language) == name
