"""`ica import fts FILE [--all]`: OCHA FTS flows, read into pledges, commitments and payments.

Which flows are mine action is said in `mine_action`, what each flow is worth in `worth`, when it happened in `dates`.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from adapters.importers.fts import pledge
from adapters.importers.fts.family import parents_first
from adapters.importers.fts.file import flows
from adapters.importers.fts.flow import Flow, Refusal
from adapters.importers.fts.mine_action import is_mine_action
from adapters.importers.line import Line, UnreadableFile

__all__ = ["Line", "UnreadableFile", "read"]


def read(path: Path, *, everything: bool = False, today: date | None = None) -> Iterator[Line]:
    """A line for every flow, a parent before its children; raises UnreadableFile before the first."""
    return _lines(parents_first(flows(path)), everything, today)


def _lines(numbered: list[tuple[int, Flow | Refusal]], everything: bool, today: date | None) -> Iterator[Line]:
    seen: dict[str, int] = {}
    taken: set[str] = set()
    for number, flow in numbered:
        if isinstance(flow, Refusal):
            yield Line(number, refused=str(flow))
        elif not everything and not is_mine_action(flow):
            yield Line(number, skipped="not mine action")
        elif not flow.id:
            yield Line(number, refused="id is missing: without it a repeated import could not know the flow again.")
        elif flow.id in seen:
            yield Line(number, skipped=f"already there: flow {flow.id} is line {seen[flow.id]}")
        else:
            seen[flow.id] = number
            line = _line(number, flow, flow.parent if flow.parent in taken else None, today)
            taken |= {flow.id} if line.commands else set()
            yield line


def _line(number: int, flow: Flow, parent: str | None, today: date | None) -> Line:
    try:
        return Line(number, pledge.commands(flow, parent, today))
    except Refusal as problem:
        return Line(number, refused=str(problem))
