"""A workspace, a record with its bot beside it, and two people: U1 coordinates, U2 is not linked."""

from collections.abc import Iterator
from typing import Any

import pytest
from fake_slack import FakeSlack, Human
from field import strict
from serving import BY_HTTP, SECRET, link, opened, record, record_beside, served

from adapters.wiring import Service


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """Nothing that Slack refuses goes unnoticed."""
    with strict() as fake:
        yield fake
        assert fake.socket.strange == []


@pytest.fixture
def transport(request: pytest.FixtureRequest) -> str:
    """How Slack reaches the service; BOTH_TRANSPORTS runs a test on either."""
    return getattr(request, "param", BY_HTTP)


@pytest.fixture
def service(slack: FakeSlack, database: str, transport: str) -> Iterator[Service]:
    """The running record; U1 is a Coordinator."""
    with record_beside(slack, database, transport=transport) as running:
        link(running, "T1/U1", "coordinator")
        yield running


@pytest.fixture
def address(service: Service) -> Iterator[str]:
    """Where Slack's payloads go."""
    with served(service) as url:
        yield url


@pytest.fixture
def ana(slack: FakeSlack, address: str) -> Human:
    """A Coordinator."""
    return Human(slack, address, SECRET)


@pytest.fixture
def ben(slack: FakeSlack, address: str) -> Human:
    """Somebody the record does not know."""
    return Human(slack, address, SECRET, user="U2")


@pytest.fixture
def form(slack: FakeSlack, ana: Human) -> Any:
    """The form as Ana has it before her."""
    return opened(slack, ana, "shift")


@pytest.fixture
def meeting(service: Service) -> str:
    """A meeting that was held."""
    meeting = record(service, "schedule-meeting", title="Spring meeting", kind="affected", on="2025-04-08")
    record(service, "hold-meeting", meeting_id=meeting, attended=["LAO", "TCD", "LBN", "AUS"], occurred_on="2025-04-08")
    return meeting
