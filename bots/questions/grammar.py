"""The grammar of questions, built once, and the words it knows."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedToken

QUESTION, PAIR = "question", "pair"
"""What can be read: a question, or a donor and a State."""
END = "$END"
_POSSIBLE: dict[tuple[int, ...], frozenset[str]] = {}
_ACCEPTABLE: dict[tuple[int, ...], frozenset[str]] = {}
_TEXT = Path(__file__).with_name("question.lark")


@cache
def grammar() -> Lark:
    """The parser; it is driven word by word, as what a word is depends on where it stands."""
    return Lark(_TEXT.read_text("utf-8"), parser="lalr", start=[QUESTION, PAIR], propagate_positions=True)


class Place:
    """A question read up to some word: what could stand next, and the place after it. It keeps no tree."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser

    @property
    def possible(self) -> frozenset[str]:
        """What may stand here, by the grammar's names; of the keywords some that `after` refuses all the same."""
        return self._alike(_POSSIBLE, lambda name: name in spellings())

    @property
    def acceptable(self) -> frozenset[str]:
        """What can stand here, and nothing else."""
        return self._alike(_ACCEPTABLE, lambda _: False)

    def _alike(self, known: dict[tuple[int, ...], frozenset[str]], trusted: Callable[[str], bool]) -> frozenset[str]:
        """Places alike are looked into once."""
        stack = tuple(self._parser.parser_state.state_stack)
        if stack not in known:
            names = [str(name) for name in self._parser.choices() if name == END or name.isupper()]
            known[stack] = frozenset(name for name in names if trusted(name) or self.after(Token(name, "")))
        return known[stack]

    def after(self, token: Token) -> "Place | None":
        """The place after this token; None where it cannot stand here."""
        ahead = self._parser.copy(deepcopy_values=False)
        try:
            ahead.parser_state.feed_token(token, is_end=token.type == END)
        except UnexpectedToken:
            return None
        return Place(ahead)


def begin(start: str) -> Place:
    """A question with no word read yet."""
    return Place(grammar().parse_interactive(start=start))


def parsed(start: str, read: Sequence[Token]) -> Tree[Token]:
    """The tree of a question of which every word was acceptable in its place."""
    parser = grammar().parse_interactive(start=start)
    for token in read:
        parser.feed_token(token)
    whole: Tree[Token] = parser.parser_state.feed_token(Token(END, ""), is_end=True)
    return whole


@cache
def keywords() -> Mapping[tuple[str, ...], str]:
    """Every keyword as its words, and the name the grammar has for it."""
    written: Any = ((each.name, each.pattern.value) for each in grammar().terminals)
    return {tuple(words.split()): name for name, words in written}


@cache
def spellings() -> Mapping[str, str]:
    """The grammar's names for keywords, and how each is typed."""
    return {name: " ".join(words) for words, name in keywords().items()}


@cache
def verbs() -> frozenset[str]:
    """The words with which a question begins."""
    return frozenset(spellings()[name] for name in begin(QUESTION).acceptable if name in spellings())
