"""Names inside a question: exact, the longest that fits; a near miss is offered, never taken."""

from collections.abc import Callable, Collection, Iterator, Sequence

from bots.questions.refusals import NotUnderstood
from bots.questions.typed import Words, key
from domain import names

_TWO_CALLED_SO = dict.fromkeys(("congo", "конго", "الكونغو", "刚果"), ("COG", "COD"))
"""Names that lists give to one State and people to two: asked about, they are asked back."""
LONGEST_NAME = 16
"""No name has more words."""
_MOST = 3
Read = Callable[[str], str]


def runs(rest: Sequence[str], read: Read, *, states_only: bool) -> Iterator[tuple[str, int]]:
    """Whoever the first words name, over how many words, the longest first; whom only `read` knows comes last."""
    counts = [count for count in range(min(len(rest), LONGEST_NAME), 0, -1) if _may_end(rest[:count])]
    exact = careful(names.state if states_only else names.party)
    found = set()
    for count in counts:
        if code := _code(rest[:count], exact):
            found.add(count)
            yield code, count
    for count in () if states_only else counts:
        if count not in found and (code := _code(rest[:count], careful(read))):
            yield code, count


def _may_end(words: Sequence[str]) -> bool:
    """Whether a name may end here: `Congo (Republic of the)`, but not in a word that says nothing."""
    return bool(names.fold(words[-1])) or list(map(key, words[-2:])) == ["of", "the"]


def careful(read: Read) -> Read:
    """The same, but for names that two States are called by."""

    def one(text: str) -> str:
        if codes := _TWO_CALLED_SO.get(names.without_courtesies(names.fold(text))):
            raise names.AmbiguousName(text, [names.Candidate(code, names.state_name(code)) for code in codes])
        return read(text)

    return one


def read_name(words: Words, read: Read, until: Collection[str] = ()) -> str:
    """The name that comes next, over as many words as it has; raises NotUnderstood."""
    read = careful(read)
    for count in range(min(len(words.rest), LONGEST_NAME), 0, -1):
        if code := _code(words.rest[:count], read):
            words.take(count)
            return code
    end = next((place for place, word in enumerate(words.rest) if place and key(word) in until), len(words.rest))
    raise misnamed(words, words.at, words.at + end, read)


def misnamed(words: Words, start: int, end: int, read: Read, *, in_part: bool = False) -> NotUnderstood:
    """Why these words name nobody, with those who may have been meant; `in_part`: this may be a part of a name."""
    told: ValueError | None = None
    for count in range(min(end - start, LONGEST_NAME), 0, -1):
        try:
            careful(read)(" ".join(words.all[start : start + count]))
        except ValueError as problem:
            told = told or problem
            if near := getattr(problem, "candidates", ()):
                instead = [words.with_instead(start, count, candidate.code) for candidate in near]
                return NotUnderstood(str(problem), instead)
    part = words.all[start:end]
    if in_part and all(map(names.fold, part)) and (within := _within(" ".join(part))):
        return NotUnderstood(str(told), [words.with_instead(start, end - start, code) for code in within])
    return NotUnderstood(str(told) if told else "Name a State or organisation by its code or its name.")


def _within(text: str) -> list[str]:
    """States of whose name this is a word or more, where they are few."""
    folded = names.fold(text)
    found = [
        code
        for code in names.suggested_states(text, _MOST + 1)
        if f" {folded} " in f" {names.fold(names.state_name(code))} "
    ]
    return found if len(found) <= _MOST else []


def _code(words: Sequence[str], read: Read) -> str | None:
    """The code these words name; a name in the possessive is the name."""
    text = " ".join(words)
    for written in (text, text.removesuffix("'s")) if text.endswith("'s") else (text,):
        try:
            return read(written)
        except ValueError:
            continue
    return None
