"""Which columns a table may have, and what is said of one that nobody knows."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from adapters.importers.line import UnreadableFile


def check_columns(file: str, given: Iterable[str], known: Collection[str], needed: Iterable[str] = ()) -> None:
    """Raise UnreadableFile for a column that is unknown, naming those like it, and for one that is needed."""
    given = tuple(given)
    strange = [column for column in given if column not in known]
    missing = [column for column in needed if not any(each.split(".")[0] == column for each in given)]
    said = [f"It has no use for the column {column!r}{_like(column, known)}." for column in strange]
    said += [f"It needs the column {column}." for column in missing]
    if said:
        raise UnreadableFile(f"{file}: {' '.join(said)} It takes: {', '.join(known)}.")


def _like(column: str, known: Collection[str]) -> str:
    near = get_close_matches(column.casefold().replace("-", "_").replace(" ", "_"), known, n=3, cutoff=0.7)
    return f" (did you mean {' or '.join(near)}?)" if near else ""
