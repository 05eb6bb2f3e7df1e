"""Whatever is asked of a large record full of hostile words, Slack takes every page of the answer."""

import re
from collections.abc import Iterator

import pytest
from fake_slack import FakeSlack, Human
from field import filled, strict
from serving import SECRET, served

from adapters.wiring import Service
from bots.modals.offered import support
from bots.questions.ask import VERBS

THINGS = 200
WORDS = "<!channel> & <@U2> <https://x.example|here> ສະບາຍດີ مرحبا 老挝 *bold* `code` &amp; " + "ü&<😀" * 250
OUR_LINK = re.compile(r"<https://ica\.example/[^|<>]*\|[^<>]+>")
MARKUP = re.compile(r"[<>]|&(?!amp;|lt;|gt;)")
"""In mrkdwn, what Slack would read as more than letters."""
QUESTIONS = (
    "history {state}", "why NOR {state}", "requests", "requests open article 5", "pledges", "pledges from NOR 2026",
    "shifts unexplained", "deadlines", "deadlines within 12 months", "outcomes", "brief {state}", "silent article 4",
    "coverage", "overview 2026", "match {request}", "donors for article 4", "changes since 2020-01-01",
    "contacts due", "help", "menu",
)  # fmt: skip


@pytest.fixture(scope="module")
def slack() -> Iterator[FakeSlack]:
    """Nothing that Slack refuses goes unnoticed."""
    with strict() as fake:
        yield fake


@pytest.fixture(scope="module")
def service(slack: FakeSlack, tmp_path_factory) -> Iterator[Service]:
    """A record with two hundred things of every kind; U1 is a Coordinator."""
    told = [(f"Thing {number}: {WORDS}", {}) for number in range(THINGS)]
    with filled(slack, tmp_path_factory.mktemp("large"), told) as running:
        yield running


@pytest.fixture(scope="module")
def ana(slack: FakeSlack, service: Service) -> Iterator[Human]:
    """A Coordinator."""
    with served(service) as url:
        yield Human(slack, url, SECRET)


def test_every_verb_is_asked_here():
    """A new question has to stand its ground too."""
    assert {question.split()[0] for question in QUESTIONS} >= set(VERBS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_page_of_every_answer_is_taken_and_harmless(question, service, slack: FakeSlack, ana: Human):
    """From the first page to the last but one: valid, in time, and it wakes nobody."""
    request = slack_request(service)
    message = ana.command("/ica", question.format(state="XAB", request=request[:8])).message
    pages = 1
    while "page_next" in _actions(message.blocks) and pages < 5:
        ana.click(message, "page_next")
        slack.wait_for(lambda _, pages=pages: len(message.earlier) == pages)
        pages += 1
    seen = [(message.text, message.blocks), *message.earlier]
    shown = "\n".join(words for text, blocks in seen for words in (text, *_marked(blocks)))

    assert MARKUP.search(OUR_LINK.sub("", shown)) is None
    assert "I did not understand" not in shown


def slack_request(service: Service) -> str:
    """The id of some request."""
    answered = service.recorder.answered("cli:test", f"7-Thing 7: {WORDS}"[:42] + "-request")
    assert answered
    return answered.receipt.id


def _marked(part) -> list[str]:
    """The words in which Slack looks for markup."""
    if isinstance(part, list):
        return [words for each in part for words in _marked(each)]
    if not isinstance(part, dict):
        return []
    return [part["text"]] if part.get("type") == "mrkdwn" else _marked(list(part.values()))


def _actions(blocks) -> set[str]:
    return {each["action_id"] for block in blocks if block["type"] == "actions" for each in block["elements"]}


def test_the_home_tab_of_a_large_record_is_taken_too(slack: FakeSlack, ana: Human):
    """However much waits."""
    ana.open_home()
    home = slack.wait_for(lambda fake: fake.modals.homes.get("U1"))

    assert "195 more" in home.words
    assert "<!channel>" not in home.words


def test_the_first_of_many_requests_is_found_as_one_types(slack: FakeSlack, ana: Human):
    """The latest are offered unasked, and however many came after it, none is out of reach."""
    ana.command("/ica", "pledge")
    form = slack.views[-1]
    unasked = ana.suggest(form, "request_id", "")
    found = ana.suggest(form, "request_id", "thing 0:")
    ana.close(form)

    assert len(unasked.options) == 100
    assert [each["text"]["text"].split(":")[1].strip()[:8] for each in found.options] == ["Thing 0"]


def test_the_first_of_many_pledges_is_found_as_one_types(slack: FakeSlack, ana: Human, monkeypatch):
    """A hundred are offered unasked, and however few are read at a time, none is out of reach."""
    monkeypatch.setattr(support, "AT_ONCE", 30)
    ana.command("/ica", "shift")
    form = slack.views[-1]
    unasked = ana.suggest(form, "pledge_id", "")
    every = len(ana.suggest(form, "pledge_id", "sweden").options) + len(ana.suggest(form, "pledge_id", "nor").options)
    ana.close(form)

    assert (len(unasked.options), every) == (100, 200)
