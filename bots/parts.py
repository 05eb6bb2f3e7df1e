"""The parts of a long answer, read from the record only as far as they are shown."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

import orjson

from bots.blocks import LARGEST_PAGE, Part
from projections.page import Page

AT_ONCE = 500
"""Parts in memory at once where all are told."""


class Listed(Sequence[Part]):
    """As many parts as there are; `read` gives those of one page, in order.

    The page that is shown first (the last one where `latest`) is read at once, so that a record which cannot be read
    is found out before anything is answered.
    """

    def __init__(self, count: int, read: Callable[[Page], Sequence[Part]], *, latest: bool = False) -> None:
        self._count, self._read = count, read
        self._first = max(count - LARGEST_PAGE, 0) if latest else 0
        self._shown = self._between(self._first, min(self._first + LARGEST_PAGE, count)) if count else ()

    @classmethod
    def of(
        cls,
        count: int,
        read: Callable[[Page], Sequence[bytes]],
        part: Callable[[dict[str, Any]], Part],
        *,
        latest: bool = False,
    ) -> "Listed":
        """A part for each document."""
        return cls(count, lambda page: [part(orjson.loads(each)) for each in read(page)], latest=latest)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Part: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Part]: ...
    def __getitem__(self, at: int | slice) -> Part | Sequence[Part]:
        places = range(self._count)[at]
        if isinstance(places, int):
            return self._known(places, places + 1)[0]
        if not places:
            return ()
        start, end = min(places), max(places) + 1
        return self._known(start, end)[:: places.step]

    def __iter__(self) -> Iterator[Part]:
        for start in range(0, self._count, AT_ONCE):
            yield from self[start : start + AT_ONCE]

    def _known(self, start: int, end: int) -> Sequence[Part]:
        if start >= self._first and end <= self._first + len(self._shown):
            return self._shown[start - self._first : end - self._first]
        return self._between(start, end)

    def _between(self, start: int, end: int) -> Sequence[Part]:
        """Counted from the nearer end: what lies before is passed over one by one."""
        if start > self._count - end:
            return self._read(Page(end - start, skip=self._count - end, latest=True))
        return self._read(Page(end - start, skip=start))
