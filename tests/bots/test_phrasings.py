"""What people type and what it is taken for: exactly, or not at all with a way on."""

import pytest
from builders import Kept
from halvora import reading
from phrasings import OFFERED, REFUSED, UNDERSTOOD

from bots.questions.ask import VERBS
from bots.questions.help import FORMS
from domain import names
from domain.names.directory import directory


@pytest.mark.parametrize(("typed", "question"), UNDERSTOOD)
def test_what_is_typed_is_read_as_one_question(story: Kept, typed, question):
    """Plain words, dates of all kinds, names in any language and the signs of a phone: all of it says the same."""
    assert str(reading(story, typed)) == question
    assert reading(story, question) == reading(story, typed)


@pytest.mark.parametrize("typed", [typed for typed, _ in UNDERSTOOD if "3f2a91" not in typed])
def test_what_is_read_is_answered(ask, typed):
    """No reading falls through to a refusal."""
    assert ask(typed).understood


@pytest.mark.parametrize(("typed", "offers"), OFFERED)
def test_a_slip_is_offered_and_never_taken(ask, typed, offers):
    """Every offer is a whole question, and is understood."""
    answer = ask(typed)

    assert (answer.kind, list(answer.instead)) == ("did_you_mean", offers)
    assert all(ask(offer).understood for offer in offers)


@pytest.mark.parametrize(("typed", "said"), REFUSED)
def test_what_is_not_understood_is_named_with_a_way_on(ask, typed, said):
    """No part of a question is passed over in silence."""
    answer = ask(typed)

    assert (answer.kind, answer.understood) == ("not_understood", False)
    assert [part for part in said if part not in answer.text] == []


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("", "Ask the record"),
        ("hello", "Ask the record"),
        ("🙂", "Ask the record"),
        ("...", "Ask the record"),
        ("help", "What you can ask"),
        ("HELP Why", "in whose words"),
        ("help shift", "opens a form in Slack"),
        ("history XAA", "Arvandor: 9 facts"),
        ("history XAA from XBB article 4 since 2025-04-02 until 2025-04-02", "until 2025-04-02: 1 fact on"),
        ("history XAA as known at 2025-04-30 as of 2025-03-01", "Arvandor: 5 facts"),
        ("why XBB XAA as of 2025-04-30", "2025-04-02: Halvora cut"),
        ("requests Arvandor article 4 open", "Arvandor, Article 4: 1 open request"),
        ("shifts XAA from XBB since 2025-05-01", "since 2025-05-01: 1 shift"),
        ("deadlines article 4 within 90 days as of 2025-01-31", "by 2025-05-01"),
        ("deadlines until 2025-12-31", "by 2025-12-31"),
        ("pledges XAA from XBB 2025", "since 2025-01-01, until 2025-12-31: 1 pledge"),
        (
            "changes XAA until 2025-01-31 since 2025",
            "recorded since 2025-01-01 until 2025-01-31",
        ),
        ("why XAA XBB", "Name the donor first"),
    ],
)
def test_an_answer_begins_with_how_it_was_read(ask, question, head):
    """Whoever asks sees what was counted."""
    assert head in ask(question).head


def test_every_example_of_help_is_understood(ask):
    """What help shows works as it stands."""
    told = [line.strip("• `") for verb in VERBS for line in ask(f"help {verb}").text.splitlines() if "• `" in line]
    plain = [line.strip("• `") for line in ask("help").text.splitlines() if "• `" in line]

    assert len(told) > 40
    assert len(plain) > 10
    asked = {each.replace("2026-", "2025-") for each in (*told, *plain) if "3f2a91" not in each}
    assert [each for each in asked if not ask(each).understood] == []


def test_help_tells_of_every_verb_and_form(ask):
    """Each has a line in help, and a page of its own with examples."""
    for name in (*VERBS, *(form.name for form in FORMS)):
        assert f"`{name}" in ask(f"help {name}").text.replace("/ica ", "")
        assert name in ask("help").text


def test_every_name_on_the_list_is_read_whole(story: Kept):
    """No name of a State or organisation is cut by a keyword that happens to stand in it."""
    known = directory()
    for name, codes in [*known.states.items(), *known.organisations.items()]:
        if len(codes) == 1 and name not in {"congo", "конго", "الكونغو", "刚果"}:
            assert str(reading(story, f"history {name} since 2024")) == (
                f"history {names.party(name)} since 2024-01-01"
            ), name


def test_a_broken_record_is_an_answer_too(ask, story: Kept, monkeypatch):
    """Whatever goes wrong below, the person is told to try again and sees no traceback."""
    monkeypatch.setattr(story.queries, "state_history", None)

    answer = ask("history XAA")

    assert (answer.kind, answer.understood) == ("unavailable", False)
    assert "Try again" in answer.text
