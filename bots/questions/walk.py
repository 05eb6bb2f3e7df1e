"""One way through the words of a question by the grammar, and the place where no way goes on."""

from collections.abc import Iterator, Sequence
from unicodedata import category

from lark import Token

from bots.questions.asker import Asker
from bots.questions.dates import Unclear
from bots.questions.grammar import END, Place
from bots.questions.refusals import NotUnderstood
from bots.questions.tokens import tokens
from bots.questions.typed import Words

_MOST_TRIES = 150


class Stuck(Exception):
    """No way goes on from here: at which word, in which place, and what had been read."""

    def __init__(self, at: int, place: Place, read: Sequence[Token]) -> None:
        super().__init__(at)
        self.at, self.place, self.read = at, place, read


class Walk:
    """Tries what the words may be, the likeliest first; a shorter name is tried where nothing follows a longer one."""

    def __init__(self, words: Words, asker: Asker) -> None:
        self._words, self._asker, self._tries = words, asker, 0

    def through(self, place: Place, at: int, read: tuple[Token, ...] = ()) -> tuple[Token, ...]:
        """What all the words are; raises Stuck where the likeliest way ends."""
        words = self._words.all
        if at >= len(words):
            if END not in place.possible:
                raise Stuck(at, place, read)
            return read
        stuck: Stuck | None = None
        for token in self._possible(place, at):
            self._tries += 1
            ahead = place.after(token)
            if ahead is None:
                continue
            try:
                return self.through(ahead, token.end_pos or 0, (*read, token))
            except Stuck as problem:
                stuck = stuck or problem
            if self._tries > _MOST_TRIES:
                break
        if stuck is None and is_sign(words[at]):
            return self.through(place, at + 1, read)
        raise stuck or Stuck(at, place, read)

    def _possible(self, place: Place, at: int) -> Iterator[Token]:
        try:
            yield from tokens(self._words.all, at, place.possible, self._asker)
        except Unclear as problem:
            instead = [self._words.with_instead(at, 1, day) for day in problem.days]
            raise NotUnderstood(str(problem), instead) from None


def is_sign(word: str) -> bool:
    """Whether a word is nothing but punctuation."""
    return all(category(sign)[0] == "P" or sign in "<>=+|" for sign in word)
