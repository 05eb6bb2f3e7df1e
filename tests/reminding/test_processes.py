"""Real processes that remind: `ica tick`, `ica serve`, `ica worker`, side by side on one database."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from databases import BOTH
from fake_slack import FakeSlack
from outside.command_line import CommandLine
from outside.running import Running
from outside.server import serving

from domain.treaty_clock import add_years

DIGEST = "Weekly digest"
SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
STATES = ["XAA", "XAB", "XAC", "XAD"]


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """Refusals are part of these stories."""
    with FakeSlack() as fake:
        yield fake


@pytest.fixture
def env(slack: FakeSlack) -> dict[str, str]:
    """The settings for Slack."""
    return {
        "ICA_SLACK_BOT_TOKEN": slack.bot_token, "ICA_SLACK_SIGNING_SECRET": SECRET, "ICA_SLACK_API_URL": slack.api_url,
        "ICA_SLACK_CHANNEL": "C1",
    }  # fmt: skip


@pytest.fixture
def ica(tmp_path: Path, database: str) -> CommandLine:
    """On a record of its own; Bosnia's Article 4 date is 2021-03-01."""
    line = CommandLine(tmp_path, tmp_path / "none.db", database)
    joined = ("--deposited-on", "2010-09-07", "--action", "ratification")
    line.done("do", "record-accession", "--state", "BIH", *joined)
    line.done("do", "record-coverage", "--what", "article7", "--from-on", "2098-01-01")
    line.done("do", "declare-obligation", "--state", "BIH", "--article", "4")
    return line


def due_soon(ica: CommandLine) -> None:
    """Four States whose dates are between two steps of the ladder today."""
    for number, state in enumerate(STATES):
        ica.done("do", "declare-obligation", "--state", state, "--article", "4", "--anchor-on", anchor(40 + number))


def anchor(days: int) -> str:
    """The end of hostilities ten years before a day to come."""
    return add_years(datetime.now(UTC).date() + timedelta(days=days), -10).isoformat()


def proofs(ica: CommandLine) -> list[dict[str, Any]]:
    """`reminder.sent`, as the log has it."""
    return [each for each in ica.log() if each["kind"] == "reminder.sent"]


@BOTH
def test_a_pass_posts_before_it_returns(ica: CommandLine, env: dict[str, str], slack: FakeSlack) -> None:
    """No server is needed; the day's step is in the channel, and proven in the log, once the command is done."""
    for day, posted in (("2020-02-29", 0), ("2020-03-01", 1), ("2020-03-01", 1), ("2020-06-01T08:59:00", 1)):
        ica.done("tick", "--at", day, env=env)
        assert (day, len(slack.in_channel("C1"))) == (day, posted)
    assert ica.done("tick", "--at", "2020-06-01T09:00:00+02:00", env=env).out == "1 reminder sent.\n"
    assert ica.done("tick", "--at", "2020-06-01T12:00:00Z", env=env).out == "0 reminders sent.\n"

    assert [each["detail"]["rung"] for each in proofs(ica)] == ["12m", "9m"]
    assert slack.in_channel("C1")[1].thread_ts == slack.in_channel("C1")[0].ts


@pytest.mark.parametrize(
    ("cause", "says"),
    [
        ("channel_not_found", "no such channel"),
        ("not_in_channel", "invite the bot"),
        ("invalid_auth", "ICA_SLACK_BOT_TOKEN"),
    ],
)
def test_a_refusal_is_named(ica: CommandLine, env: dict[str, str], slack: FakeSlack, cause: str, says: str) -> None:
    """Exit 1 with the cause and the way out; once it is mended the next pass sends what waited, and is no repeat."""
    wrong = {
        "channel_not_found": {"ICA_SLACK_CHANNEL": "C9"},
        "not_in_channel": {"ICA_SLACK_CHANNEL": "C2"},
        "invalid_auth": {"ICA_SLACK_BOT_TOKEN": "xoxb-other"},
    }[cause]
    refused = ica("tick", "--at", "2020-12-01", env=env | wrong)
    assert (refused.code, refused.out) == (1, "0 reminders sent.\n")
    for words in (cause, says, "Bosnia and Herzegovina, clearance (Article 4), 2021-03-01"):
        assert words in refused.err
    assert proofs(ica) == []

    assert ica.done("tick", "--at", "2020-12-01", env=env).out == "1 reminder sent.\n"
    assert "repeat" not in slack.in_channel("C1")[0].text


