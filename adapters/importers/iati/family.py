"""Parents and children: a parent is recorded first, so that a child can name it and is not counted beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from adapters.importers.iati.reading import identifier, related
from adapters.importers.iati.xml_file import activities


@dataclass
class Families:
    """How many activities a file holds, and who is whose parent among them."""

    count: int = 0
    parents: dict[str, list[str]] = field(default_factory=dict)
    _levels: dict[str, int] = field(default_factory=dict)

    @property
    def levels(self) -> int:
        """How many generations there are."""
        return 1 + max(map(self.level, self.parents), default=0)

    def level(self, activity: str) -> int:
        """0 for one without a parent, 1 for its children, and so on; of a circle, each is its own beginning."""
        if activity not in self._levels:
            self._levels[activity] = 0
            above = [self.level(parent) + 1 for parent in self.parents.get(activity, ())]
            self._levels[activity] = max(above, default=0)
        return self._levels[activity]

    def parent_of(self, activity: str, named: Iterable[str]) -> str | None:
        """The parent in the file, else the one that the activity names."""
        return next(iter((*self.parents.get(activity, ()), *named)), None)


def families(path: Path) -> Families:
    """Read the whole file once, so that one that is broken is known before anything is recorded."""
    found = Families()
    said: dict[str, list[str]] = {}
    present: set[str] = set()
    for number, element in activities(path):
        found.count = number
        own = identifier(element)
        present.add(own)
        said.setdefault(own, []).extend(related(element, "1"))
        for child in related(element, "2"):
            said.setdefault(child, []).append(own)
    found.parents = _within(said, present)
    return found


def _within(said: Mapping[str, list[str]], present: set[str]) -> dict[str, list[str]]:
    kept = {
        child: [parent for parent in dict.fromkeys(parents) if parent in present and parent != child]
        for child, parents in said.items()
        if child in present
    }
    return {child: parents for child, parents in kept.items() if parents}
