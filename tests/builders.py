"""What tests record and with what: commands with defaults, people with roles, a clock to set, a record on disk."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import orjson
import pytest

from adapters.settings import Settings
from adapters.wiring import Service, open_service
from domain import names
from domain.actor import Actor, Grant
from domain.command import COMMANDS, Command
from domain.errors import DomainError, InvalidCommand
from domain.memory import Receipt
from domain.parsing import read_fields
from domain.words import Role
from projections.audience import Audience
from projections.filters import HistoryFilter, PledgeFilter, RequestFilter, ShiftFilter
from projections.moment import Moment
from projections.page import LARGEST, Listing, Page

NOW = Moment()
ALL = Page(LARGEST)
_KEYS = count(1)


def someone(role: str, *parties: str, name: str | None = None) -> Actor:
    """A person with one role: `someone("state", "XAA")`."""
    grant = Grant(Role(role), frozenset(parties))
    return Actor(name or f"token:{grant.label.replace(' ', '-')}", (grant,))


COORDINATOR = someone("coordinator")
AUDITOR = someone("auditor")


class Clock:
    """A clock that tests set. It moves a millisecond at each look: no two facts share a moment."""

    def __init__(self, day: str = "2025-06-15") -> None:
        self.set(day)

    def set(self, day: str, hour: str = "12:00") -> None:
        """The day it is, in UTC."""
        self._at = moment(day, hour)

    def __call__(self) -> datetime:
        self._at += timedelta(milliseconds=1)
        return self._at


def moment(day: str, hour: str = "12:00") -> datetime:
    """A time of a day, in UTC."""
    return datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=UTC)


@dataclass
class Kept(Service):
    """A record on disk with a clock to set; what it records its views show at once."""

    clock: Clock

    def now(self) -> datetime:
        """The moment on the test's clock."""
        return self.clock()

    def handle(self, command: Command) -> Receipt:
        """Record a command by the writer, then let the views follow."""
        receipt = self.writer.handle(command)
        self.projector.catch_up()
        return receipt

    def refusal(self, command: Command) -> DomainError:
        """Why a command is refused; nothing of it is recorded."""
        before = self.recorder.last_position()
        with pytest.raises(DomainError) as refused:
            self.handle(command)
        assert self.recorder.last_position() == before
        return refused.value

    def requests(self, viewer: Audience, moment: Moment = NOW, **asked: Any) -> list[dict[str, Any]]:
        """Requests that a viewer sees."""
        return _read(self.queries.requests(viewer, RequestFilter(**asked), ALL, moment))

    def pledges(self, viewer: Audience, moment: Moment = NOW, **asked: Any) -> list[dict[str, Any]]:
        """Pledges that a viewer sees."""
        return _read(self.queries.pledges(viewer, PledgeFilter(**asked), ALL, moment))

    def shifts(self, viewer: Audience, moment: Moment = NOW, **asked: Any) -> list[dict[str, Any]]:
        """Shifts that a viewer sees."""
        return _read(self.queries.shifts(viewer, ShiftFilter(**asked), ALL, moment))

    def totals(self, viewer: Audience, moment: Moment = NOW, **asked: Any) -> dict[str, Any]:
        """Totals over what a viewer sees."""
        return self.queries.totals(viewer, PledgeFilter(**asked), moment)

    def history(self, viewer: Audience, moment: Moment = NOW, state: str = "XAA", **asked: Any) -> list[dict[str, Any]]:
        """A State's or donor's history as a viewer sees it."""
        return _read(self.queries.state_history(viewer, state, HistoryFilter(**asked), ALL, moment))

    def log(self, viewer: Audience, moment: Moment = NOW, event_id: str | None = None) -> list[dict[str, Any]]:
        """Events that a viewer sees."""
        return _read(self.queries.log(viewer, ALL, moment, event_id))

    def decisions(self, viewer: Audience, moment: Moment = NOW, state: str = "XAA") -> list[dict[str, Any]]:
        """Why support of XBB to a State changed, as a viewer sees it."""
        found: list[dict[str, Any]] = self.queries.explanations(viewer, "XBB", state, moment)["decisions"]
        return found


def _read(listing: Listing) -> list[dict[str, Any]]:
    assert listing.after is None, "more than one page"
    return [orjson.loads(item) for item in listing.items]


def open_record(place: Path | str, clock: Clock) -> Kept:
    """A record in a file or at an address, on a clock of one's own; nothing follows the log unless told to."""
    url = place if isinstance(place, str) else f"sqlite:///{place}"
    return Kept(**vars(open_service(Settings(database_url=url), clock)), clock=clock)


