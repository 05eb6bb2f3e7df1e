"""One State under the Convention: where it stands, its obligations with their terms, its reports, and what is due."""

from typing import Any

from sqlalchemy import Connection

from projections.audience import Audience
from projections.deadlines import deadlines
from projections.directory import outstanding, roles_on_record
from projections.obligation_deadlines import original_term
from projections.on_record import Document, OnRecord

_OF_TERM = (
    "due_on", "status", "days_left", "computed", "basis", "requested", "received", "lodging_on",
    "exceeds_treaty_limit",
)  # fmt: skip


def state_record(connection: Connection, viewer: Audience, record: OnRecord, state: str) -> dict[str, Any]:
    """What the Convention asks of a State, as the viewer may see it."""
    joined = record.membership(state)
    due = [each for each in deadlines(record) if each["state"] == state]
    return {
        "roles": roles_on_record(connection, viewer, record).get(state, []),
        "membership": joined,
        "entry_into_force": joined["entry_into_force"],
        "obligations": [
            _with_terms(each, [item for item in due if item["obligation_id"] == each["id"]], joined, record)
            for each in record.obligations
            if each["state"] == state
        ],
        "reports": [each for each in record.reports if each["state"] == state],
        "deadlines": due,
        **outstanding(due),
    }


def _with_terms(obligation: Document, due: list[Document], joined: Document, record: OnRecord) -> Document:
    """An obligation with its term as it stands, the term before any extension, and the meetings its extensions name."""
    (term,) = (each for each in due if each["kind"] != "extension_lodging")
    original, _, basis = original_term(obligation, joined)
    return (
        obligation
        | {name: term[name] for name in _OF_TERM}
        | {"kind": term["kind"], "original_due_on": original, "original_basis": basis, "deadlines": due}
        | {
            name: [each | {"meeting": _title(each["meeting_id"], record)} for each in obligation[name]]
            for name in ("extensions_requested", "extensions_decided")
        }
    )


def _title(meeting_id: str | None, record: OnRecord) -> str | None:
    """Its title, where the reader may know of it."""
    meeting = record.meetings.get(meeting_id or "")
    return meeting["title"] if meeting else None
