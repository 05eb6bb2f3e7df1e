"""What is cut is cut where people see no seam, and within what Slack counts."""

import pytest

from bots.answered import Pressed
from bots.blocks import button
from bots.modals.fields import option
from bots.mrkdwn import LONGEST_ADDRESS, fitted, linked
from bots.signs import size

FAMILY, FLAG, LAO = "👨‍👩‍👧‍👦", "🇱🇦", "ກຳ"


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("as it was", 9, "as it was"),
        ("a<b>&c", 20, "a&lt;b&gt;&amp;c"),
        ("<<<", 12, "&lt;&lt;&lt;"),
        ("<<<", 11, "&lt;&lt;…"),
        (FAMILY * 2, 2 * 11, FAMILY * 2),
        (FAMILY * 2, 2 * 11 - 1, f"{FAMILY}…"),
        (FLAG * 3, 9, f"{FLAG * 2}…"),
        (LAO * 3, 4, f"{LAO}…"),
        ("e\u0301" * 3, 4, "e\u0301…"),
        ("😀" * 10, 9, f"{'😀' * 4}…"),
        ("a" + "\u0301" * 50, 10, "…"),
    ],
)
def test_no_sign_and_no_escape_is_cut_apart(text: str, limit: int, shown: str) -> None:
    """A family, a flag, a letter with its marks stays whole or goes; an emoji counts as Slack counts it."""
    assert fitted(text, limit) == shown
    assert size(shown) <= limit


def test_plain_words_are_cut_alike_and_not_escaped() -> None:
    """Slack shows a button or an option letter by letter, and makes no smileys of it."""
    for text in (button("x", FAMILY * 9 + "&<", "v")["text"], option(FAMILY * 9 + "&<", "v")["text"]):
        assert text == {"type": "plain_text", "text": f"{FAMILY * 6}…", "emoji": False}
    assert option(":100: & <!here>", "v")["text"]["text"] == ":100: & <!here>"


def test_an_address_that_is_too_long_leads_to_the_whole_page() -> None:
    """Of an organisation with a long name the page is not narrowed, rather than no answer taken."""
    long = "x" * LONGEST_ADDRESS

    assert linked("the page", f"https://ica.example/pledges?donor={long}") == "<https://ica.example/pledges|the page>"
    assert linked("the page", f"https://ica.example/states/{long}/history") == "the page"


def test_a_button_holds_whatever_question_was_answered() -> None:
    """Five hundred characters at most; those that are written as six letters each are blanks anyway."""
    value = Pressed("requests " + "\x01" * 240 + '"\\' * 120, 90).value

    assert len(value) <= 2_000
    assert Pressed.of({"action_id": "page_next", "value": value}) == Pressed("requests  " + '"\\' * 120, 90)
