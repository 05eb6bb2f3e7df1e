"""Flows as the flat CSV that OCHA and HDX publish: one row a flow, lists within a cell parted by commas."""

import csv
import io
from dataclasses import replace

from adapters.importers.fts.flow import Body, Flow, Refusal, said, text
from adapters.importers.line import UnreadableFile

_NEEDED = ("id", "amountUSD", "date", "status", "srcOrganization", "destLocations")


def flows(page: str) -> list[Flow | Refusal]:
    """Every row below the header as a flow, a row of HXL tags left out; raises UnreadableFile."""
    reader = csv.DictReader(io.StringIO(page, newline=""))
    try:
        rows = list(reader)
    except csv.Error as problem:
        raise UnreadableFile(f"is not a CSV file (line {reader.line_num}: {problem}).") from None
    missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise UnreadableFile(
            f"is neither a JSON page nor a CSV of FTS flows: the columns {', '.join(missing)} are missing."
        )
    return [_flow(row) for row in rows if not (row["id"] or "").startswith("#")]


def _flow(row: dict[str, str | None]) -> Flow | Refusal:
    if None in row or None in row.values():
        return Refusal("The row has not as many cells as the header: download the file again.")
    cells = {name: text(cell) for name, cell in row.items()}
    return replace(
        said(cells),
        keywords=_parts(cells.get("keywords", "")),
        earmarking=_parts(cells.get("grandBargainEarmarkingType", "")),
        sources=_bodies(cells["srcOrganization"], cells.get("srcOrganizationTypes", "")),
        source_places=_parts(cells.get("srcLocations", "")),
        destinations=_bodies(cells.get("destOrganization", ""), cells.get("destOrganizationTypes", "")),
        destination_places=_parts(cells["destLocations"]),
        clusters=_parts(cells.get("destGlobalClusters", "")),
        projects=tuple(filter(None, [cells.get("destProject", "")])),
        new_money=cells.get("boundary") != "internal",
        shared_unseen=_shared_unseen(cells),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(",") if part.strip())


def _bodies(name: str, types: str) -> tuple[Body, ...]:
    """One body: a name such as `Canada, Government of` holds a comma itself, so a cell is never split."""
    return (Body(name, _parts(types)),) if name else ()


def _shared_unseen(cells: dict[str, str]) -> bool:
    """A flow is shared among years or among States, but the CSV leaves out States that have no response plan."""
    years_differ = cells.get("destUsageYearStart") != cells.get("destUsageYearEnd")
    return cells.get("onBoundary") == "shared" and not years_differ and len(_parts(cells["destLocations"])) < 2
