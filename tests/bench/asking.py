"""What a person in Slack waits for: from the signed command to the answer, by a real `ica serve` on loopback."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from fake_slack import FakeSlack, Human
from fake_slack.signing import signed_headers

from bench.clock import seconds, spread

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
ICA = Path(sys.executable).with_name("ica")
PAST = " as of 2015-06-30"


def questions(donor: str, state: str, request: str) -> list[str]:
    """Every question of the bot, wide and narrow."""
    return [
        f"why {donor} {state}", f"history {state}", f"history {donor}", "requests", "requests open",
        f"requests {state}", f"requests {state} open", f"requests {state} article 4", "pledges", f"pledges {state}",
        f"pledges from {donor}", f"pledges {state} from {donor} 2018", "shifts", f"shifts {state}",
        "shifts unexplained", "deadlines", f"deadlines {state}", "deadlines within 12 months", "silent",
        "silent article 4", "coverage", "overview 2018", "overview 2026", f"match {request}",
        "donors for article 4", "outcomes", f"brief {state}", "changes since 2016-01-01",
        f"changes {state} since 2016-01-01", "contacts due",
    ]  # fmt: skip


def of_the_past(donor: str, state: str) -> list[str]:
    """Some of them about another day: these are folded anew, and are asked seldom."""
    asked = (f"why {donor} {state}", f"history {state}", f"requests {state} open", f"pledges {state}", "silent")
    return [f"{each}{PAST}" for each in asked]


def waits(name: str, database: Path, asked: list[str], past: list[str], runs: int) -> Iterator[str]:
    """A line for the first question after start, and one for each question."""
    with FakeSlack() as slack:
        with _served(database, slack) as ask:
            yield _first(name, asked[-1], ask)
        with _served(database, slack) as ask:
            yield _first(name, asked[0], ask)
            for question in asked:
                yield spread(f"{name}: {question}", _sorted(ask, question, runs))
            for question in past:
                yield spread(f"{name}: {question}", _sorted(ask, question, max(runs // 10, 1)))


def _first(name: str, question: str, ask) -> str:  # type: ignore[no-untyped-def]
    return f"{f'{name}: first after start: {question}':<58} {seconds(lambda: ask(question)) * 1000:10,.2f} ms"


def _sorted(ask, question: str, runs: int) -> list[float]:  # type: ignore[no-untyped-def]
    return sorted(seconds(lambda: ask(question)) for _ in range(runs))


@contextmanager
def _served(database: Path, slack: FakeSlack):  # type: ignore[no-untyped-def]
    """A way to ask, and to wait for the answer."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ICA_")} | {
        "ICA_DATABASE_URL": f"sqlite:///{database.absolute()}", "ICA_PORT": "0", "ICA_SLACK_API_URL": slack.api_url,
        "ICA_SLACK_BOT_TOKEN": slack.bot_token, "ICA_SLACK_SIGNING_SECRET": SECRET,
    }  # fmt: skip
    process = subprocess.Popen(
        [ICA, "serve"], env=environment, cwd=database.absolute().parent, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert process.stdout
        address = process.stdout.readline().split()[3]
        human = Human(slack, address, SECRET)
        with httpx.Client(timeout=60, trust_env=False) as client:
            client.post(slack.api_url)  # what the client does once is not the service's time

            def ask(question: str) -> None:
                letter = human.compose("/ica", question)
                headers = signed_headers(SECRET, int(time.time()), letter.body, letter.content_type)
                answer = client.post(human.courier.address, content=letter.body, headers=headers)
                assert answer.status_code == 200, answer.status_code
                assert "blocks" in answer.json(), question

            yield ask
    finally:
        process.terminate()
        process.wait(30)
