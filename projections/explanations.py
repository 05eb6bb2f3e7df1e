"""Why did they leave? What a donor had been told by the day it decided, what it decided, and the reason it gave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

import orjson
from sqlalchemy import Connection, select

from projections import passages, shifts
from projections.audience import Audience
from projections.letter import paragraph
from projections.page import Page
from projections.passages import Passage, in_order
from projections.seen import rows_for

Document = dict[str, Any]
_SHOWN = (
    "shift_id", "event_id", "decision", "direction", "money", "to_state", "pledge_id", "occurred_on", "recorded_at",
    "recorded_by", "donor", "state", "visibility", "reported_by", "source", "reason", "reason_text", "reason_source",
    "unexplained", "explained_on", "days_to_explanation", "accounts", "asked", "id", "disputes",
)  # fmt: skip
_ITEM = ("event_id", "kind", "occurred_on", "recorded_at", "summary", "source", "position")


@dataclass(frozen=True)
class Pair:
    """A donor and a State, for one audience."""

    connection: Connection
    viewer: Audience
    donor: str
    state: str
    zone: tzinfo


@dataclass(frozen=True)
class _Decided:
    """One decision, with what it was made on and what followed, in short; `before` and `after`: the days of others."""

    shift: Document
    told: Sequence[Passage]
    since: Sequence[Passage]
    before: str | None
    after: str | None

    @property
    def anew(self) -> list[Passage]:
        """What the donor had been told since its decision before."""
        return [each for each in self.told if self.before is None or each.told_on > self.before]

    @property
    def followed(self) -> list[Passage]:
        """What followed, up to the decision after."""
        return [each for each in self.since if self.after is None or each.occurred_on <= self.after]


def explanations(pair: Pair) -> list[Document]:
    """Each decision of the donor about the State, oldest first, with everything it rests on."""
    decided = _decided(pair, None)
    known = _documents(pair, (each for one in decided for each in (*one.told, *one.since)))
    whole = [_whole(pair, each, known) for each in decided]
    return [each | {"paragraph": paragraph(each)} for each in whole]


def decisions_in_turn(pair: Pair, page: Page) -> list[Document]:
    """A page of decisions, each without what the ones beside it tell: `told_anew`, `followed`, and how much in all."""
    decided = _decided(pair, page)
    known = _documents(pair, (each for one in decided for each in (*one.anew, *one.followed)))
    return [
        each.shift
        | {
            "told_anew": _items(pair, each.anew, each, known),
            "followed": _items(pair, each.followed, each, known),
            "told_in_all": len(each.told),
            "since_in_all": len(each.since),
            "decided_before": each.before,
        }
        for each in decided
    ]


def _decided(pair: Pair, page: Page | None) -> list[_Decided]:
    row = shifts.table.c
    query = select(row.position, row.occurred_on).where(
        rows_for(shifts.table, pair.viewer, "shift_id"), row.donor == pair.donor, row.state == pair.state
    )
    places = pair.connection.execute(query.order_by(row.occurred_on, row.position)).all()
    days = [None, *(day for _, day in places), None]
    start, end = _range(len(places), page)
    shown = _shifts(pair, [position for position, _ in places[start:end]])
    told = passages.told_to(pair.connection, pair.viewer, pair.donor, pair.state) if shown else []
    between = passages.between(pair.connection, pair.viewer, pair.donor, pair.state) if shown else []
    about = _about(pair, shown)
    return [
        _Decided(
            shift,
            [each for each in told if each.told_on <= shift["occurred_on"]],
            _since(shift, between, about[shift["id"]]),
            days[start + at],
            days[start + at + 2],
        )
        for at, shift in enumerate(shown)
    ]


def _range(count: int, page: Page | None) -> tuple[int, int]:
    if page is None:
        return 0, count
    if page.latest:
        return max(count - page.skip - page.limit, 0), max(count - page.skip, 0)
    return page.skip, page.skip + page.limit


def _shifts(pair: Pair, positions: Sequence[int]) -> list[Document]:
    row, found = shifts.table.c, dict[int, Document]()
    for start in range(0, len(positions), passages.AT_ONCE):
        named = row.position.in_(positions[start : start + passages.AT_ONCE])
        query = select(row.position, row.document).where(rows_for(shifts.table, pair.viewer, "shift_id"), named)
        for position, document in pair.connection.execute(query):
            found[position] = orjson.loads(document) | {"position": position}
    return [found[position] for position in positions]


def _about(pair: Pair, shown: Sequence[Document]) -> dict[str, dict[int, Passage]]:
    """For each shift what was said of it, whenever that was, and what became of the pledge that it opened elsewhere."""
    pledges = {name for shift in shown for name in (shift["pledge_id"], shift["opened_pledge_id"]) if name}
    known = passages.of_things(pair.connection, pair.viewer, pledges)
    found: dict[str, dict[int, Passage]] = {}
    for shift in shown:
        said = {each["event_id"] for each in shift["accounts"]}
        said |= {each["event_id"] for each in shift["disputes"] if each["about"] in {shift["id"], shift["event_id"]}}
        of_it = [each for event_id, each in known[shift["pledge_id"]] if event_id in said]
        fed = [each for _, each in known.get(shift["opened_pledge_id"] or "", ())]
        found[shift["id"]] = {each.position: each for each in (*of_it, *fed)}
    return found


def _since(shift: Document, between: Iterable[Passage], about: dict[int, Passage]) -> list[Passage]:
    after = {each.position: each for each in between if each.occurred_on > shift["occurred_on"]}
    return in_order(each for each in (after | about).values() if each.position != shift["position"])


def _whole(pair: Pair, decided: _Decided, known: dict[int, Document]) -> Document:
    shift = decided.shift
    return {name: shift[name] for name in _SHOWN} | {
        "position": shift["position"],
        "told_by_then": _items(pair, decided.told, decided, known),
        "since": _items(pair, decided.since, decided, known),
    }


def _documents(pair: Pair, wanted: Iterable[Passage]) -> dict[int, Document]:
    found = passages.documents(pair.connection, pair.viewer, (each.position for each in wanted))
    return {position: {name: each[name] for name in _ITEM} for position, each in found.items()}


def _items(pair: Pair, wanted: Iterable[Passage], decided: _Decided, known: dict[int, Document]) -> list[Document]:
    """Marked where the record learnt it only after the decision."""
    day = decided.shift["occurred_on"]
    return [known[each.position] | {"recorded_later": each.recorded_on(pair.zone) > day} for each in wanted]
