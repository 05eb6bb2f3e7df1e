"""`ica import iati FILE [--sector 15250]`: activities in IATI 1.0x and 2.0x, read into pledges and what became of them.

What a transaction is worth is said in `worth`, who gives in `parties`, to whom in `recipients`, which sector it is of
in `sectors`, and how an activity's entries become commands in `pledge`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from adapters.importers.iati import pledge, reading
from adapters.importers.iati.activity import Activity, Refusal
from adapters.importers.iati.entries import OTHER_SECTORS, books
from adapters.importers.iati.family import Families, families
from adapters.importers.iati.sectors import names_it
from adapters.importers.iati.xml_file import activities
from adapters.importers.line import Line

__all__ = ["Activities", "read"]


@dataclass(frozen=True)
class Activities:
    """The lines of a file, as many as it has activities, parents before children; read anew for each generation."""

    path: Path
    families: Families
    sector: str | None
    today: date | None

    def __len__(self) -> int:
        return self.families.count

    def __iter__(self) -> Iterator[Line]:
        for level in range(self.families.levels):
            for number, element in activities(self.path):
                if self.families.level(reading.identifier(element)) == level:
                    yield self._line(number, reading.activity(element))

    def _line(self, number: int, activity: Activity) -> Line:
        name = activity.identifier
        if not name:
            return Line(
                number, refused="iati-identifier is missing: a repeated import could not know the activity again."
            )
        kept = books(activity, self.sector, self.today or datetime.now(UTC).date())
        left_out, complaint = _told(kept.left_out), kept.complaint()
        if not kept.pledges and complaint:
            return Line(number, refused=f"{name}, {complaint}", left_out=left_out)
        if not kept.pledges:
            return Line(number, skipped=self._why_skipped(activity, kept.left_out), left_out=left_out)
        try:
            parent = self.families.parent_of(name, activity.parents)
            said = pledge.commands(activity, kept, parent, self.sector)
        except Refusal as problem:
            return Line(number, refused=f"{name}: {problem}")
        return Line(number, said, unsound=f"{name}, {complaint}" if complaint else None, left_out=left_out)

    def _why_skipped(self, activity: Activity, left_out: list[str]) -> str:
        of_none = not left_out and self.sector and not names_it(activity.sectors, self.sector)
        if of_none or set(left_out) == {OTHER_SECTORS}:
            return f"not sector {self.sector}"
        return "without a pledge, commitment or payment"


def read(path: Path, *, sector: str | None = None, today: date | None = None) -> Activities:
    """A line for every activity; raises UnreadableFile before the first where the file is not whole."""
    return Activities(path, families(path), sector, today)


def _told(left_out: list[str]) -> tuple[str, ...]:
    """What a filter was asked to leave out needs no telling."""
    return tuple(what for what in left_out if what != OTHER_SECTORS)
