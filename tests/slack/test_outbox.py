"""What is taken in, once; what goes out first; what is forgotten."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from builders import Kept
from databases import BOTH

from adapters.outbox import inbox
from adapters.outbox.outbox import Outbox
from adapters.outbox.post import ANNOUNCEMENT, ANSWER, DIGEST, RANKS, REMINDER, Post

pytestmark = BOTH


@pytest.fixture
def outbox(record: Kept) -> Iterator[Outbox]:
    """Empty."""
    return Outbox(record.engine)


def a_post(key: str, kind: str = ANSWER, channel: str = "C1") -> Post:
    """Something to tell."""
    return Post(key, kind, channel, {})


def test_a_key_and_its_post_are_kept_together(outbox: Outbox) -> None:
    """A second delivery changes nothing, also once the first was sent; what fails leaves neither."""
    assert [outbox.put_once(a_post("Ev1"), 1.0) for _ in range(2)] == [True, False]
    (queued,) = outbox.queue()
    message = outbox.claim(queued.message, 1.0)
    assert message
    outbox.sent(message)
    assert (outbox.put_once(a_post("Ev1"), 2.0), outbox.queue()) == (False, [])

    with pytest.raises(TypeError):
        outbox.put_once(Post("Ev2", ANSWER, "C1", {"text": object()}), 3.0)
    assert outbox.put_once(a_post("Ev2"), 3.0)


def test_who_waits_for_an_answer_comes_first(outbox: Outbox) -> None:
    """Then what is news, then reminders, then digests, each in its order."""
    for number, kind in enumerate((DIGEST, REMINDER, ANNOUNCEMENT, ANSWER, ANSWER)):
        outbox.put_once(a_post(str(number), kind, f"C{number}"), float(number))
    claimed = [outbox.claim(each.message, 9.0) for each in outbox.queue()]

    assert [RANKS[each.kind] for each in claimed if each] == [0, 0, 1, 2, 3]
    assert [each.channel for each in claimed if each] == ["C3", "C4", "C2", "C1", "C0"]


def test_a_channel_takes_one_message_a_second(outbox: Outbox) -> None:
    """Whoever sends, in any process; another channel need not wait."""
    for key, channel in (("1", "C1"), ("2", "C1"), ("3", "C2")):
        outbox.put_once(a_post(key, channel=channel), 1.0)
    one, two, other = (each.message for each in outbox.queue())

    assert outbox.claim(one, 5.0)
    assert outbox.claim(two, 5.9) is None
    assert outbox.claim(other, 5.0)
    assert outbox.claim(two, 6.0)


def test_deliveries_of_a_month_ago_are_forgotten(outbox: Outbox) -> None:
    """Nobody sends them again."""
    assert outbox.first("Ev1")
    for days, first in ((29, False), (31, True)):
        with outbox.writing() as connection:
            inbox.forget_old(connection, datetime.now(UTC) + timedelta(days=days))
        assert outbox.first("Ev1") is first
