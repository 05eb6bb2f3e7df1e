"""What is due: each deadline with its basis in words, computed or entered, and how it looks."""

from collections.abc import Iterator
from datetime import date

from projections.coverages import before_record, kept_from
from projections.obligation_deadlines import obligation_deadlines
from projections.on_record import Document, OnRecord, ended, item
from projections.report_deadlines import ReportDue, report_deadlines


def deadlines(record: OnRecord) -> list[Document]:
    """Every deadline, soonest first; those without a date come last."""
    found = [
        *(each for obligation in record.obligations for each in obligation_deadlines(obligation, record)),
        *(each for state in record.acts for each in _of_reports(state, record)),
        *(_of_outcome(outcome, record) for outcome in record.outcomes if outcome["due_on"]),
    ]
    return sorted(
        found, key=lambda each: (each["due_on"] is None, each["due_on"] or "", each["state"] or "", each["id"])
    )


def _of_reports(state: str, record: OnRecord) -> Iterator[Document]:
    joined = record.membership(state)
    if not joined["entry_into_force"]:
        return
    filed = {(each["kind"], each["year"]): each for each in record.reports if each["state"] == state}
    since = kept_from(record.coverages, "article7")
    for due in report_deadlines(date.fromisoformat(joined["entry_into_force"]), date.fromisoformat(record.today)):
        report = _filed(due, filed)
        if report is None and since and due.on < since:
            continue
        status = "met" if report else "ended" if ended(joined, due.on, record.today) else "fixed"
        yield item(
            record, _report_id(state, due), state, 7, f"{due.kind}_report", due.on, status,
            joined["computed"] or due.kind == "annual", due.basis, year=due.year,
            filed_on=report["filed_on"] if report else None, visibility=record.acts[state][0]["visibility"],
        )  # fmt: skip


def _report_id(state: str, due: ReportDue) -> str:
    """There is one initial report, whatever day it turns out to be due."""
    return f"{state}:initial" if due.kind == "initial" else f"{state}:annual:{due.year}"


def _filed(due: ReportDue, filed: dict[tuple[str, int], Document]) -> Document | None:
    """The report that meets a deadline; an initial report is the only one, whatever year it covers."""
    if due.kind == "initial":
        return next((each for (kind, _), each in filed.items() if kind == "initial"), None)
    return filed.get((due.kind, due.year))


def _of_outcome(outcome: Document, record: OnRecord) -> Document:
    status = "fixed" if outcome["status"] == "open" else "met" if outcome["status"] == "done" else "ended"
    return item(
        record, f"{outcome['id']}:outcome", outcome["owner"], None, "outcome", outcome["due_on"], status, False,
        f"agreed at {outcome['meeting']['title']}: {outcome['text']}", outcome_id=outcome["id"],
        meeting_id=outcome["meeting_id"], position=outcome["position"], visibility=outcome["visibility"],
        before_record=before_record(record.coverages, "meetings", outcome["due_on"]),
    )  # fmt: skip
