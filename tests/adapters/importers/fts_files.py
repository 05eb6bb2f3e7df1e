"""Small files in OCHA's formats, written by the tests."""

import csv
import json
from pathlib import Path
from typing import Any

from adapters.importers import fts
from adapters.importers.line import Line

COLUMNS = [
    "date", "budgetYear", "description", "amountUSD", "srcOrganization", "srcOrganizationTypes", "srcLocations",
    "destOrganization", "destOrganizationTypes", "destGlobalClusters", "destLocations", "destProject",
    "destUsageYearStart", "destUsageYearEnd", "contributionType", "flowType", "boundary", "onBoundary", "status",
    "decisionDate", "keywords", "originalAmount", "originalCurrency", "exchangeRate", "id", "refCode",
]  # fmt: skip


def an_organisation(name: str, kind: str) -> dict[str, Any]:
    return {"type": "Organization", "name": name, "organizationTypes": [kind]}


def a_place(name: str) -> dict[str, Any]:
    return {"type": "Location", "name": name}


def a_cluster(name: str) -> dict[str, Any]:
    return {"type": "GlobalCluster", "name": name}


NORWAY = [an_organisation("Norway, Government of", "Government"), a_place("Norway")]
HALO = an_organisation("HALO Trust", "NGO")


def a_flow(**changed: Any) -> dict[str, Any]:
    """Norway pays HALO in Afghanistan, for mine action."""
    flow = {
        "id": "1001", "status": "paid", "amountUSD": 102870, "date": "2020-06-30T00:00:00Z",
        "decisionDate": "2020-06-25T00:00:00Z", "description": "Support to the programme", "flowType": "Standard",
        "contributionType": "financial", "keywords": None, "newMoney": True, "parentFlowId": None, "childFlowIds": None,
        "grandBargainEarmarkingType": ["softly earmarked"], "exchangeRate": None, "refCode": "QZA-20/1",
        "reportDetails": [{"organization": "Norway, Government of"}], "sourceObjects": NORWAY,
        "destinationObjects": [HALO, a_cluster("Mine Action"), a_place("Afghanistan")],
    }  # fmt: skip
    return flow | changed


def a_row(**changed: str) -> dict[str, str]:
    """The same flow as a row of the flat CSV."""
    row = dict.fromkeys(COLUMNS, "") | {
        "id": "1001", "status": "paid", "amountUSD": "102870", "date": "2020-06-30", "decisionDate": "2020-06-25",
        "description": "Support to the programme", "contributionType": "financial", "flowType": "Standard",
        "srcOrganization": "Norway, Government of", "srcOrganizationTypes": "Government", "boundary": "incoming",
        "destOrganization": "HALO Trust", "destOrganizationTypes": "NGO", "destGlobalClusters": "Health,Mine Action",
        "destLocations": "AFG", "onBoundary": "single", "destUsageYearStart": "2020", "destUsageYearEnd": "2020",
    }  # fmt: skip
    return row | changed


def json_page(folder: Path, *flows: Any) -> Path:
    path = folder / "flows.json"
    path.write_text(json.dumps({"status": "ok", "data": {"incoming": {}, "flows": list(flows)}}), encoding="utf-8")
    return path


def csv_file(folder: Path, *rows: dict[str, str]) -> Path:
    path = folder / "flows.csv"
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def the_line(path: Path, **how: Any) -> Line:
    (line,) = fts.read(path, **how)
    return line


def bodies(line: Line) -> dict[str, dict[str, Any]]:
    """The bodies of a line's commands, by command name."""
    return {name: body for name, _, body in line.commands}
