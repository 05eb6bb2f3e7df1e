"""When a word of a text tells a State: all that may tell is learnt once, on first use."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from domain.names import sources
from domain.names.phrases import Steps, Tells
from domain.names.reading import Reading
from domain.names.telling_words import CYRILLIC, abbreviations, names, neutral_phrases, people


@dataclass(frozen=True)
class Telltales:
    """Words that tell, those among them that are ordinary words too, and the phrases in which none tells."""

    telling: Steps
    ordinary: Mapping[str, Tells]
    neutral: Steps

    def tell(self, reading: Reading, first: int, last: int, step: Steps) -> bool:
        """Whether these words of a text, in the form they have there, name a State."""
        if reading.touches_a_digit(first, last):
            return False
        if abbreviation := step.spellings.get(reading.spelled(first, last)):
            return self._allows(abbreviation, reading, first, last)
        if (name := step.spellings.get("")) is None:
            return False
        written = " ".join(normalize("NFC", reading.written(first, last)).lower().split())
        return self._allows(self.ordinary.get(written, name), reading, first, last)

    def _allows(self, tells: Tells, reading: Reading, first: int, last: int) -> bool:
        match tells:
            case Tells.CAPITALISED:
                return self._is_capitalised(reading, first, last)
            case Tells.WITHIN:
                explained = reading.opens_a_sentence(first) or self._is_shouted(reading, first, last)
                return reading.is_capital(last) and not explained
            case Tells.QUIET:
                return not self._is_shouted(reading, first, last)
            case Tells.ALONE:
                return not self._is_shouted(reading, first, last) and not reading.beside_a_number(first, last)
            case _:
                return tells is Tells.ALWAYS

    def _is_capitalised(self, reading: Reading, first: int, last: int) -> bool:
        """Whether the last word has a capital letter, or another that does not merely open a sentence."""
        inner = range(first + reading.opens_a_sentence(first), last)
        return reading.is_capital(last) or any(map(reading.is_capital, inner))

    def _is_shouted(self, reading: Reading, first: int, last: int) -> bool:
        """Whether most words around are in capitals as well, and not for being codes."""
        around = [place for place in reading.around(first, last) if not self._is_code(reading, place)]
        return reading.in_capitals(last) and 2 * sum(map(reading.in_capitals, around)) > len(around)

    def _is_code(self, reading: Reading, place: int) -> bool:
        step = self.telling.onward.get(reading.words[place].folded)
        return step is not None and step.spellings.get(reading.spelled(place, place)) is Tells.ALWAYS


@cache
def telltales() -> Telltales:
    """Learnt from the tables; what is never to tell is not learnt."""
    ordinary = {word: Tells(tells) for word, tells in sources.ordinary_words().items()}
    telling, neutral = Steps(), Steps()
    for abbreviation in abbreviations():
        telling.learn(abbreviation, ordinary.get(abbreviation, Tells.ALWAYS), abbreviation)
    for word in people():
        telling.learn(word)
    for name in names():
        if ordinary.get(name.lower()) is not Tells.NEVER:
            telling.learn(name, Tells.CAPITALISED if CYRILLIC.search(name) else Tells.ALWAYS)
    for phrase in neutral_phrases():
        neutral.learn(phrase)
    return Telltales(telling, ordinary, neutral)
