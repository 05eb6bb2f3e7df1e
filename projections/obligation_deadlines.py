"""When an obligation is due, extended or not, and by when more time must be asked for."""

from collections.abc import Iterator
from datetime import date

from domain.treaty_clock import clearance_deadline, stockpile_deadline, within_extension_limit
from projections.coverages import before_record
from projections.lodging import lodging
from projections.on_record import Document, OnRecord, ended, item

KINDS = {3: "stockpile", 4: "clearance", 5: "victim_assistance", 9: "national_measures"}
ARTICLE_OF_TERM = {3: "Article 3(2)", 4: "Article 4(1)"}
NO_FIXED_DATE = {5: "Article 5 sets no date", 9: "Article 9 sets no date"}


def obligation_deadlines(obligation: Document, record: OnRecord) -> Iterator[Document]:
    """The term of an obligation, and the lodging day of an extension request."""
    state, article = obligation["state"], obligation["article"]
    joined = record.membership(state)
    due_on, computed, basis = _term(obligation, joined, record)
    status = "no_fixed_date" if article in NO_FIXED_DATE else "fixed" if due_on else "unknown"
    if obligation["fulfilled_on"]:
        status = "met"
    elif ended(joined, due_on, record.today):
        status, basis = "ended", f"the State's withdrawal takes effect on {joined['withdrawal_effective_on']}"
    lodged = lodging(obligation, due_on, record.meetings)
    yield item(
        record, f"{obligation['id']}:term", state, article, KINDS[article], due_on, status, computed, basis,
        obligation_id=obligation["id"], outlook=obligation["outlook"], lodging_on=lodged.due_on,
        exceeds_treaty_limit=_exceeds(obligation, joined), fulfilled_on=obligation["fulfilled_on"],
        position=obligation["position"], visibility=obligation["visibility"],
        before_record=before_record(record.coverages, "obligations", due_on),
    )  # fmt: skip
    if article in ARTICLE_OF_TERM and status in {"fixed", "unknown"}:
        yield item(
            record, _lodging_id(obligation), state, article, "extension_lodging", lodged.due_on,
            "met" if lodged.lodged_on else "fixed" if lodged.due_on else "unknown", lodged.due_on is not None,
            lodged.basis, obligation_id=obligation["id"], outlook=obligation["outlook"], lodging_on=lodged.due_on,
            position=obligation["position"], visibility=obligation["visibility"],
            before_record=before_record(record.coverages, "obligations", lodged.due_on), provisional=lodged.provisional,
        )  # fmt: skip


def _lodging_id(obligation: Document) -> str:
    """A day of its own for each term: that of the next does not change the one before."""
    terms = len(obligation["extensions_decided"])
    return f"{obligation['id']}:lodging{f':{terms}' if terms else ''}"


def _term(obligation: Document, joined: Document, record: OnRecord) -> tuple[str | None, bool, str]:
    """The day, whether it is computed, and why it is that day."""
    if obligation["extensions_decided"] and obligation["article"] not in NO_FIXED_DATE:
        decided = obligation["extensions_decided"][-1]
        how = "by silence procedure" if decided["decided_by"] == "silence_procedure" else _at(decided, record)
        return decided["until"], False, f"extended until {decided['until']}, decided {how} on {decided['decided_on']}"
    return original_term(obligation, joined)


def original_term(obligation: Document, joined: Document) -> tuple[str | None, bool, str]:
    """The term before any extension."""
    if obligation["article"] in NO_FIXED_DATE:
        return None, False, NO_FIXED_DATE[obligation["article"]]
    article, anchor = obligation["article"], obligation["anchor_on"] or joined["entry_into_force"]
    if anchor is None:
        return None, False, "entry into force is not on record"
    start = date.fromisoformat(anchor)
    due = stockpile_deadline(start) if article == 3 else clearance_deadline(start)
    years = due.year - start.year
    since = "the end of hostilities" if obligation["anchor_on"] else "entry into force"
    return due.isoformat(), True, f"{years} years after {since} on {anchor} ({ARTICLE_OF_TERM[article]})"


def _at(decided: Document, record: OnRecord) -> str:
    meeting = record.meetings.get(decided["meeting_id"] or "")
    return f"at {meeting['title']}" if meeting else "by a meeting"


def _exceeds(obligation: Document, joined: Document) -> bool:
    """Whether the last extension adds more than the Convention allows at once; taken all the same, and marked."""
    decided = [each["until"] for each in obligation["extensions_decided"]]
    term, _, _ = original_term(obligation, joined)
    if not decided or not term:
        return False
    before = date.fromisoformat(decided[-2] if len(decided) > 1 else term)
    return not within_extension_limit(obligation["article"], before, date.fromisoformat(decided[-1]))
