"""What can be said about a change in support, and about its reason."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import Id, Money, Party, State
from domain.words import Direction, Reason, ReasonSource


@dataclass(frozen=True, kw_only=True)
class ShiftSupport(Command):
    """Support was increased, cut, redirected or ended; with a reason and whose words it is, or as unexplained.

    Without `pledge_id` it is about the one live pledge of that donor and State; where nobody recorded one, a pledge of
    unknown amount is opened.
    """

    NAME = "shift-support"
    NAMES_THING = "pledge_id"
    EXAMPLE = {
        "donor": "XBB",
        "state": "XAA",
        "direction": "cut",
        "money": {"amount": "200000.00", "currency": "EUR"},
        "reason": "strategy_change",
        "reason_text": "The new strategy turns to stockpile destruction.",
        "reason_source": "donor_stated",
    }

    donor: Party
    state: State
    direction: Direction
    pledge_id: Id | None = None
    money: Money | None = None
    to_state: State | None = None
    reason: Reason | None = None
    unexplained: bool = False
    reason_text: str | None = None
    reason_source: ReasonSource | None = None


@dataclass(frozen=True, kw_only=True)
class AskExplanation(Command):
    """Somebody was asked why support changed."""

    NAME = "ask-explanation"
    NAMES_THING = "shift_id"
    EXAMPLE = {"shift_id": "key:spring-cut", "asked_of": "XBB"}

    shift_id: Id
    asked_of: Party


@dataclass(frozen=True, kw_only=True)
class ExplainShift(Command):
    """A reason given for a change in support, and whose words it is; only the donor's own closes the question."""

    NAME = "explain-shift"
    NAMES_THING = "shift_id"
    EXAMPLE = {
        "shift_id": "key:spring-cut",
        "reason": "budget",
        "reason_text": "The aid budget fell by a fifth.",
        "reason_source": "donor_stated",
    }

    shift_id: Id
    reason: Reason
    reason_text: str
    reason_source: ReasonSource
