"""Blocks and views to try the rules with: good ones, and bad ones with the reason why Slack refuses them."""

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def section(text: str = "*Chad* asked for support", **more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(text), **more}


def button(text: str = "Acknowledge", **more: Any) -> Json:
    return {"type": "button", "text": plain(text), "action_id": "acknowledge", "value": "r1", **more}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def option(value: str, text: str = "") -> Json:
    return {"text": plain(text or value), "value": value}


def select(*values: str, **more: Any) -> Json:
    return {"type": "static_select", "action_id": "pick", "options": [option(value) for value in values], **more}


def overflow(count: int) -> Json:
    return {"type": "overflow", "action_id": "more", "options": [option(f"o{n}") for n in range(count)]}


def entry(block_id: str, element: Json, **more: Any) -> Json:
    return {"type": "input", "block_id": block_id, "label": plain(block_id.title()), "element": element, **more}


def typed(**more: Any) -> Json:
    return {"type": "plain_text_input", "action_id": "value", **more}


def modal(*blocks: Json, **more: Any) -> Json:
    words = {"title": plain("New request"), "submit": plain("Send"), "close": plain("Cancel")}
    return {"type": "modal", "callback_id": "request", **words, "blocks": list(blocks) or [section()], **more}


GOOD_MESSAGE = [
    {"type": "header", "text": plain("Chad, Article 4")},
    section(fields=[mrkdwn("*Due*\n1 October 2026"), mrkdwn("*Left*\n3 months")], accessory=overflow(5)),
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn("From the record")]},
    actions(button(style="primary"), select("1 day", "1 week", "1 month")),
]

BAD_BLOCKS: dict[str, tuple[list[Json], str]] = {
    "51 blocks in a message": ([section()] * 51, "no more than 50 items"),
    "a section text over 3000": ([section("x" * 3001)], "must be less than 3001"),
    "an empty section text": ([section("")], "must be more than 0"),
    "a section of neither text nor fields": ([{"type": "section"}], "must define either text or fields"),
    "11 fields": ([section(fields=[mrkdwn("x")] * 11)], "no more than 10 items"),
    "a field over 2000": ([section(fields=[mrkdwn("x" * 2001)])], "must be less than 2001"),
    "a header over 150": ([{"type": "header", "text": plain("x" * 151)}], "must be less than 151"),
    "a header in mrkdwn": ([{"type": "header", "text": mrkdwn("x")}], "valid enum value (plain_text)"),
    "26 actions": ([actions(*[button(action_id=f"a{n}") for n in range(26)])], "no more than 25 items"),
    "no actions": ([actions()], "no fewer than 1 items"),
    "a button in mrkdwn": ([actions(button() | {"text": mrkdwn("x")})], "valid enum value (plain_text)"),
    "a button text over 75": ([actions(button("x" * 76))], "must be less than 76"),
    "a button value over 2000": ([actions(button(value="x" * 2001))], "must be less than 2001"),
    "an unknown button style": ([actions(button(style="default"))], "valid enum value (primary, danger)"),
    "an action_id over 255": ([actions(button(action_id="x" * 256))], "must be less than 256"),
    "an action_id twice in a block": ([actions(button(), button())], "`action_id` already exists"),
    "101 options": ([actions(select(*map(str, range(101))))], "no more than 100 items"),
    "an option text over 75": ([actions(select("v") | {"options": [option("v", "x" * 76)]})], "must be less than 76"),
    "a select of no options": ([actions(select())], "no fewer than 1 items"),
    "an initial option not offered": ([actions(select("a", initial_option=option("b")))], "one of the provided"),
    "an overflow of 1": ([section(accessory=overflow(1))], "no fewer than 2 items"),
    "an option text of 38 emoji": ([actions(select("v") | {"options": [option("v", "😀" * 38)]})], "be less than 76"),
    "an overflow of 6": ([section(accessory=overflow(6))], "no more than 5 items"),
    "a block_id over 255": ([section(block_id="x" * 256)], "must be less than 256"),
    "a block_id twice": ([section(block_id="b"), section(block_id="b")], "`block_id` already exists"),
    "an unknown block": ([{"type": "paragraph", "text": plain("x")}], "unsupported type: paragraph"),
    "an unknown key": ([section(colour="red")], "invalid additional property: colour"),
    "emoji in mrkdwn": ([{"type": "section", "text": mrkdwn("x") | {"emoji": True}}], "additional property: emoji"),
    "an input element in actions": ([actions(typed())], "unsupported type: plain_text_input"),
    "a button in an input block": ([entry("b", button())], "unsupported type: button"),
    "an input without label": ([{"type": "input", "element": typed()}], "missing required field: label"),
    "an image without alt_text": ([{"type": "image", "image_url": "https://x.org/a.png"}], "field: alt_text"),
    "a text that is a bare string": ([{"type": "section", "text": "x"}], "must provide an object"),
    "a null key": ([section(block_id=None)], "must provide a string"),
    "11 context elements": ([{"type": "context", "elements": [mrkdwn("x")] * 11}], "no more than 10 items"),
}

BAD_MODALS: dict[str, tuple[Json, str]] = {
    "a title over 24": (modal(title=plain("x" * 25)), "must be less than 25"),
    "a title in mrkdwn": (modal(title=mrkdwn("x")), "valid enum value (plain_text)"),
    "a submit over 24": (modal(submit=plain("x" * 25)), "must be less than 25"),
    "a close over 24": (modal(close=plain("x" * 25)), "must be less than 25"),
    "101 blocks": (modal(*[section()] * 101), "no more than 100 items"),
    "private_metadata over 3000": (modal(private_metadata="x" * 3001), "must be less than 3001"),
    "a callback_id over 255": (modal(callback_id="x" * 256), "must be less than 256"),
    "the id of another view": (modal(id="V1"), "invalid additional property: id"),
    "a Markdown block": (modal({"type": "markdown", "text": "# x"}), "unsupported type: markdown"),
    "two fields in focus": (
        modal(entry("a", typed(focus_on_load=True)), entry("b", typed(focus_on_load=True))),
        "only one element can have focus_on_load",
    ),
    "inputs without submit": (
        {key: value for key, value in modal(entry("need", typed())).items() if key != "submit"},
        "must define `submit` to use `input` block",
    ),
}
