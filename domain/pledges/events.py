"""What happened to pledges."""

from typing import Any

from domain.fact import Fact, Opening


class PledgeMade(Opening):
    """`redirected_from` or `opened_by_shift` tell that a shift opened it rather than an announcement."""

    TOPIC = "pledge.made"
    ABOUT = "A donor announced support; an intent, never counted in totals."
    COMMAND = "make-pledge"
    FIXED = ("donor", "state", "request_id", "parent_pledge_id")

    donor: str
    state: str
    article: int | None = None
    request_id: str | None = None
    money: dict[str, str] | None = None
    in_kind: str | None = None
    from_on: str | None = None
    until: str | None = None
    tranches: list[dict[str, Any]] | None = None
    earmarking: str | None = None
    tied_status: str | None = None
    match_ratio: str | None = None
    channel: str | None = None
    via: str | None = None
    conditions: str | None = None
    authorised_by: str | None = None
    parent_pledge_id: str | None = None
    redirected_from: str | None = None
    opened_by_shift: str | None = None

    @property
    def index(self) -> frozenset[str]:
        """Pledges are found by donor and State."""
        return frozenset({pair(self.donor, self.state)})


def pair(donor: str, state: str) -> str:
    """The name under which the pledges of a donor to a State are found."""
    return f"pledge of {donor} to {state}"


class PledgeCommitted(Fact):
    TOPIC = "pledge.committed"
    ABOUT = "A donor signed a firm undertaking."
    COMMAND = "commit-pledge"
    FIXED = ("pledge_id",)

    money: dict[str, str] | None = None
    in_kind: str | None = None
    agreement_ref: str | None = None
    signed_on: str | None = None


class PledgeDisbursed(Fact):
    TOPIC = "pledge.disbursed"
    ABOUT = "Money or goods were handed over, as the giver reports."
    COMMAND = "disburse-pledge"
    FIXED = ("pledge_id",)

    money: dict[str, str] | None = None
    in_kind: str | None = None
    paid_on: str | None = None


class ReceiptReported(Fact):
    TOPIC = "receipt.reported"
    ABOUT = "Money or goods arrived, as the recipient reports."
    COMMAND = "report-receipt"
    FIXED = ("pledge_id",)

    money: dict[str, str] | None = None
    in_kind: str | None = None
    received_on: str | None = None


class PaymentReversed(Fact):
    TOPIC = "payment.reversed"
    ABOUT = "Money was given back, or the giver entered it as negative."
    COMMAND = "reverse-payment"
    FIXED = ("pledge_id",)

    money: dict[str, str]
    why: str


class CommitmentReversed(Fact):
    TOPIC = "commitment.reversed"
    ABOUT = "A commitment was taken back in the giver's books."
    COMMAND = "reverse-commitment"
    FIXED = ("pledge_id",)

    money: dict[str, str]
    why: str


class SupportShifted(Fact):
    """`opened_pledge_id` is the pledge that a redirect opened in `to_state`."""

    TOPIC = "support.shifted"
    ABOUT = "Support was increased, cut, redirected or ended."
    COMMAND = "shift-support"
    NAMES = ("shift_id",)
    FIXED = ("donor", "state", "pledge_id", "to_state", "direction", "unexplained", "reason_source")

    shift_id: str
    donor: str
    state: str
    direction: str
    money: dict[str, str] | None = None
    to_state: str | None = None
    opened_pledge_id: str | None = None
    reason: str | None = None
    unexplained: bool = False
    reason_text: str | None = None
    reason_source: str | None = None


class ExplanationAsked(Fact):
    TOPIC = "explanation.asked"
    ABOUT = "Somebody was asked why support changed."
    COMMAND = "ask-explanation"
    BELONGS_TO = "shift_id"
    FIXED = ("shift_id",)

    shift_id: str
    asked_of: str


class ShiftExplained(Fact):
    TOPIC = "shift.explained"
    ABOUT = "A reason was given for a change in support, and whose words it is."
    COMMAND = "explain-shift"
    BELONGS_TO = "shift_id"
    FIXED = ("shift_id", "reason_source")

    shift_id: str
    reason: str
    reason_text: str
    reason_source: str
