"""Nothing of a question is lost: whatever is put together is read wholly, or a part of it is named."""

import pytest
from builders import Kept
from halvora import reading
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.questions.reading import Question
from bots.questions.refusals import NotUnderstood

VERBS = ("history", "requests", "pledges", "shifts", "deadlines", "silent", "outcomes", "changes", "coverage", "brief")
PARTS = {
    "Arvandor": "XAA", "of Lao PDR": "LAO", "from Halvora": "XBB", "Guinea-Bissau": "GNB", "the Niger": "NER",
    "article 4": "article 4", "for clearance": "article 4", "open": "open", "unexplained": "unexplained",
    "since 31/01/2025": "2025-01-31", "until March 2025": "2025-03-31", "in 2024": "2024", "within a year": "within 1y",
    "as of 1 May 2025": "as of 2025-05-01", "known at 2025-02": "known at 2025-02-28",
    "and": "", "gibberish": "nothing",
}  # fmt: skip
HOSTILE = (
    "&<>", "<!channel>", "<@U0123ABCD>", "history <!channel> & <b>", "ສະບາຍດີ ລາວ", "مرحبا \u202eabc",
    "历史 老挝 &amp;",
    "\u200f\u200e\u202a", "?!?!…", "🇱🇦🇫🇷🙏🏽", "why " + "are " * 90,
    "history " + "and " * 100, "requests " + "XAA " * 60,
    "\x00\x1b[2J", "history {state} %s \\d+ (.*)", "why why why", "as of as of", "since since 2025", "'\"" * 40,
    "history 0000-00-00", "deadlines within 9999 years", "history since 9999 years ago", "match #", "overview 9999",
    "a" * 499, "a" * 5000, "who " * 120, "pourquoi " * 50, "history XAA since ²⁰²⁵", "requests article ④",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(verb=st.sampled_from(VERBS), parts=st.lists(st.sampled_from(list(PARTS)), max_size=5))
def test_every_part_is_read_or_a_part_is_named(story: Kept, verb: str, parts: list[str]):
    """What was read says each part back; a refusal quotes something that was typed, or says what is missing."""
    typed = " ".join([verb, *parts])
    question, refused = _read(story, typed)
    if question is None:
        missing = refused.startswith(("Name a State", "Which State", "Since when", "Which request"))
        assert missing or any(word in refused for word in (*typed.split(), "2025", "2024"))
    else:
        assert [part for part in parts if f" {PARTS[part]}" not in f"{question} "] == []
        assert reading(story, str(question)) == question


def _read(story: Kept, typed: str) -> tuple[Question | None, str]:
    try:
        return reading(story, typed), ""
    except NotUnderstood as refusal:
        return None, refusal.said


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_answered_like_any_other(ask, text):
    """Markup, control signs, any script, endless repetition: an answer comes, and it is not a fault."""
    answer = ask(text)

    assert answer.kind != "unavailable"
    assert answer.blocks
