"""What can be said about pledges and what became of them."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import Date, Id, Money, Party, Ratio, State, Tranche
from domain.words import Article, Channel, Earmarking, TiedStatus

_PLEDGE = "key:multi-year-clearance"


@dataclass(frozen=True, kw_only=True)
class MakePledge(Command):
    """A donor announces an intent; what later happens to it is seen by the same circle."""

    NAME = "make-pledge"
    EXAMPLE = {
        "donor": "XBB",
        "state": "XAA",
        "article": 4,
        "money": {"amount": "1500000.00", "currency": "EUR"},
        "channel": "bilateral",
        "earmarking": "softly",
    }

    donor: Party
    state: State
    article: Article | None = None
    request_id: Id | None = None
    money: Money | None = None
    in_kind: str | None = None
    from_on: Date | None = None
    until: Date | None = None
    tranches: tuple[Tranche, ...] | None = None
    earmarking: Earmarking | None = None
    tied_status: TiedStatus | None = None
    match_ratio: Ratio | None = None
    channel: Channel | None = None
    via: Party | None = None
    conditions: str | None = None
    authorised_by: str | None = None
    parent_pledge_id: Id | None = None


@dataclass(frozen=True, kw_only=True)
class CommitPledge(Command):
    """A signed, firm undertaking."""

    NAME = "commit-pledge"
    DATED_BY = "signed_on"
    NAMES_THING = "pledge_id"
    EXAMPLE = {
        "pledge_id": _PLEDGE,
        "money": {"amount": "1000000.00", "currency": "EUR"},
        "agreement_ref": "2025/114",
        "signed_on": "2025-03-14",
    }

    pledge_id: Id
    money: Money | None = None
    in_kind: str | None = None
    agreement_ref: str | None = None
    signed_on: Date | None = None


@dataclass(frozen=True, kw_only=True)
class DisbursePledge(Command):
    """Money or goods handed over, as the giver reports it."""

    NAME = "disburse-pledge"
    DATED_BY = "paid_on"
    NAMES_THING = "pledge_id"
    EXAMPLE = {
        "pledge_id": _PLEDGE,
        "money": {"amount": "400000.00", "currency": "EUR"},
        "paid_on": "2025-06-30",
    }

    pledge_id: Id
    money: Money | None = None
    in_kind: str | None = None
    paid_on: Date | None = None


@dataclass(frozen=True, kw_only=True)
class ReportReceipt(Command):
    """The same as the recipient reports it, beside the giver's word."""

    NAME = "report-receipt"
    DATED_BY = "received_on"
    NAMES_THING = "pledge_id"
    EXAMPLE = {
        "pledge_id": _PLEDGE,
        "money": {"amount": "390000.00", "currency": "EUR"},
        "received_on": "2025-07-04",
    }

    pledge_id: Id
    money: Money | None = None
    in_kind: str | None = None
    received_on: Date | None = None


@dataclass(frozen=True, kw_only=True)
class ReversePayment(Command):
    """Money given back, or recorded by the giver as negative; never a shift."""

    NAME = "reverse-payment"
    NAMES_THING = "pledge_id"
    EXAMPLE = {
        "pledge_id": _PLEDGE,
        "money": {"amount": "20000.00", "currency": "EUR"},
        "why": "Unspent balance returned.",
    }

    pledge_id: Id
    money: Money
    why: str


@dataclass(frozen=True, kw_only=True)
class ReverseCommitment(Command):
    """A commitment taken back in the giver's books; never a shift."""

    NAME = "reverse-commitment"
    NAMES_THING = "pledge_id"
    EXAMPLE = {
        "pledge_id": _PLEDGE,
        "money": {"amount": "50000.00", "currency": "EUR"},
        "why": "Entered twice by the giver.",
    }

    pledge_id: Id
    money: Money
    why: str
