"""Names inside a question: exact, the longest that fits; a near miss is offered, never taken."""

from collections.abc import Callable, Collection, Sequence

from bots.questions.refusals import NotUnderstood
from bots.questions.typed import Words, key

LONGEST_NAME = 16
"""No name has more words."""
Read = Callable[[str], str]


def read_name(words: Words, read: Read, until: Collection[str] = ()) -> str:
    """The name that comes next, over as many words as it has; raises NotUnderstood."""
    found = find_name(words.rest, read)
    if found is None:
        raise misnamed(words, read, until)
    code, count = found
    words.take(count)
    return code


def find_name(rest: Sequence[str], read: Read, at_most: int = LONGEST_NAME) -> tuple[str, int] | None:
    """The code that the longest run of first words names, and how many words these are."""
    for count in range(min(len(rest), at_most), 0, -1):
        try:
            return read(" ".join(rest[:count])), count
        except ValueError:
            continue
    return None


def misnamed(words: Words, read: Read, until: Collection[str], *, back: int = 0) -> NotUnderstood:
    """Why no name was read, with the closest ones; `back`: so many words already read may belong to it."""
    start = words.at - back
    ahead = words.all[start:]
    end = next((place for place, word in enumerate(ahead) if place > back and key(word) in until), len(ahead))
    told: ValueError | None = None
    for count in range(min(end, LONGEST_NAME), 0, -1):
        try:
            read(" ".join(ahead[:count]))
        except ValueError as problem:
            told = told or problem
            if near := getattr(problem, "candidates", ()):
                return NotUnderstood(
                    str(problem), [words.with_instead(start, count, candidate.code) for candidate in near]
                )
    return NotUnderstood(str(told) if told else "Name a State or organisation by its code or its name.")
