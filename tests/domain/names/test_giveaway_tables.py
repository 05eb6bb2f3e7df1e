"""The tables behind the search for giveaways: complete, and every word in them is found in a text."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.names import all_states, giveaways, state_name
from domain.names import libraries as library
from domain.names.folding import fold, fold_word
from domain.names.giveaways import told
from domain.names.inflections import FORMS, russian_name
from domain.names.phrases import Steps, Tells
from domain.names.reading import Reading
from domain.names.sources import (
    aliases,
    bodies,
    capitals,
    currencies,
    demonstration,
    demonyms,
    fixed_phrases,
    formal_names,
    ordinary_words,
    parts_of_states,
    states,
)
from domain.names.telling_words import abbreviations, neutral_phrases
from domain.names.telltales import telltales
from domain.names.text_words import words

NO_PEOPLE = {"VAT"}  # nobody is a Holy Seer
HOLD_THEIR_PEACE = {"مالي", "Granada", "Grenade", "Roma", "中非"}  # ordinary words that are never stopped
SENTENCES = (
    "An affected State reported that its plan was ready and that it needed support.",
    "Two thirds of the contaminated areas lie close to the border; they will be cleared by 2018.",
    "The Coordinators asked whether donors could say more about their priorities.",
    "On victim assistance, it had few victims and its system was working well.",
)

NAMES = [
    name
    for name in dict.fromkeys(
        [
            *(name for names in states().values() for name in names.values()),
            *(name for _, name in [*formal_names(), *aliases(), *demonstration().items()]),
            *(name for code, name in library.names() if code in states()),
            *(name for table in (parts_of_states(), bodies(), currencies()) for _, name in table),
            *(name for _, _, name in capitals()),
        ]
    )
    if name not in HOLD_THEIR_PEACE
]
DEMONYMS = [(language, word) for _, language, word in demonyms()]
CODES = sorted(set(abbreviations()) - {code for code, tells in ordinary_words().items() if tells == "never"})
ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f]")
"""Marks that people leave out; those of other scripts are vowels."""
LATIN = [name for name in NAMES if fold(name).isascii()]
RUSSIAN = [form for row in states().values() for form in russian_name(row["ru"])]


def inserted(word: str, sentence: str = SENTENCES[0], place: int = 7) -> str:
    said = sentence.split()
    return " ".join([*said[:place], word, *said[place:]])


def test_every_state_has_its_people_and_its_capital():
    """No State is better hidden than another."""
    assert {code for code, language, _ in demonyms() if language == "en"} == set(all_states()) - NO_PEOPLE
    for language in library.LANGUAGES:
        without = {code for code, spoken, _ in capitals() if spoken == language} ^ set(all_states())

        assert without == ({"MDV"} if language == "ar" else set())  # Malé in Arabic is the word for financial


def test_the_peoples_of_the_world_have_names_in_other_languages():
    """French and Spanish for all, Russian and Arabic for nearly all."""
    spoken = {language: {code for code, each, _ in demonyms() if each == language} for language in FORMS}

    assert spoken["fr"] == spoken["es"] == spoken["en"]
    assert len(spoken["ru"]) > 180
    assert len(spoken["ar"]) > 140


def test_the_tables_speak_of_listed_states_only():
    """A typing error in a code would hide in a table that only the search reads."""
    rows = [*demonyms(), *capitals(), *parts_of_states(), *bodies(), *currencies()]

    assert {row[0] for row in rows} <= set(all_states())


def test_each_script_holds_its_own_column():
    """A Latin letter inside a Russian or Arabic word is never found."""
    scripts = {"ru": "CYRILLIC", "ar": "ARABIC", "zh": "CJK"}
    strays = [
        (language, word)
        for _, language, word in [*demonyms(), *capitals()]
        for letter in filter(str.isalpha, word)
        if not unicodedata.name(letter).startswith(scripts.get(language, "LATIN"))
    ]

    assert strays == []


@pytest.mark.parametrize("code", all_states())
def test_every_state_is_found_in_six_languages(code):
    """The name to show, in an ordinary sentence."""
    for language in library.LANGUAGES:
        name = state_name(code, language)

        assert name in HOLD_THEIR_PEACE or giveaways(inserted(name)), name


def test_every_name_and_every_people_is_found():
    """Short, long, former and colloquial names, capitals, bodies, regions, money; every form of a demonym."""
    forms = {form for language, word in DEMONYMS for form in FORMS[language](word)} - ordinary_words().keys()

    assert [each for each in (*NAMES, *forms) if not giveaways(inserted(each))] == []


@given(st.sampled_from(NAMES), st.sampled_from(SENTENCES), st.integers(1, 9))
def test_a_name_is_found_anywhere_in_an_ordinary_sentence(name, sentence, place):
    """Before, between and after any words."""
    assert giveaways(inserted(name, sentence, place))


@given(st.sampled_from(DEMONYMS), st.sampled_from(SENTENCES), st.integers(1, 9), st.data())
def test_a_people_is_found_anywhere_in_an_ordinary_sentence(entry, sentence, place, data):
    """In every form of the word, which is shown whole."""
    language, word = entry
    form = data.draw(st.sampled_from(list(FORMS[language](word))))

    if form not in ordinary_words():
        assert form in giveaways(inserted(form, sentence, place))


@given(st.sampled_from(sorted(word for word, tells in ordinary_words().items() if tells in ("capitalised", "within"))))
def test_an_ordinary_word_tells_where_it_has_a_capital_letter(word):
    """Turkey is not turkey."""
    assert giveaways(inserted(word)) == ()
    assert giveaways(inserted(word.title()))


@given(st.sampled_from(CODES))
def test_any_code_in_an_ordinary_sentence_is_found(code):
    """Also a code that is an ordinary word where the whole sentence is in capitals."""
    assert giveaways(inserted(code)) == (code,)


@given(st.sampled_from(RUSSIAN))
def test_a_russian_name_is_found_in_any_case(form):
    """Whoever writes Russian inflects."""
    assert giveaways(f"Представитель сообщил, что {form} просит помощи.")


@given(
    st.sampled_from(LATIN), st.sampled_from(["{}'s", "{}’s", "({})", "“{}”", "{}-led", "non-{}", "d'{}", "*{}*", "{}:"])
)
def test_what_touches_a_name_does_not_hide_it(name, frame):
    """Possessives, quotes, hyphens and Slack's marks."""
    assert giveaways(inserted(frame.format(name)))


