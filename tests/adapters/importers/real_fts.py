"""Where OCHA's own files are, and what the tests ask of them."""

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from adapters.importers import fts
from adapters.importers.line import Line

_PROJECT = Path(__file__).parents[3]
DATA = Path(os.environ.get("ICA_REAL_DATA", _PROJECT.parent / "shared" / "data"))
FOLDER = DATA / "fts"
PAGES = ("afg-2020-page-1.json", "afg-2020-page-2.json")

real = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"OCHA's files are not in {FOLDER}; ICA_REAL_DATA names another")


def lines(*files: str, everything: bool = False) -> list[Line]:
    return [line for file in files for line in fts.read(FOLDER / file, everything=everything)]


def raw(*files: str) -> list[dict[str, Any]]:
    """The flows as OCHA wrote them, not by way of the importer."""
    return [flow for file in files for flow in json.loads((FOLDER / file).read_text("utf-8"))["data"]["flows"]]


def carried(of: Iterable[Line], command: str) -> dict[str, Decimal]:
    """What commands of one name add up to, by currency, without parents whose children carry the money."""
    said = [(name, body) for line in of for name, _, body in line.commands]
    parents = {body["parent_pledge_id"] for name, body in said if name == "make-pledge" and "parent_pledge_id" in body}
    return summed(
        (body["money"]["currency"], body["money"]["amount"])
        for name, body in said
        if name == command and "money" in body and body["pledge_id"] not in parents
    )


def summed(pairs: Iterable[tuple[str, object]]) -> Mapping[str, Decimal]:
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for currency, amount in pairs:
        totals[currency] += Decimal(str(amount))
    return dict(totals)
