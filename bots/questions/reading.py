"""A question read wholly, by the grammar; or why not, with what may have been meant."""

from dataclasses import dataclass

from lark import Tree

from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.grammar import QUESTION, begin, parsed
from bots.questions.narrowing import narrowed
from bots.questions.plain import as_verb
from bots.questions.refusals import NotUnderstood
from bots.questions.spelled_out import spelled_out
from bots.questions.typed import Words, plain
from bots.questions.unread import refusals
from bots.questions.walk import Stuck, Walk

_DEEPEST = 3
"""So many slips are mended in one question, each by an offer."""
_MOST_OFFERS = 5
_NEEDED = {
    "history": ("party", "Name a State or donor."),
    "brief": ("state", "Which State? Name it by its code or its name."),
    "changes": ("since", "Since when? Write it as `changes since 2026-01-31`."),
}
"""What some verbs are not asked without, wherever it stands."""


@dataclass(frozen=True)
class Question:
    """The verb, and all that narrows it."""

    verb: str
    narrowed: Filters

    def __str__(self) -> str:
        return spelled_out(self.verb, self.narrowed)


def understood(text: str, asker: Asker) -> Question:
    """A question as somebody typed it, in plain words or a verb's; raises NotUnderstood or TooLong."""
    return read(Words(as_verb(plain(text))), asker)


def read(words: Words, asker: Asker, start: str = QUESTION, depth: int = 0) -> Question:
    """What is asked; raises NotUnderstood, whose offers can each be read wholly."""
    try:
        try:
            whole = parsed(start, Walk(words, asker).through(begin(start), words.at))
            question = whole.children[0] if start == QUESTION else whole
            assert isinstance(question, Tree)
            return _complete(Question(str(question.data), narrowed(question, words, asker)))
        except Stuck as stuck:
            raise _joined(refusals(stuck, words, asker)) from None
    except NotUnderstood as refusal:
        raise followed(refusal, words, asker, start, depth) from None


def _complete(question: Question) -> Question:
    needed, said = _NEEDED.get(question.verb, ("", ""))
    if needed and getattr(question.narrowed, needed) is None:
        raise NotUnderstood(said)
    return question


def _joined(found: list[NotUnderstood]) -> NotUnderstood:
    """Every part that is not understood is named; an offer that mends one of several is none."""
    if len(found) == 1:
        return found[0]
    return NotUnderstood(" ".join(dict.fromkeys(each.said for each in found)))


def followed(
    refusal: NotUnderstood, words: Words, asker: Asker, start: str = QUESTION, depth: int = 0
) -> NotUnderstood:
    """The offers that lead to an answer, and what is wrong besides where none does."""
    if not refusal.instead or depth >= _DEEPEST:
        return refusal
    whole: list[str] = []
    besides: NotUnderstood | None = None
    for offer in refusal.instead:
        try:
            read(Words(offer, words.at), asker, start, depth + 1)
            whole.append(offer)
        except NotUnderstood as further:
            whole += further.instead
            besides = besides or further
    if whole or besides is None:
        return NotUnderstood(refusal.said, whole[:_MOST_OFFERS])
    return NotUnderstood(f"{refusal.said} {besides.said}")
