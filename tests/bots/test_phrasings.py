"""What people type and what it is taken for: exactly, or not at all with a way on."""

import pytest
from builders import Kept

from domain import names
from domain.names.directory import directory

HISTORY, WHY, REQUESTS = "history", "why", "requests"

UNDERSTOOD = [
    ("", "menu", "Ask the record"),
    ("hello", "menu", "Ask the record"),
    ("help", "help", "What you can ask"),
    ("HELP Why", "help", "in whose words"),
    ("help shift", "help", "opens a form in Slack"),
    ("history XAA", HISTORY, "Arvandor: 9 facts"),
    ("History Arvandor.", HISTORY, "Arvandor: 9 facts"),
    ("history of the Arvandor", HISTORY, "Arvandor: 9 facts"),
    ("“history Arvandor”", HISTORY, "Arvandor: 9 facts"),
    ("history “Arvandor”", HISTORY, "Arvandor: 9 facts"),
    ("history\u00a0XAA\u202ffrom\u2009XBB", HISTORY, "Arvandor, from Halvora: 8 facts"),
    ("history XAA from Halvora", HISTORY, "Arvandor, from Halvora: 8 facts"),
    ("history XAA article 4", HISTORY, "Arvandor, Article 4: 8 facts"),
    ("history XAA since 2025-05", HISTORY, "Arvandor, since 2025-05-01: 2 facts"),
    ("history XAA until 31 March 2025", HISTORY, "Arvandor, until 2025-03-31: 6 facts"),
    ("history XAA from XBB article 4 since 2025-04-02 until 2025-04-02", HISTORY, "until 2025-04-02: 1 fact on"),
    ("history XAA as of 2025-01-31", HISTORY, "As of 2025-01-31."),
    ("history XAA known at 2025-01-31", HISTORY, "As known at the end of 2025-01-31."),
    ("history XAA as known at 2025-04-30 as of 2025-03-01", HISTORY, "Arvandor: 5 facts"),
    ("history XAA as of 2025", HISTORY, "As of 2025-06-15."),
    ("history XAA as of today", HISTORY, "As of 2025-06-15."),
    ("history XAA in 2025", HISTORY, "since 2025-01-01, until 2025-12-31"),
    ("history Lao PDR", HISTORY, "Lao PDR: nothing on record."),
    ("history République démocratique populaire lao", HISTORY, "Lao PDR"),
    ("history 老挝", HISTORY, "Lao PDR"),
    ("history Босния и Герцеговина", HISTORY, "Bosnia and Herzegovina"),
    ("history Côte d’Ivoire", HISTORY, "Côte d'Ivoire"),
    ("history لبنان", HISTORY, "Lebanon"),
    ("what happened in Arvandor?", HISTORY, "Arvandor: 9 facts"),
    ("why XBB XAA", WHY, "Halvora cut its support to Arvandor by 100,000.00 EUR"),
    ("WHY xbb xaa?", WHY, "Halvora cut its support to Arvandor by 100,000.00 EUR"),
    ("why XBB to XAA as of 2025-04-30", WHY, "2025-04-02: Halvora cut"),
    ("why XBB XAA known at 2025-04-30", WHY, "2025-04-02: Halvora cut"),
    ("why did Halvora leave Arvandor?", WHY, "Halvora cut its support to Arvandor"),
    ("Why has Halvora cut its support to Arvandor as of 2025-04-30?", WHY, "2025-04-02: Halvora cut"),
    ("why the United Kingdom Bosnia and Herzegovina", WHY, "United Kingdom to Bosnia and Herzegovina"),
    ("why did the United Kingdom stop funding the Lao People’s Democratic Republic?", WHY, "United Kingdom to Lao PDR"),
    ("why Guinea Guinea-Bissau", WHY, "Guinea to Guinea-Bissau"),
    ("why UNDP Chad", WHY, "UNDP"),
    ("requests", REQUESTS, "All States: 1 request"),
    ("requests XAA", REQUESTS, "Arvandor: 1 request"),
    ("requests Arvandor article 4 open", REQUESTS, "Arvandor, Article 4: 1 open request"),
    ("open requests of Arvandor under article 4".replace("under ", ""), REQUESTS, "Article 4: 1 open request"),
    ("requests art. 3", REQUESTS, "Article 3: no requests"),
    ("what has Arvandor asked for?", REQUESTS, "Arvandor: 1 request"),
    ("please show me the requests of Arvandor", REQUESTS, "Arvandor: 1 request"),
    ("shifts", "shifts", "Support to all States: 2 shifts"),
    ("shifts XAA from XBB since 2025-05-01", "shifts", "since 2025-05-01: 1 shift"),
    ("shifts unexplained", "shifts", "1 unexplained shift"),
    ("deadlines", "deadlines", "All States: no deadlines"),
    ("deadlines Bosnia", "deadlines", "Bosnia and Herzegovina: no deadlines"),
    ("Deadlines BIH article 4 within 12 months", "deadlines", "Article 4, by 2026-06-15: no deadlines"),
    ("deadlines article 4 within 90 days as of 2025-01-31", "deadlines", "by 2025-05-01"),
    ("what is due for Bosnia?", "deadlines", "Bosnia and Herzegovina: no deadlines"),
    ("When are Chad's deadlines?", "deadlines", "Chad: no deadlines"),
    ("what falls due within 6 months", "deadlines", "by 2025-12-15"),
    ("outcomes", "outcomes", "no open outcomes"),
    ("outcomes open", "outcomes", "no open outcomes"),
    ("open outcomes of Australia", "outcomes", "of Australia"),
    ("what came out of the meeting?", "outcomes", "no outcomes"),
    ("unexplained shifts to Arvandor", "shifts", "Support to Arvandor: 1 unexplained shift"),
    ("who cut support to Arvandor and why?", "shifts", "Support to Arvandor: 2 shifts"),
    ("pledges XAA", "pledges", "Support to Arvandor: 1 pledge"),
    ("pledges from Halvora 2025", "pledges", "since 2025-01-01, until 2025-12-31: 1 pledge"),
    ("what has Halvora pledged to Arvandor?", "pledges", "Support to Arvandor, from Halvora: 1 pledge"),
]

