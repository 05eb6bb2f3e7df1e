"""A record of its own, in which Estovar owes, asks and plans, with the same server and browser as for other pages."""

import pytest
from builders import Clock, open_record
from field_pages.field_facts import tell
from pages.conftest import address, browser, ids, public, visit
from pages.test_page_browser import look

__all__ = ["address", "browser", "ids", "look", "public", "visit"]


@pytest.fixture(scope="package")
def story(tmp_path_factory):
    """The record with its story, on the day 2025-06-15, and the ids of what was told."""
    kept = open_record(tmp_path_factory.mktemp("field") / "record.db", Clock())
    ids_by_name = tell(kept)
    kept.clock.set("2025-06-15")
    yield kept, ids_by_name
    kept.close()
