"""What follows when a State signs, joins or withdraws."""

from domain.decision import Decision, decides
from domain.errors import AlreadyOnRecord, DomainError, SameOnRecord
from domain.membership.commands import RecordAccession, RecordSignature, RecordWithdrawal
from domain.membership.events import ConventionJoined, ConventionSigned, WithdrawalNotified, membership_name
from domain.membership.membership import Membership
from domain.memory import Memory
from domain.said import said
from domain.standing import Standing

Act = RecordSignature | RecordAccession | RecordWithdrawal
ADOPTED = "2008-05-30"
"""Nothing of this kind can have happened before the Convention was adopted in Dublin."""


class BeforeTheConvention(DomainError):
    """The Convention was adopted on 2008-05-30: this day is before it."""


class EndsBeforeItBegins(DomainError):
    """This day must not be before the one it follows from."""


class NotAParty(DomainError):
    """No deposit of this State is on record: record its accession first."""

    field = "state"


@decides(RecordSignature)
def sign(command: RecordSignature, memory: Memory, _: None) -> Decision:
    """Once."""
    _check_after_adoption(command.signed_on, "signed_on")
    _check_first("signature", command, memory)
    stream = memory.new_stream(command, "signature")
    act = Membership.open(ConventionSigned, stream, command, memory.at, **said(command))
    return Decision(str(act.id), (act,))


@decides(RecordAccession)
def join(command: RecordAccession, memory: Memory, _: None) -> Decision:
    """Once, or again after a withdrawal."""
    _check_after_adoption(command.deposited_on, "deposited_on")
    if command.signed_on and command.signed_on > command.deposited_on:
        raise EndsBeforeItBegins("A State signs before it deposits.", "signed_on")
    if command.entry_into_force and command.entry_into_force < command.deposited_on:
        raise EndsBeforeItBegins("Entry into force follows the deposit.", "entry_into_force")
    withdrawn = _standing("withdrawal", command.state, memory)
    if not withdrawn or max(each.fact.occurred_on for each in withdrawn) > command.deposited_on:
        _check_first("accession", command, memory)
    stream = memory.new_stream(command, "accession")
    act = Membership.open(ConventionJoined, stream, command, memory.at, **said(command))
    return Decision(str(act.id), (act,))


@decides(RecordWithdrawal)
def withdraw(command: RecordWithdrawal, memory: Memory, _: None) -> Decision:
    """Only a party withdraws; its history stays."""
    joined = _standing("accession", command.state, memory)
    if not joined:
        raise NotAParty
    if command.effective_on and command.effective_on < command.notified_on:
        raise EndsBeforeItBegins("A withdrawal takes effect after its notice.", "effective_on")
    if command.notified_on < max(each.fact.occurred_on for each in joined):
        raise EndsBeforeItBegins("A State withdraws after it joined.", "notified_on")
    earlier = _standing("withdrawal", command.state, memory)
    if earlier and max(each.fact.occurred_on for each in earlier) >= max(each.fact.occurred_on for each in joined):
        _check_first("withdrawal", command, memory)
    stream = memory.new_stream(command, "withdrawal")
    act = Membership.open(WithdrawalNotified, stream, command, memory.at, **said(command))
    return Decision(str(act.id), (act,))


def _standing(kind: str, state: str, memory: Memory) -> list[Standing]:
    acts = memory.listed(Membership, membership_name(kind, state))
    return [act.opening for act in acts if act.opening.counts]


def _check_first(kind: str, command: Act, memory: Memory) -> None:
    """Who says the same again adds nothing; who says otherwise puts right what is there."""
    for earlier in reversed(_standing(kind, command.state, memory)):
        on_record = earlier.fact.own_fields()
        other = [name for name, value in on_record.items() if getattr(command, name) not in (None, value)]
        if not other:
            raise SameOnRecord(f"The {kind} of {command.state} is on record already, in the same words.", "state")
        there = ", ".join(f"{name} {on_record[name] or 'not said'}" for name in other)
        raise AlreadyOnRecord(
            f"The {kind} of {command.state} is on record already ({there}): correct it, or retract it first.", "state"
        )


def _check_after_adoption(day: str, field: str) -> None:
    if day < ADOPTED:
        raise BeforeTheConvention(field=field)
