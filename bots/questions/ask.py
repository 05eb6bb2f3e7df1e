"""One question in, one answer out: the language of the bot and of `ica ask`."""

import logging
from collections.abc import Callable
from contextlib import suppress
from difflib import get_close_matches

from bots.answer import Answer
from bots.questions import (
    brief,
    changes,
    contacts,
    coverage,
    deadlines,
    donors,
    history,
    languages,
    match,
    outcomes,
    overview,
    pledges,
    requests,
    shifts,
    silent,
    why,
)
from bots.questions import help as help_text
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.grammar import PAIR, verbs
from bots.questions.naming import runs
from bots.questions.plain import as_verb
from bots.questions.reading import followed, read
from bots.questions.refusals import NotUnderstood, foreign, unread
from bots.questions.typed import LONGEST, TooLong, Words, key, plain

log = logging.getLogger(__name__)

_VERBS = (
    history, why, requests, shifts, pledges, deadlines, outcomes, brief, silent, coverage, overview, match, donors,
    changes, contacts,
)  # fmt: skip
_ANSWERS: dict[str, Callable[[Filters, Asker], Answer]] = {module.VERB: module.answer for module in _VERBS}
VERBS = {module.VERB: help_text.Entry(module.VERB, module.ABOUT, module.USAGE) for module in _VERBS}
"""What can be asked, in the order in which help tells it."""
_TELLING = 5
"""By so many letters verbs differ, however they end."""
_HELP = ("help", "?")
_HELP_ELSEWHERE = ("aide", "ayuda", "ajuda", "помощь", "مساعدة", "帮助")
"""The word alone; with more beside it, it is something else."""
_GREETINGS = (
    "menu", "hello", "hi", "hey", "good morning", "thanks", "thank you", "bonjour", "merci", "hola", "gracias",
    "привет", "спасибо", "مرحبا", "شكرا", "你好", "谢谢",
)  # fmt: skip
_UNREADABLE = "The record cannot be read just now. Try again in a minute."


def warm(asker: Asker) -> None:
    """Build what the first question would wait for: grammar, names, near misses, the dates of each language."""
    languages.warm()
    as_verb("")
    for example in (*(each for entry in VERBS.values() for each in entry.usage), "history Nowher"):
        with suppress(NotUnderstood):
            read(Words(example), asker)


def answer(text: str, asker: Asker) -> Answer:
    """An answer for this asker's eyes; what is not understood or cannot be read is an answer too."""
    try:
        return _answer(as_verb(plain(text)), asker)
    except NotUnderstood as refusal:
        return refusal.answer()
    except TooLong as refusal:
        return Answer("not_understood", str(refusal), understood=False)
    except Exception:  # the person asking is told; the question's words are not logged
        log.exception("a question could not be answered")
        return Answer("unavailable", _UNREADABLE, understood=False)


def asks_for_menu(text: str) -> bool:
    """Whether nothing in particular is asked."""
    return len(text) <= LONGEST and key(plain(text)) in ("", *_GREETINGS)


def _answer(question: str, asker: Asker) -> Answer:
    words = Words(question)
    if key(question) in ("", *_GREETINGS):
        return help_text.menu(VERBS)
    first = key(words.all[0])
    if first in _HELP or key(question) in _HELP_ELSEWHERE:
        words.take()
        return help_text.answer(words, VERBS)
    if first not in verbs():
        refusal = _no_verb(words, asker)
        raise refusal if refusal.instead[:1] == ("help",) else followed(refusal, words, asker)
    verb = next(verb for verb in VERBS if verb[:_TELLING] == first[:_TELLING])
    try:
        asked = read(words, asker)
        return _ANSWERS[asked.verb](asked.narrowed, asker)
    except NotUnderstood as refusal:
        usage = () if refusal.instead else refusal.usage or VERBS[verb].usage
        raise NotUnderstood(refusal.said, refusal.instead, usage) from None


def _no_verb(words: Words, asker: Asker) -> NotUnderstood:
    """The verb with a slip, a State named alone, or something else."""
    first = key(words.all[0])
    forms = {form.name for form in help_text.FORMS}
    if first in forms:
        said = f"`{first}` records something: type `/ica {first}` in Slack."
        return NotUnderstood(said, [f"{first}s"] if f"{first}s" in _ANSWERS else ())
    code, count = next(runs(words.all, asker.names.party, states_only=False), ("", 0))
    if code and count == len(words.all):
        return NotUnderstood("What about it?", [f"{verb} {code}" for verb in ("history", "requests", "shifts")])
    with suppress(NotUnderstood):
        pair = read(words, asker, PAIR).narrowed
        offers = [f"why {pair.donor} {pair.state}", f"pledges {pair.state} from {pair.donor}"]
        return NotUnderstood("What about the two?", offers)
    if not code and (near := get_close_matches(first, [*verbs(), "help"], 1, 0.7)):
        return NotUnderstood(unread(words.all[:1]), [words.with_instead(0, 1, near[0])])
    return NotUnderstood(foreign(words.all), usage=[entry.usage[0] for entry in VERBS.values()])
