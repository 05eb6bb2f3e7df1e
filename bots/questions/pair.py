"""A donor and a State, named one after the other."""

from collections.abc import Sequence

from bots.questions.asker import Asker
from bots.questions.grammar import PAIR
from bots.questions.reading import read
from bots.questions.refusals import NotUnderstood
from bots.questions.typed import Words


def read_pair(words: Words, asker: Asker, usage: Sequence[str]) -> tuple[str, str]:
    """Both, and nothing else; raises NotUnderstood."""
    try:
        named = read(words, asker, PAIR).narrowed
    except NotUnderstood as refusal:
        raise NotUnderstood(refusal.said, refusal.instead, refusal.usage or usage) from None
    words.take(len(words.rest))
    return str(named.donor), str(named.state)
