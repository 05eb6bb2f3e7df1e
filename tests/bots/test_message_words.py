"""The plain words of messages, as Slack delivers them."""

from typing import Any

import pytest

from bots.message_words import unmarked, words_of

LIST = {
    "type": "rich_text_list", "style": "bullet", "elements": [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": "survey"}]},
        {"type": "rich_text_section", "elements": [{"type": "text", "text": "clearance", "style": {"bold": True}}]},
    ],
}  # fmt: skip


def rich(*pieces: dict[str, Any]) -> dict[str, Any]:
    """A block as Slack's editor makes it."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(pieces)}]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("survey &amp; &lt;clearance&gt;", "survey & <clearance>"),
        ("<@U1|ana> and <@U2> met in <#C1|donors>", "@ana and @U2 met in #donors"),
        ("<!here> see <https://ica.example/x|the page> or <https://ica.example>", "@here see the page or https://ica.example"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("&amp;lt; stays what was typed", "&lt; stays what was typed"),
        ("", ""),
    ],
)  # fmt: skip
def test_markup_becomes_the_words_it_stands_for(text: str, words: str) -> None:
    """Nothing is left by which Slack would ping or link."""
    assert unmarked(text) == words


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"text": "*bold*", "blocks": [rich({"type": "text", "text": "bold"})]}, "bold"),
        ({"blocks": [rich({"type": "link", "url": "https://x.example"}, {"type": "text", "text": "\nmore"})]},
         "https://x.example\nmore"),
        ({"blocks": [{"type": "rich_text", "elements": [LIST]}]}, "• survey\n• clearance"),
        ({"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "a &amp; b"}}]}, "a & b"),
        ({"text": "Look:", "attachments": [{"is_share": True, "text": "sent &amp; kept"}]}, "Look:\n\nsent & kept"),
        ({"text": "", "attachments": [{"fallback": "[1 April] ana: words"}]}, "[1 April] ana: words"),
        ({"text": "", "attachments": [{"fallback": "no", "message_blocks": [
            {"channel": "C1", "ts": "1.0", "message": {"blocks": [rich({"type": "text", "text": "shared"})]}}
        ]}]}, "shared"),
        ({"text": None, "blocks": None, "attachments": None}, ""),
        ({"blocks": [{"type": "of a kind nobody knows yet"}, rich({"type": "new"})], "text": "x"}, "x"),
    ],
)  # fmt: skip
def test_a_message_is_read_as_people_read_it(message: dict[str, Any], words: str) -> None:
    """Its own words, then those of what was forwarded with it."""
    assert words_of(message) == words