def euros(amount: int | str) -> dict[str, str]:
    """Money as a body holds it."""
    return {"amount": str(amount), "currency": "EUR"}


def a_command(name: str, /, *, by: Actor = COORDINATOR, key: str | None = None, **body: Any) -> Command:
    """Any command from plain JSON, under a key of its own unless given; a None leaves a field out."""
    if_match = body.pop("if_match", None)
    values, errors = read_fields(COMMANDS[name], body, names)  # type: ignore[arg-type]
    if errors:
        raise InvalidCommand(errors)
    return COMMANDS[name](by=by, key=key or f"test-{next(_KEYS)}", if_match=if_match, **values)


def a_request(state: str = "XAA", **said: Any) -> Command:
    """A State asks for assistance."""
    body = {"article": 4, "nature": ["financial"], "need": "Clear the northern districts."} | said
    return a_command("submit-request", state=state, **body)


def a_pledge(donor: str = "XBB", state: str = "XAA", **said: Any) -> Command:
    """A donor announces 100 euros; `money=None` leaves the amount unknown."""
    return a_command("make-pledge", donor=donor, state=state, **{"money": euros(100)} | said)


def a_commitment(pledge_id: str, amount: int | str = 100, **said: Any) -> Command:
    """A donor signs."""
    return a_command("commit-pledge", pledge_id=pledge_id, **{"money": euros(amount)} | said)


def a_payment(pledge_id: str, amount: int | str = 40, **said: Any) -> Command:
    """A donor pays."""
    return a_command("disburse-pledge", pledge_id=pledge_id, **{"money": euros(amount)} | said)


def a_receipt(pledge_id: str, amount: int | str = 40, **said: Any) -> Command:
    """A State says what arrived."""
    return a_command("report-receipt", pledge_id=pledge_id, **{"money": euros(amount)} | said)


def a_reversal(pledge_id: str, amount: int | str = 10, *, of: str = "payment", **said: Any) -> Command:
    """A payment or commitment taken back in the giver's books."""
    body = {"money": euros(amount), "why": "Returned unspent."} | said
    return a_command(f"reverse-{of}", pledge_id=pledge_id, **body)


def a_shift(direction: str = "cut", amount: int | str | None = 30, **said: Any) -> Command:
    """Support shifts, unexplained unless a reason is given."""
    body: dict[str, Any] = {"donor": "XBB", "state": "XAA", "direction": direction}
    body["money"] = None if amount is None else euros(amount)
    if direction == "redirect":
        body["to_state"] = "XAB"
    if direction != "increase" and "reason" not in said:
        body["unexplained"] = True
    return a_command("shift-support", **body | said)


def stated(text: str = "The new strategy turns elsewhere.", source: str = "donor_stated") -> dict[str, str]:
    """A reason, and whose words it is."""
    return {"reason": "strategy_change", "reason_text": text, "reason_source": source}


def an_explanation(shift_id: str, **said: Any) -> Command:
    """A reason given late, by the donor unless said otherwise."""
    return a_command("explain-shift", shift_id=shift_id, **stated() | said)


def a_contact(donor: str = "XBB", state: str = "XAA", on: str = "2025-02-01", **said: Any) -> Command:
    """A donor is briefed."""
    return a_command("record-contact", donor=donor, state=state, on=on, **{"kind": "briefing"} | said)


def a_report(state: str = "XAA", year: int = 2024, **said: Any) -> Command:
    """A State files its annual Article 7 report."""
    body = {"kind": "annual", "filed_on": f"{year + 1}-04-28"} | said
    return a_command("file-article7-report", state=state, year=year, **body)


def a_rate(currency: str = "EUR", usd_rate: str = "1.1", on: str = "2025-01-01", **said: Any) -> Command:
    """A currency's worth in dollars on a day."""
    body = {"source": {"kind": "other", "ref": "rates"}} | said
    return a_command("record-rate", currency=currency, usd_rate=usd_rate, on=on, **body)


def a_correction(event_id: str, **changes: Any) -> Command:
    """A fact put right; nulls are kept, since they take a value away."""
    by, key = changes.pop("by", COORDINATOR), changes.pop("key", None)
    return a_command("correct", event_id=event_id, changes=changes, why="Wrong in the minutes.", by=by, key=key)


def a_retraction(event_id: str, **said: Any) -> Command:
    """A fact that never was."""
    return a_command("correct", event_id=event_id, retract=True, **{"why": "It never happened."} | said)


def an_announcement(about: str, visibility: str = "public", **said: Any) -> Command:
    """Who may see is decided anew."""
    return a_command("change-visibility", about=about, visibility=visibility, **{"why": "Announced."} | said)
