"""Flows as OCHA's interface gives them: `{"data": {"flows": […]}}`, or the list alone."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import NoReturn

from adapters.importers.fts.flow import Body, Flow, Refusal, said, text
from adapters.importers.line import UnreadableFile


def flows(page: str) -> list[Flow | Refusal]:
    """Every element of the list as a flow; raises UnreadableFile."""
    try:
        found = json.loads(page, parse_float=Decimal, parse_constant=_no_constant)
    except json.JSONDecodeError as problem:
        raise UnreadableFile(
            f"is not whole JSON (line {problem.lineno}, column {problem.colno}: {problem.msg}): download it again."
        ) from None
    except (ValueError, RecursionError):
        raise UnreadableFile("is JSON that no flow is written in: download it again.") from None
    for name in ("data", "flows"):
        found = found.get(name) if isinstance(found, dict) and name in found else found
    if not isinstance(found, list):
        raise UnreadableFile("has no list of flows: an FTS page holds it under data.flows.")
    return [_flow(item) for item in found]


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _flow(item: object) -> Flow | Refusal:
    if not isinstance(item, dict):
        return Refusal("This is not a flow: an FTS flow is an object with an id.")
    sources, destinations = _objects(item, "sourceObjects"), _objects(item, "destinationObjects")
    return replace(
        said(item),
        keywords=_texts(item.get("keywords")),
        earmarking=_texts(item.get("grandBargainEarmarkingType")),
        sources=_bodies(sources),
        source_places=_names(sources, "Location"),
        destinations=_bodies(destinations),
        destination_places=_names(destinations, "Location"),
        clusters=_names(destinations, "GlobalCluster", "Cluster"),
        projects=_names(destinations, "Project"),
        reporters=tuple(text(report.get("organization")) for report in _objects(item, "reportDetails")),
        children=_texts(item.get("childFlowIds")),
        new_money=item.get("newMoney") is not False,
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(text(part) for part in value) if isinstance(value, list) else ()


def _objects(item: dict[str, object], field: str) -> list[dict[str, object]]:
    value = item.get(field)
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _names(objects: list[dict[str, object]], *kinds: str) -> tuple[str, ...]:
    names = (text(part.get("name")) for part in objects if part.get("type") in kinds)
    return tuple(dict.fromkeys(name for name in names if name))


def _bodies(objects: list[dict[str, object]]) -> tuple[Body, ...]:
    return tuple(
        Body(name, _texts(part.get("organizationTypes")))
        for part in objects
        if part.get("type") == "Organization" and (name := text(part.get("name")))
    )
