"""`ica history`, `ica ask`, `ica export`: what the record says."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from adapters.cli.opening import operator, record
from adapters.exporters.files import CLEARANCES, EXPORTS, write_export
from adapters.moments import read_moment
from adapters.tables import HISTORY, to_csv
from adapters.wiring import Service
from domain.reading import Unreadable, read_date
from projections.audience import audience_of
from projections.filters import HistoryFilter
from projections.moment import Moment
from projections.page import LARGEST, Listing, Page

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
"""What would break a line or steer a terminal."""
AsOf = Annotated[str | None, typer.Option("--as-of", help="Only what had happened by this day (YYYY-MM-DD).")]
KnownAt = Annotated[str | None, typer.Option("--known-at", help="Only what was on record by then.")]


def add_to(app: typer.Typer) -> None:
    """Add the reading commands."""
    app.command("history")(history)
    app.command("ask")(ask)
    app.command("export")(export)


def history(
    state: Annotated[str, typer.Argument(help="A State or donor, by code or name.")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="As CSV.")] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """The whole assistance history of a State or donor, in the order in which it was recorded."""
    if as_json and as_csv:
        raise typer.BadParameter("Choose one of --json and --csv.")
    with record() as service:
        code = _party(service, state)
        items = list(_whole_history(service, code, _moment(service, as_of, known_at)))
    if as_json:
        print(orjson.dumps({"items": items, "state": code}, option=orjson.OPT_INDENT_2).decode())
    elif as_csv:
        sys.stdout.write(to_csv(items, HISTORY))
    else:
        for item in items:
            print(_line(item))
        if not items:
            print(f"Nothing is on record for {code} in {service.settings.database_name}.")


def ask(
    question: Annotated[list[str], typer.Argument(help="Such as: why NOR LAO. Ask help for more.")],
    by: Annotated[str | None, typer.Option("--as", help="Who asks (default: cli:<user>).")] = None,
) -> None:
    """Answer a question, in the same language as the bot."""
    from bots.questions import Asker, answer  # noqa: PLC0415 - no other command needs the language

    with record() as service:
        asker = Asker(
            viewer=audience_of(operator(by)), queries=service.queries, names=service.coordination.names,
            today=service.today(), base_url=service.settings.base_url, zone=service.settings.zone,
        )  # fmt: skip
        said = answer(" ".join(question), asker)
    print(said.text)
    if not said.understood:
        raise typer.Exit(1)


def export(
    kind: Annotated[str, typer.Argument(help=f"One of: {', '.join(EXPORTS)}.")],
    state: Annotated[str | None, typer.Option("--state", help="For history: the State or donor.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Its ending chooses csv, json or xlsx.")] = None,
    clearance: Annotated[str | None, typer.Option("--clearance", help=f"One of: {', '.join(CLEARANCES)}.")] = None,
) -> None:
    """Write a part of the record to a file that says for whose eyes it is."""
    if kind not in EXPORTS:
        raise typer.BadParameter(f"{kind!r} cannot be exported. There are: {', '.join(EXPORTS)}.")
    if clearance is not None and clearance not in CLEARANCES:
        raise typer.BadParameter(f"{clearance!r} is not one of: {', '.join(CLEARANCES)}.")
    with record() as service:
        party = _party(service, state) if state else None
        try:
            written = write_export(service, kind, party, output, clearance)
        except OSError as problem:
            print(f"{output} cannot be written: {problem.strerror}.", file=sys.stderr)
            raise typer.Exit(1) from None
    print(f"{written:,} rows written to {output or 'standard output'}.", file=sys.stderr)


def _whole_history(service: Service, code: str, moment: Moment) -> Iterator[dict[str, Any]]:
    viewer, page = audience_of(operator()), Page(LARGEST)
    listing: Listing | None = None
    while listing is None or listing.after is not None:
        page = Page(LARGEST, listing.after if listing and listing.after else 0)
        listing = service.queries.state_history(viewer, code, HistoryFilter(), page, moment)
        yield from (orjson.loads(item) for item in listing.items)


def _line(item: dict[str, Any]) -> str:
    marks = [f"corrected by {item['corrected_by'][:8]}"] if item["corrected_by"] and not item["retracted"] else []
    marks += ["retracted"] if item["retracted"] else []
    marks += [item["visibility"]] if item["visibility"] == "coordinators" else []
    source = f" [{item['source']['kind']} {item['source']['ref']}]" if item["source"] else ""
    line = f"{item['occurred_on']}  {item['summary']}{source}{''.join(f' ({mark})' for mark in marks)}"
    return _CONTROLS.sub(" ", line)


def _party(service: Service, text: str) -> str:
    try:
        return service.coordination.names.party(text)
    except ValueError as unknown:
        raise typer.BadParameter(str(unknown)) from None


def _moment(service: Service, as_of: str | None, known_at: str | None) -> Moment:
    try:
        return Moment(
            str(read_date(as_of)) if as_of else None,
            read_moment(known_at, service.settings.zone) if known_at else None,
        )
    except (Unreadable, ValueError) as problem:
        raise typer.BadParameter(str(problem)) from None
