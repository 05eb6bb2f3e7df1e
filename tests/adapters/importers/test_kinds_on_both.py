"""Each kind of file is taken, named where unsound and known again, on SQLite and PostgreSQL alike."""

from pathlib import Path

import pytest
from builders import AUDITOR
from databases import BOTH
from iati_files import a_file, a_transaction, an_activity

from adapters.importers import article7, command_table, iati, states_parties
from adapters.importers.run import Import
from domain.actor import Actor
from projections.audience import audience_of

pytestmark = BOTH
BY = Actor("cli:test", operator=True)


def _table(folder: Path, *lines: str) -> Path:
    path = folder / "table.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


KINDS = {
    "iati": lambda folder: iati.read(
        a_file(
            folder,
            an_activity(a_transaction("2", "90"), a_transaction(), a_transaction(), a_transaction("4", "-1")),
            an_activity(a_transaction(value="?"), identifier="B"),
        )
    ),
    "article7": lambda folder: article7.read(
        _table(folder, "state,kind,year,filed_on", "XAA,annual,2023,2024-04-01", "XAA,annual,2023,soon")
    ),
    "csv": lambda folder: command_table.read(
        _table(folder, "donor,state", "XBB,XAA", "XBB,XAA", "XBB,XBB"), command="make-pledge"
    ),
    "states-parties": lambda folder: states_parties.read(
        _table(folder, ",".join(states_parties.COLUMNS), "XAA,,2009-01-01,2010-01-01,accession,,,", ",Mars,,,,,,")
    ),
}
FACTS = {
    "iati": ["pledge.made", "pledge.committed", *["pledge.disbursed"] * 2, "payment.reversed"],
    "article7": ["report.filed"],
    "csv": ["pledge.made"] * 2,
    "states-parties": ["convention.signed", "convention.joined"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_taken_named_and_known_again(kind, record, tmp_path):
    """What is sound becomes facts, the unsound line is refused by number, and a repeat changes nothing."""
    taking = Import(record, BY, same_key_is_known=kind != "csv")
    outcome = taking.run(KINDS[kind](tmp_path))
    record.projector.catch_up()
    log = record.log(audience_of(AUDITOR))
    assert [event["kind"] for event in log] == FACTS[kind]
    ((number, why),) = outcome.refused
    assert number == outcome.taken + (1 if kind == "iati" else 2), why

    again = taking.run(KINDS[kind](tmp_path))
    record.projector.catch_up()
    assert (again.taken, again.known, again.refused) == (0, outcome.taken, outcome.refused)
    assert record.log(audience_of(AUDITOR)) == log
