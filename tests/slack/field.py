"""A record with as many things of every kind as wanted, and words in them of one's own choosing."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fake_slack import FakeSlack
from serving import OPERATOR, link, record_beside

from adapters.wiring import Service

EUROS = {"amount": "1500000", "currency": "EUR"}
STATES = [f"X{first}{second}" for first in "ABCDEFGH" for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]


@contextmanager
def strict() -> Iterator[FakeSlack]:
    """A workspace in which nothing that Slack refuses goes unnoticed."""
    with FakeSlack() as fake:
        yield fake
        assert fake.refusals == []


@contextmanager
def filled(slack: FakeSlack, folder: Path, told: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Service]:
    """A record with a thing of every kind for each of these words; U1 is a Coordinator."""
    with record_beside(slack, f"sqlite:///{folder}/field.db") as running:
        link(running, "T1/U1", "coordinator")
        for number, (words, also) in enumerate(told):
            fill(running, number, words, **also)
        finish(running)
        yield running


def fill(service: Service, number: int, words: str, **also: Any) -> None:
    """One thing of every kind, about a State and a donor of its own; `also` is said of each."""
    state, donor, name = STATES[number % 200], "NOR" if number % 2 else "SWE", f"{number}-{words[:40]}"

    def record(command: str, key: str, **body: Any) -> None:
        told = service.coordination.receive(OPERATOR, command, body | also, f"{name}-{key}")
        _WAITING.append(service.writer.submit(told))

    key = f"key:{name}"
    record("record-accession", "joined", state=state, deposited_on="2012-03-02", action="accession", note=words)
    record("declare-obligation", "bound", state=state, article=4, note=words)
    record("submit-request", "request", state=state, article=5, nature=["financial"], need=words, money=EUROS)
    record("make-pledge", "pledge", donor=donor, state=state, money=EUROS, in_kind=words, authorised_by=words)
    record("commit-pledge", "committed", pledge_id=f"{key}-pledge", money=EUROS, agreement_ref=words)
    record("shift-support", "shift", donor=donor, state=state, pledge_id=f"{key}-pledge", direction="cut",
           money=EUROS, unexplained=True, note=words)  # fmt: skip
    record("record-contact", "contact", state=state, donor=donor, kind="letter", on="2025-01-02", text=words)
    record("publish-profile", "profile", donor=state, articles=[4, 5], natures=["financial"], regions=["Africa"],
           contact=words)  # fmt: skip
    record("schedule-meeting", "meeting", title=words[:200], kind="joint", on="2025-02-03")
    record("hold-meeting", "held", meeting_id=f"{key}-meeting", attended=[state, donor], summary=words)
    record("record-outcome", "outcome", meeting_id=f"{key}-meeting", text=words, owner=state, due_on="2027-01-01")


def finish(service: Service) -> None:
    """Until all of it is on record and the views show it."""
    receipts = [each.result(30) for each in _WAITING]
    _WAITING.clear()
    assert service.projector.wait_for(max(each.position for each in receipts), 60)


_WAITING: list[Any] = []
