"""A name that is not exactly one State is refused, and the refusal helps."""

import pickle

import pytest

from domain.names import AmbiguousName, Candidate, NotAState, UnknownName, candidates, state


@pytest.mark.parametrize(
    ("typo", "codes"),
    [("Nigera", ["NGA", "NER"]), ("Austrlia", ["AUS", "AUT"]), ("Lebannon", ["LBN"]), ("Guinee Bisau", ["GNB"])],
)
def test_a_near_miss_is_offered_never_decided(typo, codes):
    """Every State whose name is close is offered, best first, and none is chosen."""
    with pytest.raises(UnknownName) as refusal:
        state(typo)

    assert refusal.value.text == typo
    assert [each.code for each in refusal.value.candidates] == codes


@pytest.mark.parametrize(
    ("typo", "codes"),
    [
        ("Norwey", ["NOR"]),
        ("Nroway", ["NOR"]),
        ("Chaad", ["TCD"]),
        ("Ched", ["TCD"]),
        ("Laoss", ["LAO"]),
        ("Irap", ["IRQ", "IRN"]),
        ("Malt", ["MLT", "MLI"]),
        ("Guatamela", ["GTM"]),
    ],
)
def test_one_slip_in_a_short_name_is_a_near_miss(typo, codes):
    """A wrong, missing, doubled or swapped letter is a large part of it, and is offered all the same."""
    with pytest.raises(UnknownName) as refusal:
        state(typo)

    assert [each.code for each in refusal.value.candidates] == codes


@pytest.mark.parametrize("text", ["NOX", "ZZ", "budgets", "report", "support", "Chairman"])
def test_a_code_or_a_word_is_no_near_miss(text):
    """Of codes that differ in one letter neither is meant by the other, and ordinary words are no names."""
    assert candidates(text) == ()


def test_the_refusal_of_a_near_miss_is_one_helpful_sentence():
    """What was read is quoted and the candidates are named with their codes."""
    with pytest.raises(UnknownName) as refusal:
        state("Nigera")

    assert str(refusal.value) == 'No State is called "Nigera". Did you mean Nigeria (NGA) or Niger (NER)?'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("xyzzy", 'No State is called "xyzzy". Use its ISO alpha-3 code or its name.'),
        ("budget", 'No State is called "budget". Use its ISO alpha-3 code or its name.'),
        (" ", "Name a State by its ISO alpha-3 code or its name."),
    ],
)
def test_a_name_like_no_other_is_refused_with_the_way_out(text, sentence):
    """Where nothing is close, the refusal says what to type instead of guessing."""
    with pytest.raises(UnknownName) as refusal:
        state(text)

    assert str(refusal.value) == sentence
    assert refusal.value.candidates == ()


def test_a_pasted_page_is_not_repeated_in_full():
    """A refusal fits under a field of a form, however much was pasted."""
    with pytest.raises(UnknownName) as refusal:
        state("a long\nstory " * 1000)

    assert len(str(refusal.value)) < 200
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", ["Korea", "Corée", "Корея"])
def test_a_name_of_two_states_is_refused_with_both(name):
    """An ambiguous name is never resolved to one of the States that bear it."""
    with pytest.raises(AmbiguousName) as refusal:
        state(name)

    assert [each.code for each in refusal.value.candidates] == ["KOR", "PRK"]
    assert str(refusal.value).endswith("Did you mean Republic of Korea (KOR) or DPR Korea (PRK)?")


@pytest.mark.parametrize("name", ["Greenland", "GRL", "Groenland", "Hong Kong", "Puerto Rico", "Western Sahara"])
def test_a_place_that_is_not_a_state_is_refused(name):
    """A known place outside the list of States is not taken for one, nor for a State of similar name."""
    with pytest.raises(NotAState) as refusal:
        state(name)

    assert str(refusal.value).startswith(f'"{name}" is not in the list of States.')


def test_a_refusal_survives_the_way_between_processes():
    """A refusal raised in a worker arrives whole."""
    copy = pickle.loads(pickle.dumps(UnknownName("Nigera", candidates("Nigera"))))

    assert copy.candidates == candidates("Nigera")


def test_no_more_candidates_than_asked():
    """The limit is kept, and the best stays."""
    assert candidates("Nigera", limit=1) == (Candidate("NGA", "Nigeria"),)
