"""A small story on record, and questions about it on 2025-06-15."""

from collections.abc import Callable

from builders import (
    Clock,
    Kept,
    a_commitment,
    a_contact,
    a_payment,
    a_pledge,
    a_receipt,
    a_request,
    a_shift,
    an_explanation,
    euros,
    open_record,
    stated,
)

from bots.answer import Answer
from bots.questions import Asker, answer
from bots.questions.reading import Question, understood
from projections.audience import COORDINATORS, Audience

Ask = Callable[..., Answer]


def tell(place: str) -> Kept:
    """Halvora (XBB) hears of Arvandor's (XAA) need, pledges, pays, cuts without a word, and explains a later cut."""
    clock = Clock("2025-01-10")
    record = open_record(place, clock)
    need = record.handle(a_request(money=euros("1200000"), source={"kind": "meeting", "ref": "11MSP", "page": "3"}))
    pledge = record.handle(a_pledge(money=euros("1500000"), article=4, request_id=need.id))
    record.handle(a_commitment(pledge.id, "1000000"))
    record.handle(a_payment(pledge.id, "400000"))
    record.handle(a_receipt(pledge.id, "390000"))
    clock.set("2025-04-02")
    cut = record.handle(a_shift(amount="200000"))
    clock.set("2025-05-01")
    record.handle(a_contact(on="2025-02-01"))
    record.handle(an_explanation(cut.id, **stated("Perhaps the minister changed.", "coordinator_inference")))
    record.handle(a_shift(amount="100000", **stated("The new strategy turns elsewhere.")))
    clock.set("2025-06-01")
    record.handle(a_pledge(donor="XBC", state="XAB", visibility="coordinators", money=euros("777777")))
    clock.set("2025-06-15")
    return record


def asking(record: Kept) -> Ask:
    """Questions to any record, on 2025-06-15."""

    def put(question: str, viewer: Audience = COORDINATORS) -> Answer:
        return answer(question, _asker(record, viewer))

    return put


def reading(record: Kept, typed: str) -> Question:
    """What a question is taken for."""
    return understood(typed, _asker(record, COORDINATORS))


def _asker(record: Kept, viewer: Audience) -> Asker:
    names, zone = record.coordination.names, record.settings.zone
    return Asker(viewer, record.queries, names, "2025-06-15", "https://ica.example", zone)
