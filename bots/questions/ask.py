"""One question in, one answer out: the language of the bot and of `ica ask`."""

import logging
from collections.abc import Callable
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
from bots.questions.naming import find_name
from bots.questions.plain import as_verb
from bots.questions.refusals import NotUnderstood, unread
from bots.questions.typed import TooLong, Words, key, plain

log = logging.getLogger(__name__)

_VERBS = (
    history, why, requests, shifts, pledges, deadlines, outcomes, brief, silent, coverage, overview, match, donors,
    changes, contacts,
)  # fmt: skip
_ANSWERS: dict[str, Callable[[Words, Asker], Answer]] = {module.VERB: module.answer for module in _VERBS}
VERBS = {module.VERB: help_text.Entry(module.VERB, module.ABOUT, module.USAGE) for module in _VERBS}
"""What can be asked, in the order in which help tells it."""
_HELP = ("help", "?", "")
_GREETINGS = ("menu", "hello", "hi")
_UNREADABLE = "The record cannot be read just now. Try again in a minute."


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
    return key(text) in ("", *_GREETINGS)


def _answer(question: str, asker: Asker) -> Answer:
    words = Words(question)
    if not words.rest or key(question) in _GREETINGS:
        return help_text.menu(VERBS)
    verb = key(words.take())
    if verb in _HELP:
        return help_text.answer(words, VERBS)
    if verb in _ANSWERS:
        return _ANSWERS[verb](words, asker)
    raise _no_verb(words, asker)


def _no_verb(words: Words, asker: Asker) -> NotUnderstood:
    """The verb with a slip, a State named alone, or something else."""
    first = key(words.all[0])
    usage = [entry.usage[0] for entry in VERBS.values()]
    if first in {form.name for form in help_text.FORMS}:
        said = f"`{first}` records something: type `/ica {first}` in Slack."
        return NotUnderstood(said, [f"{first}s"] if f"{first}s" in _ANSWERS else ())
    if near := get_close_matches(first, [*_ANSWERS, "help"], 1, 0.7):
        return NotUnderstood(unread(words.all[:1]), [words.with_instead(0, 1, near[0])])
    found = find_name(words.all, asker.names.party)
    if found and found[1] == len(words.all):
        return NotUnderstood("What about it?", [f"{verb} {found[0]}" for verb in ("history", "requests", "shifts")])
    return NotUnderstood(unread(words.all), usage=usage)
