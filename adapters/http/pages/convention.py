"""What the Convention asks of a State, as its page shows it: obligations with all said of them, and reports."""

from itertools import chain

from adapters.http.pages.questions import Row
from adapters.http.pages.timeline import REPORTS, timeline
from adapters.http.pages.treaty_words import FIGURE


def convention(told: Row, today: str) -> Row:
    """The parts of a State's page that stand above its support."""
    due = timeline([each for each in told["deadlines"] if each["status"] not in {"met", "ended"}], today)
    return {
        "due": [row for _, row in due.rows],
        "outstanding": [report for row in due.outstanding for report in row["reports"]],
        "past": due.counts["past"] + due.reports,
        "obligations": sorted(map(_obligation, told["obligations"]), key=_in_order),
        "reports": _reports(told["reports"], told["deadlines"]),
        "bound": told["membership"]["status"] != "none",
    }


def _in_order(obligation: Row) -> tuple[int, str]:
    return obligation["article"], obligation["due_on"] or "unknown"


def _obligation(obligation: Row) -> Row:
    """An obligation with its lodging day, its figures in columns, and its extensions in the order of their days."""
    progress = obligation["progress"]
    reported: set[str] = set(chain.from_iterable(each["figures"] for each in progress))
    extensions: list[Row] = [
        *(each | {"asked": True} for each in obligation["extensions_requested"]),
        *(each | {"asked": False} for each in obligation["extensions_decided"]),
    ]
    return obligation | {
        "lodging": next((each for each in obligation["deadlines"] if each["kind"] == "extension_lodging"), None),
        "measures": [name for name in FIGURE if name in reported],
        "extensions": sorted(extensions, key=lambda each: (each["occurred_on"], not each["asked"])),
    }


def _reports(filed: list[Row], deadlines: list[Row]) -> list[Row]:
    """Every report due or filed, the latest first; one that was not due is shown all the same."""
    due = [each for each in deadlines if each["kind"] in REPORTS and each["status"] != "ended"]
    rows = [_report(each["kind"].removesuffix("_report"), each["year"], filed) | {"deadline": each} for each in due]
    known = {row["report"]["id"] for row in rows if row["report"]}
    rows += [
        {"kind": each["kind"], "year": each["year"], "report": each, "deadline": None}
        for each in filed
        if each["id"] not in known
    ]
    return sorted(rows, key=lambda row: (row["year"], row["kind"] == "annual"), reverse=True)


def _report(kind: str, year: int, filed: list[Row]) -> Row:
    """The report that meets a deadline, where one is on record."""
    alike = (each for each in filed if each["kind"] == kind and (kind == "initial" or each["year"] == year))
    return {"kind": kind, "year": year, "report": next(alike, None)}
