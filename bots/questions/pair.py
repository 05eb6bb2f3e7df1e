"""A donor and a State, named one after the other."""

from collections.abc import Sequence

from bots.questions.asker import Asker
from bots.questions.naming import LONGEST_NAME, find_name, misnamed, read_name
from bots.questions.refusals import NotUnderstood
from bots.questions.typed import Words

BETWEEN = frozenset({"to", "in", "for", "and", "from", "leave", "left", "-", "->", "→", ",", "/"})
_ENDS = frozenset({"as", "known"})


def read_pair(words: Words, asker: Asker, usage: Sequence[str]) -> tuple[str, str]:
    """The longest donor after which a State can be read; raises NotUnderstood."""
    if not words.rest:
        raise NotUnderstood("Name the donor, then the State.", usage=usage)
    start, at_most = words.at, LONGEST_NAME
    refusal: NotUnderstood | None = None
    while found := find_name(words.all[start:], asker.names.party, at_most):
        donor, count = found
        words.at = start + count
        words.skip(BETWEEN)
        if not words.rest:
            refusal = refusal or NotUnderstood("Name the State after the donor.", usage=usage)
        else:
            try:
                return donor, read_name(words, asker.names.state, _ENDS)
            except NotUnderstood as problem:
                refusal = refusal or problem
        at_most = count - 1
    words.at = start
    raise refusal or misnamed(words, asker.names.party, _ENDS)
