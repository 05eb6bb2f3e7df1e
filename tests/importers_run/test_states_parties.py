"""The import of who signed, joined and left."""

import os
from pathlib import Path

import pytest
from builders import COORDINATOR, NOW, Clock, Kept

from adapters.importers import states_parties
from adapters.importers.line import UnreadableFile
from adapters.importers.run import Import, Outcome
from projections.audience import PUBLIC

_PROJECT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("ICA_REAL_DATA", _PROJECT.parent / "shared" / "data"))
REAL = FOLDER / "treaty" / "ccm_participants.csv"
HEADER = "iso3,name,signature,deposit,action,status,withdrawal_notified,withdrawal_effective\n"
SOUND = """BIH,Bosnia and Herzegovina,2008-12-03,2010-09-07,Ratification,party,,
AGO,Angola,2008-12-03,,,signatory,,
LTU,Lithuania,2008-12-03,2011-03-24,Ratification,withdrawn,2024-09-06,2025-03-06
"""

real = pytest.mark.skipif(not REAL.is_file(), reason=f"{REAL} is not there; ICA_REAL_DATA names another folder")


def imported(record: Kept, path: Path) -> Outcome:
    """Import a file, then let the views follow."""
    outcome = Import(record, COORDINATOR).run(states_parties.read(path))
    record.projector.catch_up()
    return outcome


def written(folder: Path, rows: str, header: str = HEADER) -> Path:
    """A table in a file."""
    path = folder / "states.csv"
    path.write_text(header + rows, encoding="utf-8")
    return path


def test_rows_are_taken(record: Kept, tmp_path: Path) -> None:
    """Each row says where its State stands, for everybody to see."""
    outcome = imported(record, written(tmp_path, SOUND))
    assert (outcome.taken, outcome.known, outcome.refused) == (3, 0, [])
    standing = record.queries.standing(PUBLIC, NOW)
    assert {state: each["status"] for state, each in standing.items()} == {
        "BIH": "party",
        "AGO": "signatory",
        "LTU": "withdrawn",
    }
    assert standing["BIH"]["entry_into_force"] == "2011-03-01"
    assert standing["LTU"]["withdrawal_effective_on"] == "2025-03-06"


def test_a_repeat_is_known(record: Kept, tmp_path: Path) -> None:
    """The same file again records nothing."""
    path = written(tmp_path, SOUND)
    imported(record, path)
    before = record.recorder.last_position()
    outcome = imported(record, path)
    assert (outcome.taken, outcome.known, outcome.refused) == (0, 3, [])
    assert record.recorder.last_position() == before


def test_a_bad_row_is_refused_with_its_line(record: Kept, tmp_path: Path) -> None:
    """What is wrong is named with its line and field, the rest is taken, and nothing of a bad row stays."""
    bad = "MDA,Moldova,2008-12-03,2010-02-30,Ratification,party,,\n,,2008-12-03,,,,,\nNOR,Norway,,,,,,\n"
    outcome = imported(record, written(tmp_path, SOUND + bad))
    assert (outcome.taken, [line for line, _ in outcome.refused]) == (3, [5, 6, 7])
    why = [text for _, text in outcome.refused]
    assert why[0].startswith("deposit: ")
    assert why[1].startswith("iso3: ")
    assert why[2].startswith("signature, deposit: ")
    assert "MDA" not in record.queries.standing(PUBLIC, NOW)


def test_another_table_is_not_read(tmp_path: Path) -> None:
    """A file without the columns is refused as a whole, naming those it lacks."""
    with pytest.raises(UnreadableFile, match="deposit"):
        states_parties.read(written(tmp_path, "BIH,2008-12-03\n", "iso3,signature\n"))


@real
def test_the_real_table_is_taken_whole(record: Kept, clock: Clock) -> None:
    """All 125 rows of the depositary's table are taken, and Lithuania has withdrawn."""
    clock.set("2026-01-15")
    outcome = imported(record, REAL)
    assert (outcome.taken, outcome.refused) == (125, [])
    assert record.queries.standing(PUBLIC, NOW)["LTU"]["status"] == "withdrawn"
