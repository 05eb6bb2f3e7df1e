"""Plain questions of the same meaning as a verb's: `why did Norway leave Lao PDR?` is `why Norway Lao PDR`."""

import re
from unicodedata import normalize

from bots.questions.phrasings import Language, languages

_TOO = re.compile(r",? (?:please|pls|plz|thanks|thank you|now)$", re.IGNORECASE)

_SHORT = (
    (re.compile(r"\b(what|who|when|where|how|that)'s\b", re.IGNORECASE), r"\1 is"),
    (re.compile(r"\b(has|have|had|is|are|did|does|do|was|were)n't\b", re.IGNORECASE), r"\1 not"),
)


def as_verb(question: str) -> str:
    """The question as a verb would ask it; unchanged where it is none of the phrasings."""
    question = _TOO.sub("", question)
    for short, whole in _SHORT:
        question = short.sub(whole, question)
    for place, language in enumerate(languages()):
        asked = language.without_courtesies(question)
        if found := _rewritten(asked, language):
            return found
        if place == 0:
            question = asked
    return question


def _rewritten(question: str, language: Language) -> str | None:
    flat = _flat(question)
    for pattern, instead in language.phrasings:
        if found := pattern.fullmatch(flat):
            spans = {name: found.span(name) for name in pattern.groupindex}
            said = {
                name: _put(question[slice(*span)] if span[0] >= 0 else "", language) for name, span in spans.items()
            }
            return " ".join(instead.format(**said).split())
    return None


def _put(part: str, language: Language) -> str:
    """A part as English has it; as it was typed where it has no word of the language's own."""
    flat = put = _flat(part)
    for pattern, english in language.words:
        put = pattern.sub(english, put)
    return part if put == flat else put


def _flat(text: str) -> str:
    """Sign for sign, without accents."""
    return "".join(normalize("NFD", sign)[0] for sign in text)
