"""Walks through an IATI file one activity at a time, so that a file of any size takes little memory.

The file is a stranger's: no entity is resolved, nothing is fetched, and a file with a DOCTYPE, which no IATI file has,
is refused before anything in it is read.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from adapters.importers.line import UnreadableFile

Element = etree._Element
_VERSIONS = ("1.", "2.")


def activities(path: Path) -> Iterator[tuple[int, Element]]:
    """Each activity with its place, counted from 1; it is emptied as the next is read. Raises UnreadableFile."""
    try:
        with path.open("rb") as file:
            yield from _walk(path.name, file)
    except OSError as problem:
        raise UnreadableFile(f"{path.name} cannot be opened: {problem.strerror}.") from None
    except etree.XMLSyntaxError as problem:
        line, column = problem.position
        said = (problem.msg or "it is empty").partition(", line")[0]
        raise UnreadableFile(
            f"{path.name} is not whole XML (line {line}, column {column}: {said}): download it again. "
            "Nothing of it was taken."
        ) from None


def _walk(name: str, file: object) -> Iterator[tuple[int, Element]]:
    steps = etree.iterparse(
        file, events=("start", "end"), tag=("iati-activities", "iati-activity"), resolve_entities=False,
        load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    number, seen = 0, False
    for event, element in steps:
        if event == "start":
            seen = seen or _checked(name, element)
        elif element.tag == "iati-activity":
            number += 1
            yield number, element
            _forget(element)
    if not seen:
        raise UnreadableFile(f"{name} holds no iati-activities: it is XML of another kind.")


def _checked(name: str, element: Element) -> bool:
    if element.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile(f"{name} has a DOCTYPE, which no IATI file has: take it out.")
    version = element.get("version", "")
    if version and not version.startswith(_VERSIONS):
        raise UnreadableFile(f"{name} says it is IATI {version}: 1.0x and 2.0x can be read.")
    return True


def _forget(element: Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
