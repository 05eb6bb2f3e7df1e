"""The tables of names: complete, without silent collisions, and apart from the invented ones."""

import subprocess
import sys
import time

from rapidfuzz import fuzz

from domain.names import all_states, fold, is_state, state_name
from domain.names import libraries as library
from domain.names.directory import directory
from domain.names.sources import aliases, demonstration, formal_names, states

BOTH_KOREAS = {"korea", "coree", "corea", "корея", "كوريا"}


def test_only_the_names_meant_to_be_ambiguous_are():
    """A name that two States come to share is seen here before it is refused to anyone."""
    assert {name for name, codes in directory().states.items() if len(codes) > 1} == BOTH_KOREAS


def test_no_name_is_the_code_of_another_state():
    """Codes come first, so no name may be hidden behind one."""
    hidden = {name for name, codes in directory().states.items() if is_state(name.upper()) and codes != (name.upper(),)}

    assert hidden == set()


def test_no_place_outside_the_list_bears_a_states_name():
    """A name that a State shares with a territory would be taken for the State without a word."""
    outside = {fold(name): code for code, name in library.names() if code not in states()}

    assert outside.keys() & directory().states.keys() == set()


def test_every_state_has_a_name_to_show_in_each_language():
    """No page shows a blank, and no two States look alike."""
    for language in library.LANGUAGES:
        shown = [state_name(code, language) for code in all_states()]

        assert all(name.strip() == name != "" for name in shown)
        assert len(set(shown)) == len(shown)


def test_the_tables_speak_of_listed_states_only():
    """A typing error in a code of a table would send a name nowhere."""
    codes = {code for code, _ in [*formal_names(), *aliases()]}

    assert codes <= set(all_states())


def test_no_alias_is_written_twice():
    """One spelling of an alias is enough, for all that folds alike; a code needs none."""
    rows = [(code, fold(name)) for code, name in aliases()] + [(code, code.lower()) for code in all_states()]

    assert sorted(rows) == sorted(set(rows))


def test_an_invented_state_resembles_no_real_one():
    """Nobody who mistypes a real State is led to an invented one, nor the other way round."""
    real = [name for name, codes in directory().states.items() if codes[0] in all_states()]
    invented = [fold(name) for name in demonstration().values()]
    alike = {(one, other) for one in invented for other in real if fuzz.ratio(one, other) >= 84}
    twins = {(one, other) for one in invented for other in invented if one < other and fuzz.ratio(one, other) >= 84}

    assert alike == twins == set()


def test_invented_states_use_the_codes_left_free_for_users():
    """An invented State never takes the code of a real one."""
    assert all(is_state(code) and code not in all_states() for code in demonstration())


def test_the_libraries_are_read_only_when_a_name_is_asked():
    """A command that names nobody does not wait for the libraries."""
    script = "import sys, domain.names; sys.exit(bool({'pycountry', 'babel', 'rapidfuzz'} & sys.modules.keys()))"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_the_directory_is_built_in_the_blink_of_an_eye():
    """The first name asked for after a start is answered at once."""
    started = time.perf_counter()
    directory.__wrapped__()

    assert time.perf_counter() - started < 5
