"""What follows when texts are erased: their keys go in the transaction of this fact."""

from domain.corrections.decisions import named_fact
from domain.decision import Decision, decides
from domain.erasure.commands import EraseTexts
from domain.errors import DomainError
from domain.fact import Fact
from domain.fact_changes import TextsErased
from domain.memory import Memory
from domain.record import Record


class NothingToErase(DomainError):
    """This fact holds no text that can be erased."""

    field = "event_id"


@decides(EraseTexts, Record)
def erase(command: EraseTexts, memory: Memory, record: Record) -> Decision:
    """The words of a fact, in every version that a correction gave them."""
    fact = named_fact(record, memory.plain_id(command.event_id, command.by)).recorded
    erased = [each.event_id for each in record.facts if _says(each, fact.event_id) and _has_texts(each)]
    if not erased:
        raise NothingToErase
    command = record.kept(command, fact)
    record.add(
        TextsErased, command, memory.at, about=fact.event_id, erased=erased, why=command.why, visibility=None,
    )  # fmt: skip
    return Decision(fact.event_id, (record,))


def _says(fact: Fact, event_id: str) -> bool:
    return event_id in {fact.event_id, getattr(fact, "corrects", None)}


def _has_texts(fact: Fact) -> bool:
    texts = vars(fact) | {f"changes.{name}": value for name, value in getattr(fact, "changes", {}).items()}
    return any(texts.get(path) for path in fact.ERASABLE)