@given(st.sampled_from(LATIN))
def test_capitals_hide_no_name(name):
    """A name in a heading is a name."""
    if ordinary_words().get(name.lower()) in (None, "capitalised"):
        assert giveaways(inserted(name.upper())), name.upper()


@given(st.sampled_from([name for name in LATIN if " " in name]), st.sampled_from(["\n", "\u00a0", "  ", " \n "]))
def test_a_line_that_breaks_inside_a_name_does_not_hide_it(name, gap):
    """Text from a file is wrapped anywhere."""
    assert giveaways(inserted(name.replace(" ", gap)))


@given(st.sampled_from(NAMES))
def test_a_name_without_its_marks_is_the_same_name(name):
    """Whoever cannot type an accent betrays the State just as well, and whoever's machine keeps letters in pieces."""
    pieces = unicodedata.normalize("NFD", name)
    plain = ACCENTS.sub("", pieces)
    assert giveaways(inserted(pieces))

    if ordinary_words().get(plain.lower()) != Tells.NEVER:
        assert giveaways(inserted(plain)), plain


@given(st.text())
def test_what_is_found_stands_in_the_text(text):
    """The very substrings, in order, each once."""
    found = giveaways(text)

    assert len(set(found)) == len(found)
    assert [text.find(each) for each in found] == sorted(text.find(each) for each in found)
    assert all(each in text for each in found)


@given(st.sampled_from(NAMES) | st.sampled_from([word for _, word in DEMONYMS]))
def test_a_word_folds_alike_alone_and_in_a_name(name):
    """The fast folding of single words is the folding of names."""
    for word in words(name):
        written = name[word.start : word.end]

        assert written == "&" or fold(written) in ("", fold_word(written))  # a vowel's sign is nothing by itself


def test_every_fixed_phrase_makes_something_harmless():
    """A phrase in which nothing tells is not kept, and one that still tells is mended."""
    needless = [phrase for phrase in fixed_phrases() if not [*told(Reading.of(phrase), telltales())]]
    useless = [phrase for phrase in fixed_phrases() if giveaways(inserted(phrase))]

    assert needless == useless == []


def test_no_phrase_is_a_name_by_itself():
    """A neutral phrase as short as a name would hide the name."""
    for phrase in neutral_phrases():
        step: Steps | None = telltales().telling
        for word in words(phrase):
            step = step.onward.get(word.folded) if step else None

        assert step is None or not step.spellings, phrase


def test_every_ordinary_word_is_kept_for_a_rule():
    """Only rules that exist, and only words that would be taken for a State."""
    assert {Tells(tells) for tells in ordinary_words().values()} == set(Tells)
