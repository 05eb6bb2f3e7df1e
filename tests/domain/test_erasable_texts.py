"""Notes and texts are stored encrypted, each with a key of its own; without the key the words are gone."""

import sqlite3

import pytest
from builders import a_contact, a_correction, a_pledge, a_request, a_retraction
from cryptography.exceptions import InvalidTag
from databases import ON_FILES

from adapters.event_store.texts import ERASED, seal, unseal
from adapters.projector import start_over
from projections.audience import AUDITORS

WORDS = "Jane Roe of the ministry"


@pytest.fixture
def written(record):
    """Facts with erasable words in each of the places where there are some; nothing was projected."""
    contact = record.writer.handle(a_contact(text=f"{WORDS} listened.", note=f"{WORDS} asked."))
    request = record.writer.handle(a_request(note=f"{WORDS} wrote."))
    record.writer.handle(a_correction(contact.id, text=f"{WORDS} spoke."))
    record.writer.handle(a_correction(request.id, note=f"{WORDS} called."))
    record.writer.handle(a_retraction(record.writer.handle(a_pledge()).id, note=f"{WORDS} was wrong."))
    return record


def bytes_on_disk(record):
    path = record.settings.database_path
    return b"".join(each.read_bytes() for each in sorted(path.parent.iterdir()) if each.name.startswith(path.name))


def erase_all(record):
    with sqlite3.connect(record.settings.database_path) as beside:
        beside.execute("PRAGMA secure_delete=ON")
        keys = beside.execute("DELETE FROM text_keys RETURNING event_id").fetchall()
    beside.close()
    return len(keys)


@ON_FILES
def test_the_log_never_holds_them_in_clear(written):
    """Neither the database nor its write-ahead log: a copy of the file without its keys tells nothing."""
    assert b"pledge.made" in bytes_on_disk(written), "searched the right files"

    assert WORDS.encode() not in bytes_on_disk(written)


@ON_FILES
def test_who_may_see_reads_them(written):
    """While the key is there they read like any other words."""
    written.projector.catch_up()

    shown = str(written.log(AUDITORS))
    for word in ("listened", "asked", "wrote", "spoke", "called", "was wrong"):
        assert f"{WORDS} {word}." in shown


@ON_FILES
def test_without_its_key_a_text_is_gone_and_the_rest_stands(written):
    """The words are nowhere any more; days, parties, figures and hashes are as they were."""
    written.projector.catch_up()
    before = written.log(AUDITORS)

    assert erase_all(written) == 5, "a key for each fact with words"
    with written.engine.execution_options(writes=True).begin() as connection:
        start_over(connection)
    written.projector.catch_up()

    after = written.log(AUDITORS)
    assert WORDS not in str(after)
    assert str(after).count(ERASED) == str(before).count(WORDS)
    kept = ("event_id", "position", "kind", "occurred_on", "recorded_at", "recorded_by", "donor", "recipient", "proof")
    assert [[each[name] for name in kept] for each in after] == [[each[name] for name in kept] for each in before]


@ON_FILES
def test_no_trace_is_left_on_disk_once_the_views_are_made_anew(written):
    """After the erasure, a rebuild and a vacuum the file holds the words in no page."""
    written.projector.catch_up()
    erase_all(written)
    with written.engine.execution_options(writes=True).begin() as connection:
        start_over(connection)
    written.projector.catch_up()
    path = written.settings.database_path
    written.close()

    with sqlite3.connect(path) as beside:
        beside.execute("VACUUM")
        beside.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    beside.close()

    assert WORDS.encode() not in bytes_on_disk(written)


@ON_FILES
def test_each_fact_has_a_key_of_its_own(written):
    """One is erased without the others."""
    with sqlite3.connect(written.settings.database_path) as beside:
        keys = beside.execute("SELECT event_id, key FROM text_keys").fetchall()
    beside.close()

    assert len({key for _, key in keys}) == len(keys) == 5
    assert {len(key) for _, key in keys} == {32}


def test_a_sealed_text_is_bound_to_its_fact():
    """A box moved to another fact does not open there, even with its key: words cannot be put into another's record."""
    sealed, key = seal({"note": WORDS}, ("note",), "one fact")

    assert unseal(sealed, ("note",), "one fact", lambda _: key) == {"note": WORDS}
    with pytest.raises(InvalidTag):
        unseal(sealed, ("note",), "another fact", lambda _: key)
