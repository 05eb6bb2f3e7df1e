"""Rich text, Markdown and tables, as far as a record's answers may need them."""

from typing import Any

from .checks import Check, Problems, boolean, by_type, integer, listed, obj, one_of, string

STYLE = obj({}, dict.fromkeys(("bold", "italic", "strike", "code", "underline"), boolean))


def part(kind: str, required: dict[str, Check], optional: dict[str, Check] | None = None) -> Check:
    return obj({"type": one_of(kind), **required}, {"style": STYLE, **(optional or {})})


PARTS = {
    "text": part("text", {"text": string()}),
    "link": part("link", {"url": string(3000)}, {"text": string(), "unsafe": boolean}),
    "user": part("user", {"user_id": string(255)}),
    "channel": part("channel", {"channel_id": string(255)}),
    "emoji": part("emoji", {"name": string(255)}, {"unicode": string(255)}),
    "broadcast": part("broadcast", {"range": one_of("here", "channel", "everyone")}),
    "date": part(
        "date",
        {"timestamp": integer(0, 9_999_999_999), "format": string(255)},
        {"url": string(3000), "fallback": string()},
    ),
}
INLINE = listed(by_type(PARTS), 1000)
SECTION = obj({"type": one_of("rich_text_section"), "elements": INLINE})
RUNS = {
    "rich_text_section": SECTION,
    "rich_text_list": obj(
        {
            "type": one_of("rich_text_list"),
            "style": one_of("bullet", "ordered"),
            "elements": listed(by_type({"rich_text_section": SECTION}), 1000),
        },
        {"indent": integer(0, 8), "offset": integer(0, 100_000), "border": integer(0, 1)},
    ),
    "rich_text_quote": obj({"type": one_of("rich_text_quote"), "elements": INLINE}, {"border": integer(0, 1)}),
    "rich_text_preformatted": obj(
        {"type": one_of("rich_text_preformatted"), "elements": INLINE}, {"border": integer(0, 1)}
    ),
}
BLOCK_ID = {"block_id": string(255)}
RICH_TEXT = obj({"type": one_of("rich_text"), "elements": listed(by_type(RUNS), 1000)}, BLOCK_ID)

CELL = by_type({"raw_text": obj({"type": one_of("raw_text"), "text": string()}), "rich_text": RICH_TEXT})
COLUMN = obj({}, {"align": one_of("left", "center", "right"), "is_wrapped": boolean})
TABLE = obj(
    {"type": one_of("table"), "rows": listed(listed(CELL, 20), 100)},
    {"column_settings": listed(COLUMN, 20), **BLOCK_ID},
)
MARKDOWN = obj({"type": one_of("markdown"), "text": string(12_000)}, BLOCK_ID)


def one_table(blocks: list[dict[str, Any]], at: str, problems: Problems) -> None:
    """A message shows one table at most."""
    if sum(block["type"] == "table" for block in blocks) > 1:
        problems.add("only_one_table_allowed", at)


def markdown_fits(blocks: list[dict[str, Any]], at: str, problems: Problems) -> None:
    """All Markdown of one message counts together."""
    if sum(len(block["text"]) for block in blocks if block["type"] == "markdown") > 12_000:
        problems.add("markdown must be less than 12001 characters together", at)
