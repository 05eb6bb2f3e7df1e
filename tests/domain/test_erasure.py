"""`erase-texts`: the words are gone from every table and page, the rest of the record stands as it was."""

from pathlib import Path

import pytest
from builders import COORDINATOR, Kept, a_command, a_contact, a_correction, a_request, a_retraction
from databases import BOTH
from sqlalchemy import inspect, text

from adapters.erasing import sweep
from adapters.event_store.texts import ERASED
from domain.actor import Actor
from domain.errors import NotAllowed
from projections.audience import AUDITORS, STATES_PARTIES

pytestmark = BOTH
WORDS = "Jane Roe of the ministry"
OPERATOR = Actor("cli:ana", operator=True)


def an_erasure(event_id: str, by: Actor = OPERATOR):
    """A text must go."""
    return a_command("erase-texts", event_id=event_id, why="The person asked for it.", by=by)


def everywhere(record: Kept) -> str:
    """All rows of all tables; on SQLite the bytes of the file and of what lies beside it too."""
    with record.engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        rows = [[bytes(cell) if isinstance(cell, memoryview) else cell for cell in row]
                for table in tables for row in connection.execute(text(f'SELECT * FROM "{table}"'))]  # fmt: skip
    found = repr(rows)
    if record.settings.database_kind == "sqlite":
        path: Path = record.settings.database_path
        beside = [each for each in path.parent.iterdir() if each.name.startswith(path.name)]
        found += "".join(each.read_bytes().decode("latin-1") for each in beside)
    return found


@pytest.fixture
def statement(record: Kept) -> str:
    """A statement whose text was corrected, beside a contact that also has words."""
    record.handle(a_contact(text="Other words."))
    planned = {"title": "Informal meeting", "kind": "affected", "on": "2025-04-08"}
    said = {"meeting_id": record.handle(a_command("schedule-meeting", **planned)).id, "attribution": "withheld"}
    words = {"text": f"{WORDS} spoke.", "note": f"{WORDS} read it."}
    statement = record.handle(a_command("record-statement", **said, **words)).id
    record.handle(a_correction(statement, text=f"{WORDS} said so."))
    return statement


def test_the_words_are_gone_everywhere(record: Kept, statement: str) -> None:
    """From the views, the log, the file and what lies beside it; those of other facts stay."""
    assert WORDS in everywhere(record)
    record.handle(an_erasure(statement))
    assert sweep(record.settings)

    left = everywhere(record)
    assert WORDS not in left
    assert "Other words." in left


def test_everything_else_stands(record: Kept, statement: str) -> None:
    """Each event is stored in the bytes that were hashed; that it was erased, by whom and why, is on record."""
    stored = "SELECT e.position, e.state, l.leaf_hash FROM stored_events e JOIN leaves l ON l.position = e.position"
    with record.engine.connect() as connection:
        before = {tuple(map(bytes_or_not, row)) for row in connection.execute(text(stored))}
    record.handle(an_erasure(statement))
    with record.engine.connect() as connection:
        after = {tuple(map(bytes_or_not, row)) for row in connection.execute(text(stored))}

    assert len(after - before) == 1
    assert before <= after
    *_, erasure = record.log(AUDITORS)
    assert (erasure["kind"], erasure["recorded_by"]) == ("texts.erased", "cli:ana")
    assert erasure["summary"] == "Erased its words for good: The person asked for it."
    assert str(record.log(STATES_PARTIES)).count(ERASED) > 2


def bytes_or_not(cell: object) -> object:
    """SQLite gives bytes, PostgreSQL a view of them."""
    return bytes(cell) if isinstance(cell, memoryview) else cell


def test_what_holds_no_text_is_not_erased(record: Kept) -> None:
    """A request without a note has no words that may go."""
    request = record.handle(a_request()).id
    assert record.refusal(an_erasure(request)).errors[0].field == "event_id"


def test_an_erasure_is_for_administrators_and_for_good(record: Kept, statement: str) -> None:
    """The Coordinators may not, and nobody takes it back."""
    assert isinstance(record.refusal(an_erasure(statement, by=COORDINATOR)), NotAllowed)
    record.handle(an_erasure(statement))
    *_, erasure = record.log(AUDITORS)
    assert record.refusal(a_retraction(erasure["event_id"])).errors[0].field == "event_id"
