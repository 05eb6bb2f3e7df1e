"""What in a text would name a State: its names, its people, its capital."""

from collections.abc import Iterator
from itertools import zip_longest

from domain.names.addresses import told_by_addresses
from domain.names.disguises import told_in_disguise
from domain.names.phrases import longest_first
from domain.names.reading import Reading
from domain.names.telltales import Telltales, telltales

Span = tuple[int, int]


def giveaways(text: str) -> tuple[str, ...]:
    """Words of a text that name a State, as written, in order, each once."""
    found = [*_told_by_words(text), *told_by_addresses(text), *told_in_disguise(text, _told_by_words)]
    return tuple(dict.fromkeys(text[start:end] for start, end in sorted(found)))


def _told_by_words(text: str) -> list[Span]:
    reading, known = Reading.of(text), telltales()
    if found := list(told(reading, known)):
        neutral = list(_neutral(reading, known))
        found = [span for span in found if not any(start <= span[0] and span[1] <= end for start, end in neutral)]
    return found


def told(reading: Reading, known: Telltales) -> Iterator[Span]:
    """From left to right; of names that begin alike the longest."""
    read, last = reading.words, -1
    for place, (word, following) in enumerate(zip_longest(read, read[1:])):
        if place <= last or not (begun := known.telling.begun(word, following)):
            continue
        for end, step in longest_first(reading, place, begun, reading.joined_in_a_name):
            if known.tell(reading, place, end, step):
                yield reading.span(place, end)
                last = end
                break


def _neutral(reading: Reading, known: Telltales) -> Iterator[Span]:
    """Every phrase in which a name tells nothing."""
    read = reading.words
    for place, (word, following) in enumerate(zip_longest(read, read[1:])):
        if begun := known.neutral.begun(word, following):
            for end, _ in longest_first(reading, place, begun, reading.joined_in_a_phrase):
                yield reading.span(place, end)
