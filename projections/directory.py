"""Who is on record: in which roles, where each stands with the Convention, what is due next and what is open."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, Table, func, select

from domain.names import is_state
from projections import history, pledges, requests, shifts
from projections.audience import Audience
from projections.deadlines import deadlines
from projections.on_record import Document, OnRecord
from projections.seen import rows_for

AFFECTED_BY = (3, 4, 5)
"""Articles under which a State has stockpiles, contaminated land or victims."""
ROLES = ("affected", "recipient", "donor")
_NEXT = ("id", "kind", "article", "obligation_id", "due_on", "days_left")


def directory(connection: Connection, viewer: Audience, record: OnRecord) -> list[Document]:
    """Every State and organisation that the viewer sees something of, by code."""
    due: dict[str | None, list[Document]] = defaultdict(list)
    for each in deadlines(record):
        due[each["state"]].append(each)
    obliged: dict[str, set[int]] = defaultdict(set)
    for each in record.obligations:
        obliged[each["state"]].add(each["article"])
    roles = roles_on_record(connection, viewer, record)
    asked, waiting = _open_requests(connection, viewer), _unexplained(connection, viewer)
    return [
        party
        | {
            "roles": roles.get(party["code"], []),
            "membership": record.membership(party["code"]) if is_state(party["code"]) else None,
            "entry_into_force": record.membership(party["code"])["entry_into_force"],
            "obligations": sorted(obliged[party["code"]]),
            **outstanding(due[party["code"]]),
            "open_requests": asked.get(party["code"], 0),
            "unexplained_shifts": waiting.get(party["code"], 0),
        }
        for party in history.parties(connection, viewer)
    ]


def outstanding(due: Iterable[Document]) -> Document:
    """The next deadline still to come, and how many are past and unmet."""
    fixed = [
        each for each in due if each["status"] == "fixed" and not (each.get("before_record") or each.get("provisional"))
    ]
    coming = next((each for each in fixed if each["days_left"] >= 0), None)
    return {
        "next_deadline": {name: coming[name] for name in _NEXT} if coming else None,
        "overdue": sum(1 for each in fixed if each["days_left"] < 0),
    }


def roles_on_record(connection: Connection, viewer: Audience, record: OnRecord) -> dict[str, list[str]]:
    """`affected` has an obligation it has not met, `recipient` asked or was promised, `donor` promised."""
    found = {
        "affected": {
            each["state"] for each in record.obligations if each["article"] in AFFECTED_BY and not each["fulfilled_on"]
        },
        "recipient": _parties(connection, requests.table, viewer, "state")
        | _parties(connection, pledges.table, viewer, "state"),
        "donor": _parties(connection, pledges.table, viewer, "donor"),
    }
    everybody = set[str]().union(*found.values())
    return {party: [role for role in ROLES if party in found[role]] for party in everybody}


def _parties(connection: Connection, table: Table, viewer: Audience, column: str) -> set[str]:
    query = select(table.c[column]).where(rows_for(table, viewer), table.c.retracted.is_(False)).distinct()
    return {party for (party,) in connection.execute(query)}


def _open_requests(connection: Connection, viewer: Audience) -> dict[str, int]:
    row = requests.table.c
    query = (
        select(row.state, func.count())
        .where(rows_for(requests.table, viewer), row.status.in_(requests.OPEN), row.retracted.is_(False))
        .group_by(row.state)
    )
    return {str(state): int(number) for state, number in connection.execute(query)}


def _unexplained(connection: Connection, viewer: Audience) -> dict[str, int]:
    """Shifts that wait for the donor's word, told of both: who gave and who received."""
    row = shifts.table.c
    query = select(row.state, row.donor).where(rows_for(shifts.table, viewer, "shift_id"), row.unexplained.is_(True))
    found: dict[str, int] = defaultdict(int)
    for pair in connection.execute(query):
        for party in set(pair):
            found[party] += 1
    return found
