"""Each step of a random story as a command's plain JSON, chosen by four numbers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from builders import COORDINATOR, euros, someone, stated

PEOPLE = [*[COORDINATOR] * 4, someone("state", "XAA"), someone("donor", "XBB")]
DONORS, STATES = ["XBC", "XBB", "XBB", "XBB", "XBB"], ["XAB", "XAA", "XAA", "XAA", "XAA", "XAA", "XAA"]
CIRCLES = [None, None, "public", "states_parties", "coordinators"]
MONEYS = [None, euros(10), euros(25), euros(60), euros(100), {"amount": "30", "currency": "USD"}]
LETTER = {"kind": "letter", "ref": "12"}
REASONS = [{"unexplained": True}, stated(), stated(source="coordinator_inference"), stated(source="recipient_account")]
SETTLED = [{"status": "met"}, {"status": "partly_met"}]
MENDINGS: list[dict[str, Any]] = [
    {"money": euros(15)},
    {"money": euros(80)},
    {"money": None},
    {"money": MONEYS[-1]},
    {"occurred_on": "2025-02-03"},
    {"occurred_on": None},
    {"note": "Put right."},
    {"paid_on": "2025-03-03"},
    {"paid_on": None},
    {"signed_on": "2025-03-03", "money": euros(5)},
    {"need": "Something else."},
    {"until": "2025-01-01"},
    {"from_on": "2026-01-01", "until": "2026-06-01"},
    {"reason": "budget"},
    {"reason_text": None},
    {"usd_rate": "2.5"},
    {"conditions": "As agreed."},
    {"source": None},
    {"article": 5},
    {"reported_by": "XBB"},
]


@dataclass
class Known:
    """The ids that later steps may name."""

    pledges: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    shifts: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)


@dataclass
class Choice:
    """Four numbers, and what they choose."""

    known: Known
    one: int
    two: int
    three: int
    four: int

    @property
    def dated(self) -> dict[str, Any]:
        """What every command takes."""
        return self.common | {"occurred_on": self.day}

    @property
    def common(self) -> dict[str, Any]:
        """Without a day."""
        circle, source = pick(CIRCLES, self.three), pick([None, LETTER], self.four)
        return {"by": pick(PEOPLE, self.four), "visibility": circle, "source": source}

    @property
    def day(self) -> str:
        """A day of the last ten months."""
        return (date(2025, 6, 15) - timedelta(days=self.two * 5)).isoformat()

    @property
    def between(self) -> dict[str, Any]:
        """A donor, a State and an amount."""
        donor, state = pick(DONORS, self.four), pick(STATES, self.three)
        return {"donor": donor, "state": state, "money": pick(MONEYS, self.one)}

    @property
    def of_pledge(self) -> dict[str, Any]:
        """A pledge and an amount."""
        return self.dated | {"pledge_id": self.pledge, "money": pick(MONEYS, self.one)}

    @property
    def pledge(self) -> str:
        """Mostly the first, so that much comes together in one."""
        return pick([pick(self.known.pledges, self.two), *self.known.pledges[:1] * 2], self.three + self.four)

    @property
    def of_request(self) -> dict[str, Any]:
        """A request."""
        return self.dated | {"request_id": pick(self.known.requests, self.one)}


def pick(choices: list[Any], number: int) -> Any:
    """One of them, the last first; an id that is not on record where there is none."""
    return choices[-1 - number % len(choices)] if choices else "none"


def _pledge(choice: Choice) -> tuple[str, dict[str, Any]]:
    parent = choice.pledge if choice.known.pledges and choice.one % 2 else None
    answers = pick(choice.known.requests, choice.one) if choice.known.requests and choice.two % 3 == 0 else None
    return "make-pledge", choice.between | choice.dated | {"parent_pledge_id": parent, "request_id": answers}


def _shift(choice: Choice) -> tuple[str, dict[str, Any]]:
    body = choice.between | choice.dated | pick(REASONS, choice.one + choice.two)
    if choice.one % 5:
        body |= {"pledge_id": choice.pledge, "donor": "XBB", "state": "XAA"}
    body |= {"direction": pick(["cut", "redirect", "end", "increase"], choice.three)}
    if body["direction"] == "redirect":
        body["to_state"] = {"XAA": "XAB", "XAB": "XAA"}[body["state"]]
    return "shift-support", body


def _reversal(name: str) -> Callable[[Choice], tuple[str, dict[str, Any]]]:
    return lambda choice: (name, choice.of_pledge | {"money": euros(1 + choice.one % 9), "why": "Returned."})


def _request(choice: Choice) -> tuple[str, dict[str, Any]]:
    said = {"state": choice.between["state"], "article": 4, "nature": ["legal"], "need": "A law."}
    return "submit-request", choice.dated | said | {"until": pick([None, choice.day], choice.three)}


def _explanation(choice: Choice) -> tuple[str, dict[str, Any]]:
    return "explain-shift", choice.dated | pick(REASONS[1:], choice.two) | {
        "shift_id": pick(choice.known.shifts, choice.one)
    }


def _question(choice: Choice) -> tuple[str, dict[str, Any]]:
    return "ask-explanation", choice.dated | {"shift_id": pick(choice.known.shifts, choice.one), "asked_of": "XBB"}


def _contact(choice: Choice) -> tuple[str, dict[str, Any]]:
    between = {name: choice.between[name] for name in ("donor", "state")}
    return "record-contact", choice.common | between | {"kind": "letter", "on": choice.day}


def _report(choice: Choice) -> tuple[str, dict[str, Any]]:
    said = {"state": choice.between["state"], "kind": "annual", "year": 2015 + choice.one % 10}
    return "file-article7-report", choice.common | said | {"filed_on": choice.day}


def _rate(choice: Choice) -> tuple[str, dict[str, Any]]:
    said = {"currency": "EUR", "usd_rate": f"1.{1 + choice.one}", "on": choice.day, "source": LETTER}
    return "record-rate", choice.common | said


def _mending(changes: Callable[[Choice], dict[str, Any]]) -> Callable[[Choice], tuple[str, dict[str, Any]]]:
    def said(choice: Choice) -> tuple[str, dict[str, Any]]:
        body = {"event_id": pick(choice.known.events, choice.one), "why": "Wrong.", "by": pick(PEOPLE, choice.four)}
        return "correct", body | changes(choice)

    return said


def _seen(choice: Choice) -> tuple[str, dict[str, Any]]:
    said = {"about": pick(choice.known.events, choice.one), "why": "Decided."}
    return "change-visibility", choice.dated | said | {"visibility": pick(CIRCLES[2:], choice.three)}


def _plan(choice: Choice) -> tuple[str, dict[str, Any]]:
    said = {"state": choice.between["state"], "article": 4, "kind": pick(["completion", "national_action"], choice.one)}
    return "adopt-plan", choice.dated | said | {"from_on": "2025-01-01", "until": pick(["2024-12-31", "2027-01-01"], 1)}


def _profile(choice: Choice) -> tuple[str, dict[str, Any]]:
    said = {"donor": choice.between["donor"], "articles": [pick([4, 5], choice.one)], "natures": ["legal"]}
    return "publish-profile", choice.dated | said | {"budget": pick(MONEYS, choice.two)}


def _coalition(choice: Choice) -> tuple[str, dict[str, Any]]:
    said = {"state": choice.between["state"], "article": 4, "lead": choice.between["donor"], "goal": "All clear."}
    return "form-coalition", choice.dated | said | {"partners": ["XBD"], "until": "2028-01-01"}


def _obligation(choice: Choice) -> tuple[str, dict[str, Any]]:
    said = {"state": choice.between["state"], "article": pick([3, 4, 5], choice.one)}
    return "declare-obligation", choice.dated | said | {"anchor_on": pick([None, None, choice.day], choice.two)}


def _extension(choice: Choice) -> tuple[str, dict[str, Any]]:
    said = {"state": choice.between["state"], "article": 4, "until": f"20{30 + choice.one % 9}-03-01"}
    if choice.two % 2:
        return "request-extension", choice.common | said | {"lodged_on": choice.day}
    return "decide-extension", choice.common | said | {"decided_on": choice.day, "decided_by": "meeting"}


def _dispute(choice: Choice) -> tuple[str, dict[str, Any]]:
    return "dispute", choice.dated | {"about": pick(choice.known.events, choice.one), "statement": "It is not so."}


SAID: dict[str, Callable[[Choice], tuple[str, dict[str, Any]]]] = {
    "pledge": _pledge,
    "commit": lambda choice: ("commit-pledge", choice.of_pledge),
    "pay": lambda choice: ("disburse-pledge", choice.of_pledge | pick([{}, {"paid_on": choice.day}], choice.four)),
    "receive": lambda choice: ("report-receipt", choice.of_pledge),
    "give back": _reversal("reverse-payment"),
    "uncommit": _reversal("reverse-commitment"),
    "shift": _shift,
    "ask": _question,
    "explain": _explanation,
    "request": _request,
    "amend": lambda choice: ("amend-request", choice.of_request | {"money": pick(MONEYS, choice.two)}),
    "settle": lambda choice: ("settle-request", choice.of_request | pick(SETTLED, choice.two)),
    "withdraw": lambda choice: ("withdraw-request", choice.of_request | {"why": "Done."}),
    "contact": _contact,
    "report": _report,
    "rate": _rate,
    "correct": _mending(lambda choice: {"changes": pick(MENDINGS, choice.two)}),
    "retract": _mending(lambda _: {"retract": True}),
    "see": _seen,
    "plan": _plan,
    "profile": _profile,
    "coalition": _coalition,
    "obligation": _obligation,
    "extension": _extension,
    "dispute": _dispute,
}
