"""What follows when something on record is disputed."""

from domain.corrections.decisions import named_fact
from domain.corrections.errors import NotCorrectable
from domain.decision import Decision, decides
from domain.disputes.commands import Dispute
from domain.disputes.events import DisputeRaised
from domain.errors import DomainError
from domain.memory import Memory
from domain.record import Record


class NothingToDispute(DomainError):
    """This was retracted: it counts no longer, so there is nothing to dispute."""

    field = "about"


@decides(Dispute, Record)
def dispute(command: Dispute, memory: Memory, record: Record) -> Decision:
    """The dispute stands beside what it is about, in the same history."""
    name = memory.plain_id(command.about, command.by)
    target = named_fact(record, name)
    if target.recorded.ADMINISTRATIVE:
        raise NotCorrectable("Access to the record is not disputed here: ask an administrator.", "about")
    if not target.counts:
        raise NothingToDispute
    command = record.kept(command, target.fact)
    about = str(record.id) if target.recorded.originator_version == 1 else name
    fact = record.add(DisputeRaised, command, memory.at, about=about, statement=command.statement)
    return Decision(fact.event_id, (record,))
