"""The same small field on record, with two schedulers, which die, and a Slack that is away at times."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from threading import Thread
from typing import Any

from builders import a_command, a_contact, a_pledge, a_shift, an_explanation, euros
from slack_sdk import WebClient

from adapters.outbox.wire import slack_clients
from adapters.posting import PostOffice
from adapters.reminders.kind import Reminding
from adapters.workspaces import Workspaces
from domain.command import Command
from domain.errors import DomainError
from projections.audience import COORDINATORS, STATES_PARTIES

from .model import PLEDGED, Model
from .walking import Walk, office

BUT_A_MINUTE = 61.0
"""Longer than a lease."""


class Killed(BaseException):
    """The process ends here."""


@dataclass
class Field:
    """`here` and `there` are two processes on one database."""

    here: Walk
    there: Walk
    model: Model
    ids: dict[str, str] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)

    def begin(self, day: date) -> None:
        """What is on record from the first day on."""
        for channel in ("C4", "C5"):
            self.here.slack.workspace.add_channel(channel)
        routes = {"about": ["deadlines", "outcomes", "explanations"]}
        self.record(day, "set-route", donor="XBB", channel="C4", **routes)
        self.record(day, "set-route", state="XAB", channel="C5", **routes)
        self.record(day, "record-coverage", what="article7", from_on="2021-01-01")
        said = {
            "money": euros(1000),
            "occurred_on": PLEDGED.isoformat(),
            "tranches": [{"year": 2021, "money": euros(1000)}],
        }
        self.ids["pledge"] = self.keep(day, a_pledge(**said))
        said = {"title": "MSP", "kind": "msp", "on": self.model.meeting.isoformat()}
        self.ids["meeting"] = self.record(day, "schedule-meeting", **said)

    def record(self, day: date, name: str, **body: Any) -> str:
        """By name."""
        return self.keep(day, a_command(name, **body))

    def keep(self, day: date, command: Command) -> str:
        """Before nine."""
        return self.here.recorded(day, command)

    def happens(self, day: date, name: str, number: int) -> None:
        """Something happens, in the record and in the model; or it is refused, and in neither."""
        try:
            getattr(self, name)(day, number)
        except DomainError:
            return

    def join(self, day: date, number: int) -> None:
        state = ("XAA", "XAB")[number % 2]
        if state in self.model.joined:
            return
        self.record(day, "record-accession", state=state, deposited_on="2010-09-07", action="ratification")
        if state == "XAB":
            anchor = self.model.term.replace(year=self.model.term.year - 10).isoformat()
            self.ids["obligation"] = self.record(day, "declare-obligation", state=state, article=4, anchor_on=anchor)
        self.model.joined.add(state)

    def file(self, day: date, number: int) -> None:
        state = ("XAA", "XAB")[number % 2]
        filed_on = (day - timedelta(number % 20)).isoformat()
        self.record(day, "file-article7-report", state=state, kind="annual", year=2020, filed_on=filed_on)
        self.model.filed.add(state)

    def move(self, day: date, number: int) -> None:
        on = day + timedelta(30 + number)
        self.record(day, "move-meeting", meeting_id=self.ids["meeting"], on=on.isoformat())
        self.model.meeting = on

    def ask(self, day: date, _: int) -> None:
        said = {"until": "2025-01-31", "lodged_on": day.isoformat()}
        self.record(day, "request-extension", state="XAB", article=4, **said)
        self.model.asked.append(day)

    def grant(self, day: date, number: int) -> None:
        until = day + timedelta(number)
        said = {"until": until.isoformat(), "decided_on": day.isoformat(), "decided_by": "silence_procedure"}
        self.record(day, "decide-extension", state="XAB", article=4, **said)
        self.model.granted.append(day)
        self.model.term = until

    def fulfil(self, day: date, _: int) -> None:
        self.record(day, "fulfil-obligation", state="XAB", article=4, declared_on=day.isoformat())
        self.model.fulfilled = True

    def withdraw(self, day: date, number: int) -> None:
        leaves = day + timedelta(number % 300)
        said = {"notified_on": day.isoformat(), "effective_on": leaves.isoformat()}
        self.record(day, "record-withdrawal", state="XAB", **said)
        self.model.leaves = leaves

    def agree(self, day: date, number: int) -> None:
        due_on = day + timedelta(number)
        if self.model.outcome is None:
            said = {"text": "Send it", "owner": "XBB", "due_on": due_on.isoformat()}
            self.ids["outcome"] = self.record(day, "record-outcome", meeting_id=self.ids["meeting"], **said)
        else:
            (event,) = self.here.record.history(COORDINATORS, state="XBB", kind="outcome.recorded")
            said = {"changes": {"due_on": due_on.isoformat()}, "why": "Misheard."}
            self.record(day, "correct", event_id=event["event_id"], **said)
        self.model.outcome = due_on

    def carry(self, day: date, _: int) -> None:
        if self.model.outcome:
            self.record(day, "carry-forward", outcome_id=self.ids["outcome"], meeting_id=self.ids["meeting"])

    def close(self, day: date, _: int) -> None:
        if self.model.outcome:
            self.record(day, "close-outcome", outcome_id=self.ids["outcome"], result="done", text="Sent.")
            self.model.closed = True

    def pay(self, day: date, _: int) -> None:
        self.record(day, "disburse-pledge", pledge_id=self.ids["pledge"], money=euros(1000))
        self.model.paid = True

    def shift(self, day: date, number: int) -> None:
        since, name = day - timedelta(number % 100), f"shift {len(self.model.shifts)}"
        said = {"occurred_on": since.isoformat(), "pledge_id": self.ids["pledge"]}
        self.ids[name] = self.keep(day, a_shift(amount=1, **said))
        self.model.shifts[name] = since

    def explain(self, day: date, number: int) -> None:
        waiting = sorted(set(self.model.shifts) - self.model.explained)
        if waiting:
            inferred = number % 4 == 0
            source = {"reason_source": "coordinator_inference"} if inferred else {}
            self.keep(day, an_explanation(self.ids[waiting[0]], **source))
            self.model.explained |= set() if inferred else {waiting[0]}

    def contact(self, day: date, number: int) -> None:
        on = day - timedelta(number % 100)
        self.keep(day, a_contact(on=on.isoformat()))
        self.model.contact = max(self.model.contact, on)

    def press(self, day: date, number: int) -> None:
        """Acknowledge or snooze the last reminder of something, or both, in the common channel."""
        told = [each for each in self.here.record.queries.reminders(STATES_PARTIES) if each["channel"] == "C1"]
        if not told:
            return
        name = self.named(told[number % len(told)]["deadline_id"])
        last = [each for each in told if self.named(each["deadline_id"]) == name][-1]
        if number % 3:
            until = day + timedelta((1, 7, 30)[number % 5 % 3])
            self.record(day, "snooze-reminder", reminder_id=last["id"], until=until.isoformat())
            self.model.snooze(name, until)
        if number % 3 != 1:
            self.record(day, "acknowledge-reminder", reminder_id=last["id"])
            self.model.acknowledge(name)

    def named(self, deadline_id: str) -> str:
        """A deadline by the model's name."""
        thing, _, rest = deadline_id.partition(":")
        kind, _, number = rest.partition(":")
        of = {each: name for name, each in self.ids.items()}.get(thing, thing)
        if kind == "lodging":
            return f"lodging {number or 0}"
        return {"term": "term", "annual": f"report {thing}", "tranche": "tranche"}.get(
            kind, "contact" if rest.endswith("contact") else of
        )

    def passes(self, day: date, how: str) -> None:
        """Both look as the day's `how` has it; unless Slack is away, one of them comes to an end."""
        at = datetime.combine(day, time(9), self.here.record.settings.zone)
        for each in (self.here, self.there):
            each._turn_to(day)
        here, there = self._office(self.here), self._office(self.there)
        if how == "deaf":
            nowhere = self.here.record.settings.model_copy(update={"slack_api_url": "http://127.0.0.1:9/api/"})
            self._office(self.here, clients=slack_clients(Workspaces(nowhere, self.here.record.engine))).ticker.tick(at)
        elif how == "apart":
            there.ticker.tick(at)
        elif how == "crossed":
            here.ticker.take_in(at)
            there.ticker.take_in(at)
            there.sender.send_all(at_once=False)
        elif how == "together":
            both = [Thread(target=each.ticker.tick, args=[at]) for each in (here, there)]
            for each in both:
                each.start()
            for each in both:
                each.join()
        elif how.startswith("killed"):
            doomed = self._office(self.there, clients=_mortal(slack_clients(self.there.record.workspaces), how))
            if how == "killed before its proof":
                doomed.sender._postman._kinds["reminder"] = _Unproven(self.there.record)  # type: ignore[index]
            with suppress(Killed):
                doomed.ticker.tick(at)
            self.here.slack.advance(BUT_A_MINUTE)
        if how not in {"deaf", "outage"}:
            here.ticker.tick(at)
        if how == "apart":  # somebody whose clock is behind sends nothing
            there.ticker.tick(at - timedelta(days=200))
        self.here.slack.advance(BUT_A_MINUTE)
        self.here.record.projector.catch_up()

    def _office(self, walk: Walk, **given: Any) -> PostOffice:
        """A process on Slack's own clock; it begins anew each day."""
        return office(walk.record, walk.watch, now=walk.slack.now, pause=walk.slack.advance, **given)


class _Unproven(Reminding):
    def arrived(self, *_: object) -> None:
        raise Killed


def _mortal(clients: Callable[[str], WebClient], how: str) -> Callable[[str], WebClient]:
    class Mortal(WebClient):
        def chat_postMessage(self, **said: Any) -> Any:  # noqa: N802 - Slack's name
            if how == "killed before the post":
                raise Killed
            answer = super().chat_postMessage(**said)
            if how == "killed after the post":
                raise Killed
            return answer

    real = clients("")
    mortal = Mortal(real.token, base_url=real.base_url, retry_handlers=[])
    return lambda _: mortal
