"""Deadlines in the order in which a reader needs them: past and unmet, then what comes, then what has no day."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from adapters.http.pages.parts import Row
from domain.treaty_clock import after

REPORTS = ("initial_report", "annual_report")
TITLES = {
    "past": "Past and not met",
    "soon": "The next twelve months",
    "later": "Later",
    "unknown": "Day unknown",
    "undated": "No fixed date",
    "closed": "Met or ended",
}


@dataclass(frozen=True)
class Timeline:
    """`rows` by group, each in the order of its days; `outstanding` are the reports not filed, a row a State."""

    rows: list[tuple[str, Row]]
    outstanding: list[Row]
    counts: dict[str, int]
    """How many deadlines a group has, reports outstanding apart."""
    reports: int

    def groups(self, start: int, end: int) -> list[tuple[str, str, list[Row]]]:
        """Some of the rows, under their titles."""
        shown = groupby(self.rows[start:end], key=lambda pair: pair[0])
        return [(name, TITLES[name], [row for _, row in pairs]) for name, pairs in shown]


def timeline(deadlines: list[Row], today: str, *, each_apart: bool = False) -> Timeline:
    """Reports due on one day are one row, unless each is wanted apart."""
    year_on = after(today, "12m")
    late = [each for each in deadlines if each["kind"] in REPORTS and _group(each, year_on) == "past"]
    grouped: dict[str, list[Row]] = {name: [] for name in TITLES}
    for each in deadlines:
        if each["kind"] not in REPORTS or _group(each, year_on) != "past":
            grouped[_group(each, year_on)].append(each)
    rows = [
        (name, row)
        for name, members in grouped.items()
        for row in (members if each_apart or name == "closed" else _together(members))
    ]
    counts = {name: len(members) for name, members in grouped.items()}
    return Timeline(rows, _by_state(late), counts, len(late))


def _group(each: Row, year_on: str) -> str:
    """Where a deadline stands in the order."""
    if each.get("provisional"):
        return "unknown"
    if each["status"] == "fixed":
        return "past" if each["days_left"] < 0 else "soon" if each["due_on"] <= year_on else "later"
    return {"unknown": "unknown", "no_fixed_date": "undated"}.get(each["status"], "closed")


def _together(members: list[Row]) -> list[Row]:
    """The reports of several States due on one day become one row, where the first of them stood."""
    same: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for each in members:
        same[each["kind"], each["due_on"]].append(each)
    found: list[Row] = []
    for each in members:
        alike = same[each["kind"], each["due_on"]]
        if each["kind"] not in REPORTS or len(alike) == 1:
            found.append(each)
        elif each is alike[0]:
            found.append(each | {"state": None, "states": [one["state"] for one in alike]})
    return found


def _by_state(late: list[Row]) -> list[Row]:
    """The States that owe reports, the longest owed first."""
    owed: dict[str, list[Row]] = defaultdict(list)
    for each in late:
        owed[each["state"]].append(each)
    rows = [
        {"state": state, "reports": reports, "due_on": reports[0]["due_on"], "days_left": reports[0]["days_left"]}
        for state, reports in owed.items()
    ]
    return sorted(rows, key=lambda row: (row["due_on"], row["state"]))
