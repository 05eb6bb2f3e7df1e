"""A mention is answered once: however often it is delivered, whoever dies on the way."""

import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import BOTH
from fake_slack import FakeSlack, Human
from outside.server import Server, serving
from serving import SECRET, record_beside, replies, served
from sqlalchemy import update

from adapters.outbox.outbox import Outbox
from adapters.outbox.tables import channels, posts

pytestmark = BOTH


def test_in_parallel_and_after_a_restart(slack: FakeSlack, database: str) -> None:
    """Three repeats at once, and three more to the next process, are the same question."""
    with record_beside(slack, database) as service, served(service) as url:
        ana = Human(slack, url, SECRET)
        repeats = [threading.Thread(target=ana.redeliver) for _ in range(3)]
        ana.mention("history LAO")
        for each in repeats:
            each.start()
        for each in repeats:
            each.join()
        replies(slack)
    with record_beside(slack, database) as service, served(service) as url:
        ana.courier.address = f"{url}/slack/events"
        ana.redeliver(times=3)
        ana.mention("history TCD")
        slack.wait_for(lambda fake: any("Chad:" in each.words for each in fake.in_channel("C1")))

    assert ["Lao" in each.words for each in slack.in_channel("C1")] == [True, False]


@pytest.fixture
def env(slack: FakeSlack) -> dict[str, str]:
    """The settings for Slack."""
    return {
        "ICA_SLACK_BOT_TOKEN": slack.bot_token, "ICA_SLACK_SIGNING_SECRET": SECRET, "ICA_SLACK_API_URL": slack.api_url,
    }  # fmt: skip


@pytest.fixture
def server(env: dict[str, str], tmp_path: Path, database: str) -> Iterator[Server]:
    """`ica serve`, a process of its own."""
    with serving(tmp_path, url=database, **env) as begun:
        yield begun


def put_off(server: Server, posts: int) -> None:
    """Wait until all that is to be said waits for Slack, as every process sees."""
    outbox, bell = Outbox(server.beside.engine), server.beside.bell
    for _ in range(1_000):
        waiting = outbox.queue()
        asked = time.time() + 60  # by Slack, which is more than the second between two messages
        held = [each for each in waiting if not each.leased_until and max(each.not_before, each.free_at) > asked]
        if len(held) == len(waiting) == posts:
            return
        bell.wait(bell.rings, 0.02)
    raise AssertionError(f"not put off: {waiting}")


def ten_minutes_later(server: Server) -> None:
    """What Slack asked to wait for is over."""
    with Outbox(server.beside.engine).writing() as connection:
        connection.execute(update(posts).values(not_before=0.0))
        connection.execute(update(channels).values(free_at=0.0))


def test_a_process_killed_before_it_answered(
    server: Server, slack: FakeSlack, env: dict[str, str], tmp_path: Path, database: str
) -> None:
    """What was acknowledged, a mention or a press, the next one answers, once, and it is no repeat."""
    ana = Human(slack, server.address, SECRET)
    shareable, meant = (ana.command("/ica", text).message for text in ("history TCD", "histroy LBN"))
    slack.fail_next("*", status=429, retry_after=600, times=20)  # more than there are calls, that at the start too
    presses = [ana.mention("history LAO"), ana.courier.last]
    presses += [ana.click(shareable, "share_here"), ana.courier.last]
    presses += [ana.click(meant, "ask_0"), ana.courier.last]
    put_off(server, 3)
    server.end(signal.SIGKILL)
    assert slack.in_channel("C1") == []
    while slack.faults.take("*"):
        pass  # what was held back with its channel met none
    ten_minutes_later(server)

    with serving(tmp_path, url=database, **env) as again:
        ana.courier.address = f"{again.address}/slack/events"
        for ana.courier.last in presses[1::2]:
            ana.redeliver(times=3)
        answers = slack.wait_for(lambda fake: meant.earlier and fake.in_channel("C1")[1:] and fake.in_channel("C1"), 20)
        assert again.end() == 0
    assert sorted(each.words.split(":")[0].lstrip("*") for each in answers) == ["Chad", "Lao PDR"]
    assert "Lebanon: nothing on record" in meant.words
    assert not any("repeat" in each.words for each in [*answers, meant])
    assert (len(slack.in_channel("C1")), len(meant.earlier)) == (2, 1)
