"""What the service asks itself before anybody does."""

import logging

import pytest
from databases import BOTH
from serving import record

from adapters.slack.warming import warm
from adapters.wiring import Service

pytestmark = BOTH


def test_nothing_comes_of_it(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    """On a record without facts, and on one with some, every question is answered, and nothing is recorded."""
    with caplog.at_level(logging.ERROR):
        warm(service)
        record(service, "make-pledge", donor="XBB", state="XAA")
        record(service, "shift-support", donor="XBB", state="XAA", direction="end", unexplained=True)
        before = service.recorder.last_position()
        warm(service)

    assert (service.recorder.last_position(), caplog.records) == (before, [])
