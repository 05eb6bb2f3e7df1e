"""Items as a table: what is nested becomes columns with dotted names, what repeats is joined by semicolons."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

HISTORY = (
    "position", "event_id", "kind", "occurred_on", "recorded_at", "recorded_by", "reported_by", "summary", "donor",
    "recipient", "article", "detail.money", "visibility", "retracted", "corrects", "corrected_by",
    "refs.request_id", "refs.pledge_id", "refs.shift_id", "source.kind", "source.ref", "source.url",
)  # fmt: skip
REQUESTS = (
    "id", "state", "article", "status", "nature", "need", "money", "national_investment", "match_sought", "from_on",
    "until", "occurred_on", "recorded_at", "recorded_by", "reported_by", "visibility", "coverage.pledged",
    "coverage.committed", "coverage.paid", "source.kind", "source.ref", "source.url",
)  # fmt: skip
PLEDGES = (
    "id", "donor", "state", "article", "request_id", "pledged", "committed", "paid", "received", "amount_unknown",
    "in_kind", "earmarking", "tied_status", "channel", "via", "match_ratio", "from_on", "until", "ended_on", "marks",
    "occurred_on", "recorded_at", "recorded_by", "reported_by", "visibility", "parent_pledge_id", "source.kind",
    "source.ref", "source.url",
)  # fmt: skip
SHIFTS = (
    "id", "donor", "state", "direction", "money", "to_state", "occurred_on", "unexplained", "days_waiting", "reason",
    "reason_text", "reason_source", "explained_on", "days_to_explanation", "pledge_id", "recorded_at", "recorded_by",
    "reported_by", "visibility", "source.kind", "source.ref", "source.url",
)  # fmt: skip
DECISIONS = (
    "shift_id", "decision", "occurred_on", "money", "reason", "reason_text", "reason_source", "unexplained",
    "explained_on", "days_to_explanation", "told_by_then", "since", "recorded_at", "recorded_by",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NO_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's own clock has no zone
_LONGEST_CELL = 32767
"""A workbook holds no longer text in one cell."""


def to_csv(items: Iterable[dict[str, Any]], columns: Sequence[str]) -> str:
    """RFC 4180, with a header; a cell that a spreadsheet would run as a formula is kept as text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in cells(item, columns)] for item in items)
    return out.getvalue()


def to_xlsx(items: Iterable[dict[str, Any]], columns: Sequence[str]) -> bytes:
    """One sheet, every cell as text: nothing is run, nothing is rounded; the same rows give the same bytes."""
    import xlsxwriter  # noqa: PLC0415 - no other form needs it

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _NO_MOMENT})
        sheet = book.add_worksheet("On record")  # Excel keeps the name "History" for itself
        for number, row in enumerate([list(columns), *(cells(item, columns) for item in items)]):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell[:_LONGEST_CELL])
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def cells(item: dict[str, Any], columns: Sequence[str]) -> list[str]:
    """One row, as text."""
    return [_cell(_at(item, column)) for column in columns]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _at(item: Any, path: str) -> Any:
    for part in path.split("."):
        item = item.get(part) if isinstance(item, dict) else None
    return item


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(_cell(part) for part in value)
    if isinstance(value, dict):
        if value.keys() == {"amount", "currency"}:
            return f"{value['amount']} {value['currency']}"
        return str(value.get("summary", value))
    return str(value)
