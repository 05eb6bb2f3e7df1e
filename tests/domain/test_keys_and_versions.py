"""A command recorded once stays recorded once, whoever repeats it, and nobody overwrites what he has not read."""

import threading
from dataclasses import replace

import pytest
from builders import (
    COORDINATOR,
    a_command,
    a_correction,
    a_payment,
    a_pledge,
    a_request,
    a_retraction,
    a_shift,
    an_explanation,
    euros,
    someone,
)

from domain.errors import KeyReused, StaleVersion, UnknownId
from projections.audience import COORDINATORS

OTHER = someone("coordinator", name="token:other")


@pytest.mark.parametrize(
    "again",
    [
        a_pledge(key="k"),
        a_pledge(key="k", money=euros("100.00")),
        a_pledge(key="k", donor="xbb"),
        a_pledge(key="k", by=replace(COORDINATOR, grants=someone("donor", "XBB").grants)),
    ],
    ids=["the same", "an amount written otherwise", "a name written otherwise", "in another role"],
)
def test_the_same_again_is_the_same_answer(record, clock, again):
    """The receipt of the first time, marked as replayed, and nothing more on record."""
    first = record.handle(a_pledge(key="k"))
    clock.set("2025-06-16")
    record.handle(a_request())

    second = record.handle(again)

    assert second == replace(first, replayed=True)
    assert first.replayed is False
    assert len(record.pledges(COORDINATORS)) == 1


@pytest.mark.parametrize(
    "other",
    [
        a_pledge(key="k", money=euros(99)),
        a_pledge(key="k", note="Heard in the corridor."),
        a_pledge(key="k", occurred_on="2025-06-15"),
        a_pledge(key="k", visibility="states_parties"),
        a_request(key="k"),
    ],
)
def test_a_key_stands_for_one_body(record, other):
    """The same key with other words is a slip that would lose one of the two."""
    record.handle(a_pledge(key="k"))

    refused = record.refusal(other)

    assert (type(refused), refused.field) == (KeyReused, "Idempotency-Key")


def test_a_key_belongs_to_its_actor(record):
    """Two people who choose the same key say two things."""
    mine, yours = record.handle(a_pledge(key="k")), record.handle(a_pledge(key="k", by=OTHER))

    assert mine.id != yours.id
    assert yours.replayed is False
    assert len(record.pledges(COORDINATORS)) == 2


def test_a_refused_command_leaves_its_key_free(record):
    """A key is kept only with a success: what was wrong is mended and sent again."""
    record.refusal(a_shift("cut", 30, unexplained=False, key="k"))

    assert record.handle(a_shift("cut", 30, key="k")).replayed is False


def test_a_key_names_what_it_made(record):
    """Whoever has not read the answer yet can still go on: the pledge, the shift, the fact that the key recorded."""
    record.handle(a_pledge(key="pledge"))
    record.handle(a_payment("key:pledge", 10, key="payment"))
    record.handle(a_shift("cut", 30, pledge_id="key:pledge", key="shift"))
    record.handle(a_command("ask-explanation", shift_id="key:shift", asked_of="XBB"))
    record.handle(an_explanation("key:shift", key="answer"))
    record.handle(a_correction("key:payment", money=euros(20)))
    record.handle(a_correction("key:answer", reason="budget"))
    record.handle(a_retraction("key:shift"))

    (now,) = record.pledges(COORDINATORS)
    assert (now["pledged"], now["paid"], now["shifts"]) == ([euros("100.00")], [euros("20.00")], [])


def test_a_key_of_another_names_nothing(record):
    """Nor does one that was never used."""
    record.handle(a_pledge(key="mine"))

    for named in ("key:mine", "key:theirs", "key:"):
        refused = record.refusal(a_payment(named, by=OTHER))
        assert (type(refused), refused.field) == (UnknownId, "pledge_id")


@pytest.mark.parametrize("twins", [2, 16])
def test_twins_record_once(record, twins):
    """Both wait and get the same answer, though they arrive at the same moment from threads of their own."""
    ready, receipts = threading.Barrier(twins), []

    def send() -> None:
        ready.wait()
        receipts.append(record.writer.handle(a_pledge(key="twin")))

    threads = [threading.Thread(target=send) for _ in range(twins)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({receipt.event_ids for receipt in receipts}) == 1
    assert sorted(receipt.replayed for receipt in receipts) == [False, *[True] * (twins - 1)]
    assert record.recorder.last_position() == 1


def test_twins_of_two_bodies_record_one(record):
    """Whichever comes first; the other is told."""
    futures = [record.writer.submit(a_pledge(key="twin", money=euros(amount))) for amount in (1, 2)]

    assert futures[0].result().position == 1
    assert isinstance(futures[1].exception(), KeyReused)


def test_what_was_not_read_is_not_overwritten(record):
    """`If-Match` is the version of the thing named, as its address shows it."""
    pledge = record.handle(a_pledge())
    assert record.pledges(COORDINATORS)[0]["version"] == pledge.version == 1
    record.handle(a_payment(pledge.id, 10, if_match=1))

    refused = record.refusal(a_payment(pledge.id, 10, if_match=1))
    assert (type(refused), refused.field) == (StaleVersion, "If-Match")

    assert record.handle(a_payment(pledge.id, 10, if_match=2)).version == 3
    assert record.pledges(COORDINATORS)[0]["version"] == 3


def test_a_repeat_is_not_stale(record):
    """A twin that lost its answer gets it, though the thing has moved on by its own first arrival."""
    pledge = record.handle(a_pledge())
    record.handle(a_payment(pledge.id, 10, if_match=1, key="k"))

    assert record.handle(a_payment(pledge.id, 10, if_match=1, key="k")).replayed is True
