"""Several services on one database decide one after the other, and readers miss nothing."""

import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, wait
from contextlib import ExitStack

import pytest
from builders import Clock, a_pledge, a_request, a_shift, open_record

from domain.errors import DomainError, KeyReused
from projections.audience import STATES_PARTIES

from . import BOTH

pytestmark = BOTH
SERVICES, THREADS, PROCESSES = 4, 5, 4


@pytest.fixture
def services(database):
    """Several services, as several processes would open them."""
    with ExitStack() as stack:
        opened = [open_record(database, Clock()) for _ in range(SERVICES)]
        for service in opened:
            stack.callback(service.close)
        yield opened


def together(services, say):
    """`say(service, number)` in many threads at once; what each came to."""
    ready = threading.Barrier(SERVICES * THREADS)

    def once(number):
        ready.wait()
        try:
            return say(services[number % SERVICES], number)
        except DomainError as refusal:
            return refusal

    with ThreadPoolExecutor(SERVICES * THREADS) as pool:
        return list(pool.map(once, range(SERVICES * THREADS)))


def say_in_process(url, number):
    """A process with a service of its own and several threads, all with the same command."""
    service = open_record(url, Clock())
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            answers = [pool.submit(service.writer.handle, a_request(key="one key")) for _ in range(THREADS)]
            wait(answers)
            return [each.result() for each in answers]
    finally:
        service.close()


def test_a_key_records_once_however_many_send_it(services):
    """Twenty at once on four services: one records, all others get its answer."""
    answers = together(services, lambda service, _: service.writer.handle(a_request(key="one key")))

    assert len({answer.id for answer in answers}) == 1
    assert sorted(answer.replayed for answer in answers) == [False] + [True] * (len(answers) - 1)
    assert services[0].recorder.last_position() == 1


def test_a_key_records_once_in_several_processes(database):
    """The same where nothing is shared but the database."""
    open_record(database, Clock()).close()
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
        answers = [each for part in pool.map(say_in_process, [database] * PROCESSES, range(PROCESSES)) for each in part]

    assert {answer.position for answer in answers} == {1}
    assert [answer.replayed for answer in answers].count(False) == 1


def test_a_key_with_two_bodies_records_the_first(services):
    """Whoever comes second is told that the key was used."""
    answers = together(
        services, lambda service, number: service.writer.handle(a_request(key="one key", need=f"Need {number % 2}."))
    )

    recorded = [answer for answer in answers if not isinstance(answer, DomainError)]
    assert len({answer.id for answer in recorded}) == 1
    assert len(recorded) == len(answers) / 2
    assert all(isinstance(answer, KeyReused) for answer in answers if answer not in recorded)


def test_what_was_read_holds_until_it_is_written(services):
    """Twenty cuts of 30 at once, of a pledge of 100: three find something to take."""
    pledge = services[0].writer.handle(a_pledge())
    answers = together(services, lambda service, _: service.writer.handle(a_shift(amount=30, pledge_id=pledge.id)))

    assert sorted(answer.version for answer in answers if not isinstance(answer, DomainError)) == [2, 3, 4]


def test_a_reader_who_follows_misses_nothing(services):
    """Positions become visible in their order: whoever reads on after the last one he saw has seen them all."""
    seen, ended = [], threading.Event()

    def follow():
        reader = services[-1].reader
        while not ended.is_set() or reader.last_position() > len(seen):
            for _, position in services[-1].recorder.changed_after(seen[-1] if seen else 0, 3):
                seen.append(position)

    follower = threading.Thread(target=follow)
    follower.start()
    together(services, lambda service, _: [service.writer.handle(a_request()) for _ in range(5)])
    ended.set()
    follower.join()

    assert seen == list(range(1, SERVICES * THREADS * 5 + 1))


def test_any_of_them_projects(services):
    """They take turns, and the views hold each thing once."""
    together(services, lambda service, _: service.handle(a_request()))
    together(services, lambda service, _: service.projector.catch_up())

    for service in services:
        assert service.projector.position == SERVICES * THREADS
        assert len(service.requests(STATES_PARTIES)) == SERVICES * THREADS


def test_whoever_was_slower_knows_how_far_the_other_came(services):
    """A projector that waited for another's batch needs no second look to know that the views have reached it."""
    faster, slower = services[:2]
    receipt = faster.handle(a_request())
    slower.projector._read_position = lambda: 0

    slower.projector.catch_up()
    assert slower.projector.wait_for(receipt.position, 0)