REFUSED = [
    ("histroy XAA", "did_you_mean", "`history XAA`"),
    ("hlep", "did_you_mean", "`help`"),
    ("help shfit", "did_you_mean", "`help shift`"),
    ("history Arvander", "did_you_mean", "`history XAA`"),
    ("history Lao PRD since 2024", "did_you_mean", "`history LAO since 2024`"),
    ("history Austrlia", "did_you_mean", "`history AUT`"),
    ("requests Korea open", "did_you_mean", "`requests PRK open`"),
    ("why Halvra Arvandor", "did_you_mean", "`why XBB Arvandor`"),
    ("why Halvora Arvander", "did_you_mean", "`why Halvora XAA`"),
    ("why XAA XBB", "did_you_mean", "`why XBB XAA`"),
    ("requests XAA artcle 4", "did_you_mean", "`requests XAA article 4`"),
    ("XAA", "did_you_mean", "`requests XAA`"),
    ("shift XBB XAA", "did_you_mean", "`shifts`"),
    ("history Atlantis", "not_understood", "No State or organisation is called"),
    ("history", "not_understood", "Name a State or donor."),
    ("why", "not_understood", "Name the donor, then the State."),
    ("why XBB", "not_understood", "Name the State after the donor."),
    ("why XBB XAA foo", "not_understood", "I did not understand “foo”."),
    ("shifts XAA foo bar since 2025", "not_understood", "I did not understand “foo bar”."),
    ("requests XAA XAB", "not_understood", "I did not understand “XAB”."),
    ("requests XAA open not met", "not_understood", "I did not understand “not met”."),
    ("requests since 2024", "not_understood", "I did not understand “since 2024”."),
    ("requests article 6", "not_understood", "3, 4, 5, 7, 9"),
    ("requests article", "not_understood", "3, 4, 5, 7, 9"),
    ("history XAA since 31/01/2025", "not_understood", "“31/01/2025” is not a day"),
    ("history XAA since 2025-02-30", "not_understood", "“2025-02-30” is not a day"),
    ("history XAA as of", "not_understood", "Which day?"),
    ("history XAA as of 2027-01-01", "not_understood", "has not come yet"),
    ("history XAA since 2025-03 until 2025-01", "not_understood", "is after"),
    ("history XAA since 2024 since 2025", "not_understood", "is said twice"),
    ("help why not", "did_you_mean", "`help why`"),
    ("what is the meaning of life?", "not_understood", "`history LAO`"),
    ("history " + "x" * 500, "not_understood", "at most 500 characters"),
]


@pytest.mark.parametrize(("question", "kind", "said"), UNDERSTOOD)
def test_what_is_understood_says_how_it_was_read(ask, question, kind, said):
    """Names in any language, capitals, quotes, spaces and endings of a phone make no difference to what is asked."""
    answer = ask(question)

    assert (answer.kind, answer.understood) == (kind, True)
    assert said in answer.text


@pytest.mark.parametrize(("question", "kind", "said"), REFUSED)
def test_what_is_not_understood_is_said_with_a_way_on(ask, question, kind, said):
    """A near miss is offered and never taken; no part of a question is passed over in silence."""
    answer = ask(question)

    assert (answer.kind, answer.understood) == (kind, False)
    assert said in answer.text


def test_every_offer_is_itself_understood(ask):
    """Whoever follows a "did you mean" gets an answer."""
    for question, kind, said in REFUSED:
        if kind == "did_you_mean":
            assert ask(said.strip("`")).understood, question


def test_every_example_of_help_is_understood(ask):
    """What help shows works as it stands."""
    told = ask("help").text + "".join(ask(f"help {verb}").text for verb in ("history", "why", "requests", "shifts"))
    examples = {line.strip("• ").strip("`") for line in told.splitlines() if "`" in line and "/ica" not in line}
    asked = [example for example in examples if example.split()[0] in {"history", "why", "requests", "shifts"}]

    assert len(asked) > 10
    assert [example for example in asked if not ask(example.replace("2026-01-31", "2025-01-31")).understood] == []


def test_every_name_on_the_list_is_read_whole(ask, story: Kept):
    """No name of a State or organisation is cut by a keyword that happens to stand in it."""
    known = directory()
    for name, codes in [*known.states.items(), *known.organisations.items()]:
        if len(codes) == 1:
            answer = ask(f"history {name} since 2099")
            assert answer.kind == HISTORY, name
            assert answer.head.startswith(f"{names.party_name(names.party(name))}, since 2099"), name


def test_a_broken_record_is_an_answer_too(ask, story: Kept, monkeypatch):
    """Whatever goes wrong below, the person is told to try again and sees no traceback."""
    monkeypatch.setattr(story.queries, "state_history", None)

    answer = ask("history XAA")

    assert (answer.kind, answer.understood) == ("unavailable", False)
    assert "Try again" in answer.text
