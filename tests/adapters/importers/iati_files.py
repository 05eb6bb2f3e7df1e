"""Small IATI files, written by the tests, and what is read out of them."""

from datetime import date
from pathlib import Path
from typing import Any

from adapters.importers import iati
from adapters.importers.line import Line

TODAY = date(2025, 6, 15)
NORAD = '<reporting-org ref="NO-BRC-971277882" type="10"><narrative>Norad</narrative></reporting-org>'
ARVANDOR = '<recipient-country code="XAA"/>'
SECTOR = '<sector vocabulary="1" code="15250"/>'


def a_transaction(
    kind: str = "3", value: str = "100.00", day: str = "2024-03-01", *, currency: str = "EUR", inside: str = "",
    ref: str = "",
) -> str:  # fmt: skip
    """One transaction in the manner of 2.0x; an empty currency or day is left out."""
    said = f' currency="{currency}"' if currency else ""
    dated = f'<transaction-date iso-date="{day}"/>' if day else ""
    return (
        f'<transaction ref="{ref}"><transaction-type code="{kind}"/>{dated}'
        f"<value{said}>{value}</value>{inside}</transaction>"
    )


def an_activity(
    *transactions: str, identifier: str = "NO-1-QZA", reporter: str = NORAD, to: str = ARVANDOR,
    sector: str = SECTOR, inside: str = "", currency: str = "EUR",
) -> str:  # fmt: skip
    """An activity of Norway's in Arvandor."""
    default = f' default-currency="{currency}"' if currency else ""
    return (
        f'<iati-activity xml:lang="en"{default}><iati-identifier>{identifier}</iati-identifier>{reporter}'
        f"<title><narrative>Clearance</narrative></title>{to}{sector}{inside}{''.join(transactions)}</iati-activity>"
    )


def a_file(folder: Path, *activities: str, version: str = "2.03", start: str = "") -> Path:
    """A file of activities."""
    path = folder / "activities.xml"
    body = "".join(activities)
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>{start}<iati-activities version="{version}">{body}</iati-activities>',
        encoding="utf-8",
    )
    return path


def lines(folder: Path, *activities: str, sector: str | None = None) -> list[Line]:
    """The lines of a file of these activities."""
    return list(iati.read(a_file(folder, *activities), sector=sector, today=TODAY))


def the_line(folder: Path, *transactions: str, **said: Any) -> Line:
    """The line of a file with one activity."""
    (line,) = lines(folder, an_activity(*transactions, **said))
    return line


def said(line: Line, command: str) -> list[dict[str, Any]]:
    """The bodies of a line's commands of one name."""
    return [body for name, _, body in line.commands if name == command]


def moved(line: Line) -> list[tuple[str, str]]:
    """What became of its pledges: each command that carries money, with the amount."""
    return [(name, body["money"]["amount"]) for name, _, body in line.commands if "money" in body]
