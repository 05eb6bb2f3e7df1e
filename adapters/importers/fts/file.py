"""Opens a file of flows: a JSON page, a bare list or the flat CSV, told apart by what is in it."""

from pathlib import Path

from adapters.importers.fts import flat_csv, json_page
from adapters.importers.fts.flow import Flow, Refusal
from adapters.importers.line import UnreadableFile


def flows(path: Path) -> list[Flow | Refusal]:
    """Every flow in the order of the file, or why one cannot be read as a flow; raises UnreadableFile."""
    text = _text(path)
    try:
        return json_page.flows(text) if text.lstrip().startswith(("{", "[")) else flat_csv.flows(text)
    except UnreadableFile as problem:
        raise UnreadableFile(f"{path.name} {problem}") from None


def _text(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise UnreadableFile(f"{path.name} cannot be opened: {problem.strerror}.") from None
    except UnicodeDecodeError as problem:
        raise UnreadableFile(f"{path.name} is not UTF-8 (byte {problem.start}): save it as UTF-8.") from None
    if not text.strip():
        raise UnreadableFile(f"{path.name} is empty.")
    return text
