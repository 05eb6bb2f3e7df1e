"""What follows from what is said about pledges and payments."""

from dataclasses import replace

from domain.decision import Decision, decides
from domain.memory import Memory
from domain.period import check_period
from domain.pledges.commands import (
    CommitPledge,
    DisbursePledge,
    MakePledge,
    ReportReceipt,
    ReverseCommitment,
    ReversePayment,
)
from domain.pledges.errors import OtherStatesRequest, OwnSupport
from domain.pledges.events import (
    CommitmentReversed,
    PaymentReversed,
    PledgeCommitted,
    PledgeDisbursed,
    PledgeMade,
    ReceiptReported,
)
from domain.pledges.pledge import Pledge
from domain.pledges.rules import check_positive, worth
from domain.requests.request import AssistanceRequest
from domain.said import said
from domain.values import Id


@decides(MakePledge)
def make(command: MakePledge, memory: Memory, _: None) -> Decision:
    """A pledge opens."""
    if command.donor == command.state:
        raise OwnSupport
    check_period(command.from_on, command.until)
    if command.request_id:
        request = memory.get(AssistanceRequest, command.request_id, command.by, "request_id")
        if request.parties != {command.state}:
            raise OtherStatesRequest
        command = replace(command, request_id=Id(str(request.id)))
    if command.parent_pledge_id:
        parent = memory.get(Pledge, command.parent_pledge_id, command.by, "parent_pledge_id")
        command = replace(command, parent_pledge_id=Id(str(parent.id)))
    if command.tranches:
        command = replace(command, money=worth([tranche.money for tranche in command.tranches], command.money))
    check_positive(command.money)
    stream = memory.new_stream(command, "pledge")
    pledge = Pledge.open(PledgeMade, stream, command, memory.at, **said(command))
    return Decision(str(pledge.id), (pledge,))


@decides(CommitPledge, Pledge)
def commit(command: CommitPledge, memory: Memory, pledge: Pledge) -> Decision:
    """A commitment above its pledge is taken; the views mark it."""
    return _handed_over(PledgeCommitted, command, memory, pledge)


@decides(DisbursePledge, Pledge)
def disburse(command: DisbursePledge, memory: Memory, pledge: Pledge) -> Decision:
    """A payment above its commitment is taken; the views mark it."""
    return _handed_over(PledgeDisbursed, command, memory, pledge)


@decides(ReportReceipt, Pledge)
def receive(command: ReportReceipt, memory: Memory, pledge: Pledge) -> Decision:
    """The recipient's word stands beside the giver's."""
    return _handed_over(ReceiptReported, command, memory, pledge)


@decides(ReversePayment, Pledge)
def reverse_payment(command: ReversePayment, memory: Memory, pledge: Pledge) -> Decision:
    """No more than was paid."""
    check_positive(command.money)
    pledge.check_stands()
    pledge.check_reversal(command.money, command.by, paid=True)
    fact = pledge.add(PaymentReversed, command, memory.at, **said(command, ("pledge_id",)))
    return Decision(fact.event_id, (pledge,))


@decides(ReverseCommitment, Pledge)
def reverse_commitment(command: ReverseCommitment, memory: Memory, pledge: Pledge) -> Decision:
    """No more than was committed."""
    check_positive(command.money)
    pledge.check_stands()
    pledge.check_reversal(command.money, command.by, paid=False)
    fact = pledge.add(CommitmentReversed, command, memory.at, **said(command, ("pledge_id",)))
    return Decision(fact.event_id, (pledge,))


def _handed_over(
    fact: type[PledgeCommitted | PledgeDisbursed | ReceiptReported],
    command: CommitPledge | DisbursePledge | ReportReceipt,
    memory: Memory,
    pledge: Pledge,
) -> Decision:
    check_positive(command.money)
    pledge.check_stands()
    added = pledge.add(fact, command, memory.at, **said(command, ("pledge_id",)))
    return Decision(added.event_id, (pledge,))
