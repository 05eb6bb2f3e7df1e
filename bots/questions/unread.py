"""What stands where the reading of a question got stuck: a slip, a name nobody bears, something missing or unknown."""

from collections.abc import Collection, Set
from difflib import get_close_matches
from itertools import takewhile

from bots.questions import dates
from bots.questions.asker import Asker
from bots.questions.grammar import keywords, spellings
from bots.questions.naming import misnamed, runs
from bots.questions.refusals import NotUnderstood, unread
from bots.questions.third_name import third_name
from bots.questions.tokens import NAMES, WORDS_TOO, reader, tokens
from bots.questions.typed import Words, key
from bots.questions.walk import Stuck, Walk, is_sign
from domain.words import Article

_CLOSE = 0.75
_MOST_PARTS = 5
"""So many parts that are not understood are told."""
_SAY_NOTHING = {"and", "&", "et", "y", "are", "is", "was", "were", "only", "that", "the", "which", "still"}
"""Words a question passes over: in place of another they would hide it."""
_ARTICLES = ", ".join(str(article.value) for article in Article)
_NEEDED = {
    "PERIOD": "Which day? Write it as 2026-01-31.",
    "SPAN": "How long? Write it as `within 12 months` or `within 90 days`.",
    "NUMBER": f"Which article? Assistance is asked under {_ARTICLES}.",
    "REQUEST_ID": "Which request? Name it by the first six characters of its id.",
    "GIVER": "Name the donor, then the State.",
    "RECIPIENT": "Name the State after the donor.",
    "PARTY": "Name a State or donor.",
    "STATE": "Name a State.",
}
_NOT_ONE = {
    "PERIOD": "is not a day: write it as 2026-01-31, 31 January 2026, 2026-01 or 2026.",
    "SPAN": "is not a length of time: write it as `within 12 months` or `within 90 days`.",
    "NUMBER": f"is not an article assistance is asked under: {_ARTICLES}.",
    "REQUEST_ID": "is not how a request's id begins: see `requests`.",
}


def refusals(stuck: Stuck, words: Words, asker: Asker, at_most: int = _MOST_PARTS) -> list[NotUnderstood]:
    """Why the reading got stuck, and where it gets stuck again beyond the part that is not understood."""
    if stuck.at >= len(words.all):
        needed = [said for kind, said in _NEEDED.items() if kind in stuck.place.acceptable]
        return [NotUnderstood([*needed, f"“{words.all[-1]}” leads nowhere: say more, or leave it out."][0])]
    end = _end(stuck, words, asker, frozenset(NAMES))
    found = [_refusal(stuck, words, end, asker)]
    if not found[0].instead and (nearer := _end(stuck, words, asker)) < end:
        end = nearer
        found = [_refusal(stuck, words, end, asker)]
    if third := third_name(stuck, words, asker):
        return [third]
    if end < len(words.all) and at_most > 1:
        try:
            Walk(words, asker).through(stuck.place, end, tuple(stuck.read))
        except Stuck as again:
            if again.at < len(words.all):
                found += refusals(again, words, asker, at_most - 1)
        except NotUnderstood as further:
            found.append(further)
    return found


def _end(stuck: Stuck, words: Words, asker: Asker, but: Set[str] = frozenset()) -> int:
    """Where something begins again that could stand here."""
    rest = range(stuck.at + 1, len(words.all))
    return next((at for at in rest if _goes_on(stuck, words, at, asker, but)), len(words.all))


def _goes_on(stuck: Stuck, words: Words, at: int, asker: Asker, but: Set[str]) -> bool:
    possible = tokens(words.all, at, stuck.place.acceptable - but, asker)
    return any(stuck.place.after(token) for token in possible)


def _refusal(stuck: Stuck, words: Words, end: int, asker: Asker) -> NotUnderstood:
    part = words.all[stuck.at : end]
    for kind, said in _NOT_ONE.items():
        if kind in stuck.place.acceptable and not stuck.place.acceptable & set(NAMES):
            if kind != "PERIOD":
                return NotUnderstood(f"“{' '.join(part)}” {said}")
            more = takewhile(lambda word: dates.goes_on(key(word)), words.all[end:])
            return NotUnderstood(f"“{' '.join([*part, *more])}” {said}", _months(words, stuck.at, end))
    slips = _slips(words, stuck.at, stuck.place.acceptable)
    name = _name(stuck, words, end, asker)
    if name and not slips:
        return name
    if slips or name:
        return NotUnderstood(unread(part[:1]), [*slips, *(name.instead if name else ())])
    return NotUnderstood(unread(part))


def _name(stuck: Stuck, words: Words, end: int, asker: Asker) -> NotUnderstood | None:
    """A name with a slip, or more of the name before; one nobody bears where a name is still awaited."""
    last = stuck.read[-1] if stuck.read else None
    at = next((at for at in range(stuck.at, end) if key(words.all[at]) not in _SAY_NOTHING), stuck.at)
    if key(words.all[at]) in _first_words():
        return None
    if last is not None and last.type in NAMES and last.end_pos == stuck.at:
        longer = misnamed(words, last.start_pos or 0, end, reader(last.type, asker))
        if longer.instead:
            return longer
    kind = next((each for each in NAMES if each in stuck.place.acceptable), None)
    if kind is None:
        return None
    awaited = not any(token.type == kind for token in stuck.read)
    alone = next(runs(words.all[end:], reader(kind, asker), states_only=True), None) is None
    found = misnamed(words, at, end, reader(kind, asker), in_part=awaited and alone)
    if key(words.all[at]) in WORDS_TOO:
        capitals = words.with_instead(at, 1, words.all[at].upper())
        return NotUnderstood(unread(words.all[stuck.at : end]), [capitals])
    return found if found.instead or awaited else None


def _slips(words: Words, at: int, acceptable: Collection[str]) -> list[str]:
    """The question with a keyword in place of words that are nearly it."""
    found: dict[str, None] = {}
    told = [spelling for name, spelling in spellings().items() if name in acceptable and spelling not in _SAY_NOTHING]
    typed = {spelling: len(spelling.split()) for spelling in told}
    for count in sorted(set(typed.values()), reverse=True):
        said = " ".join(map(key, words.all[at : at + count]))
        near = get_close_matches(said, [each for each, length in typed.items() if length == count], 1, _CLOSE)
        meant = [each for each in near if not is_sign(said) and each != f"un{said}"]
        found |= dict.fromkeys(words.with_instead(at, count, each) for each in meant)
    return list(found)[:2]


def _months(words: Words, at: int, end: int) -> list[str]:
    for place in range(at, min(end, at + 3)):
        if near := get_close_matches(key(words.all[place]), dates.WORDS, 1, _CLOSE):
            return [words.with_instead(place, 1, near[0])] if near[0] != key(words.all[place]) else []
    return []


def _first_words() -> frozenset[str]:
    """Words with which some keyword begins: none of them is a misspelt name."""
    return frozenset(words[0] for words in keywords())
