"""One spelling for all the ways a name is typed."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.names import fold, state
from domain.names.directory import directory
from domain.names.sources import aliases, demonstration, formal_names, states

SHOWN = [(code, name) for code, names in states().items() for name in names.values()]
WRITTEN = [*SHOWN, *formal_names(), *aliases(), *demonstration().items()]
NAMES = [(code, name) for code, name in WRITTEN if directory().states[fold(name)] == (code,)]
known = st.sampled_from(NAMES)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  The   Gambia ", "gambia"),
        ("Côte d’Ivoire", "cote d ivoire"),
        ("COTE D`IVOIRE", "cote d ivoire"),
        ("Timor\u2011Leste", "timor leste"),
        ("Trinidad & Tobago", "trinidad and tobago"),
        ("U.S.A.", "usa"),
        ("Viet\u00a0Nam", "viet nam"),
        ("Norsk Folkehjelp Ø", "norsk folkehjelp o"),
        ("İstanbul ı", "istanbul i"),
        ("刚果（金）", "刚果 金"),
        ("الأردن", "الاردن"),
        ("لبـنان", "لبنان"),
        ("\u200fتشاد\u200f", "تشاد"),
        ("Nige\u00adria", "nigeria"),
        ("«Йемен»", "иемен"),
        ("", ""),
    ],
)
def test_what_typing_changes_is_folded_away(text, folded):
    """Case, marks, quotes, hyphens, invisible characters and spaces do not tell names apart."""
    assert fold(text) == folded


@given(st.text())
@example("t.he")
@example("ͅΐ")
@example("the the")
def test_folding_twice_changes_nothing(text):
    """A folded name is its own folding."""
    assert fold(fold(text)) == fold(text)


@given(known, st.sampled_from([str.upper, str.lower, str.title, str.swapcase, str.casefold]))
def test_case_does_not_matter(entry, change):
    """A name in any case means the same State."""
    code, name = entry

    assert state(change(name)) == code


@given(known, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_the_way_marks_are_encoded_does_not_matter(entry, form):
    """Phones and files encode an accented letter in several ways; all mean the same State."""
    code, name = entry

    assert state(unicodedata.normalize(form, name)) == code


@given(known)
def test_a_name_without_its_marks_is_the_same_name(entry):
    """Whoever cannot type an accent is understood."""
    code, name = entry
    plain = "".join(each for each in unicodedata.normalize("NFD", name) if not unicodedata.combining(each))

    assert state(plain) == code


@given(known, st.sampled_from(["\u00a0{}", "{} ", "“{}”", "'{}'", "{},", "({})", "the {}", "{} (the)"]))
def test_what_surrounds_a_name_does_not_matter(entry, frame):
    """Quotes, brackets, no-break spaces and an article around a name leave the name."""
    code, name = entry

    assert state(frame.format(name)) == code