def test_without_slack(ica: CommandLine) -> None:
    """A pass says what is missing; it is fine as long as nobody had to be told."""
    nothing, due = ica("tick", "--at", "2019-01-01"), ica("tick", "--at", "2020-12-01")
    assert (nothing.code, due.code) == (0, 1)
    assert "0 reminders sent, 1 due: Slack is not set up. Set ICA_SLACK_BOT_TOKEN" in due.sentence
    assert ica("tick", "--at", "soon").code == 2


def test_without_a_channel(ica: CommandLine, env: dict[str, str], slack: FakeSlack) -> None:
    """Only routes are told, and that is said."""
    slack.workspace.add_channel("C4")
    ica.done("do", "set-route", "--state", "BIH", "--about", "deadlines", "--channel", "C4")
    told = ica.done("tick", "--at", "2020-12-01", env=env | {"ICA_SLACK_CHANNEL": ""})
    assert told.out == "1 reminder sent.\n"
    assert "ICA_SLACK_CHANNEL is not set" in told.err
    assert len(slack.in_channel("C4")) == 1


@BOTH
def test_passes_at_once(ica: CommandLine, env: dict[str, str], slack: FakeSlack) -> None:
    """Three commands at the same time post each reminder once, also where Slack is slow and asks for patience."""
    due_soon(ica)
    slack.fail_next("chat.postMessage", delay=0.4)
    slack.fail_next("chat.postMessage", status=429, retry_after=1)
    runs = [ica.begin("tick", log=ica.folder / "tick.log", env=env) for _ in range(3)]
    sent = sum(int(run.stdout.read().split()[0]) for run in runs)

    words = [message.text for message in slack.in_channel("C1")]
    digests = [each for each in words if each.startswith(DIGEST)]
    words = [each for each in words if each not in digests]
    assert len(digests) == 1
    assert [run.wait(30) for run in runs] == [0, 0, 0]
    assert len(words) == len(set(words)) == sent == len(STATES) + 1
    assert not any("repeat" in each for each in words)


@BOTH
def test_a_server_and_workers(ica: CommandLine, env: dict[str, str], slack: FakeSlack) -> None:
    """All remind by themselves, and each reminder goes out once; what Slack refuses is late, with its cause."""
    due_soon(ica)
    refusing = env | {"ICA_SLACK_CHANNEL": "C2"}
    with serving(ica.folder, url=ica.address, **refusing) as server, at_work(ica, refusing, 2) as workers:
        slack.wait_for(lambda fake: len({each.args["text"] for each in refused(fake)}) == len(STATES) + 2, 30)
        workers.end()
        assert server.end() == 0
    assert len(refused(slack)) == len(STATES) + 2
    with serving(ica.folder, url=ica.address, **refusing) as server:
        answer = server.http.get("/readyz")
        assert answer.status_code == 503
        late = {"late": len(STATES) + 1, "causes": ["not_in_channel"]}
        assert answer.json()["checks"]["reminders"] == late

        slack.invite("C2")
        ica.done("tick", env=refusing)  # once it got through, the server sends the rest beside it
        assert len(slack.in_channel("C2")) == len(STATES) + 2
        ready = server.http.get("/readyz")
        assert (ready.status_code, ready.json()["checks"]["reminders"]["late"]) == (200, 0)
    due_later(ica)
    with at_work(ica, refusing, 3) as workers:
        slack.wait_for(lambda fake: fake.in_channel("C2")[-1].text.count("•") == 3, 30)
        workers.end()
    assert len(slack.in_channel("C2")) == len(STATES) + 3


def refused(slack: FakeSlack) -> list[Any]:
    """Messages that Slack did not take."""
    return [each for each in slack.calls if each.error and each.method == "chat.postMessage"]


def due_later(ica: CommandLine) -> None:
    """Three States with the same date."""
    for state in ("XBA", "XBB", "XBC"):
        ica.done("do", "declare-obligation", "--state", state, "--article", "4", "--anchor-on", anchor(70))


@dataclass
class Workers:
    """`ica worker`, several times."""

    processes: list[Running]

    def end(self) -> None:
        """Each ends in order when it is asked to."""
        for each in self.processes:
            each.send_signal(signal.SIGTERM)
        assert [each.wait(30) for each in self.processes] == [0] * len(self.processes)


@contextmanager
def at_work(ica: CommandLine, env: dict[str, str], number: int) -> Iterator[Workers]:
    """Workers that are there until they are ended, or no longer needed."""
    begun = [ica.begin("worker", log=ica.folder / "worker.log", env=env) for _ in range(number)]
    try:
        for each in begun:
            assert each.stdout.readline().startswith("Following the log")
        yield Workers(begun)
    finally:
        for each in begun:
            each.kill()
