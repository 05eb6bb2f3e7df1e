"""The forms a word takes: plurals, genders, Russian cases, Arabic articles. A form too many does no harm."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from types import MappingProxyType

_ADJECTIVE = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
_NOUN = ("", "а", "у", "ом", "е", "ем", "ы", "и", "ов", "ев", "ам", "ами", "ах")
_PEOPLE = ("ц", "ца", "цу", "цем", "це", "цы", "цев", "цам", "цами", "цах")
_ARABIC = ("", "ة", "ا", "ون", "ين", "ات")
_RUSSIAN_NAMES = (  # how a name ends, what stays of it, and what follows; the first that fits
    ("острова", 1, ("", "ам", "ами", "ах")),
    ("ая", 2, ("ой", "ую")),
    ("я", 1, ("и", "е", "ю", "ей")),
    ("а", 1, ("ы", "и", "е", "у", "ой", "ей")),
    ("ий", 2, ("ого", "его", "ому", "им", "ом")),
    ("ый", 2, ("ого", "ому", "ым", "ом")),
    ("ой", 2, ("ого", "ому", "ым", "ом")),
    ("ие", 2, ("их", "им", "ими")),
    ("ые", 2, ("ых", "ым", "ыми")),
    ("ое", 2, ("ого", "ому", "ым", "ом")),
    ("во", 1, ("а", "у", "ом", "е")),
    ("й", 1, ("я", "ю", "ем", "е")),
    ("ь", 1, ("и", "ью", "я", "ю", "ем", "е")),
    ("ы", 1, ("", "ов", "ам", "ами", "ах")),
)
_UNCHANGING = tuple("еёиоуэю")


def english(word: str) -> Iterable[str]:
    """Iraqi, Iraqis; a Swiss stays a Swiss."""
    return (word,) if word.endswith(("s", "sh", "ch", "ese")) else (word, f"{word}s")


def french(word: str) -> Iterable[str]:
    """Malien, malienne, maliens, maliennes."""
    if word.endswith("e"):
        return (word, f"{word}s")
    feminine = f"{word}ne" if word.endswith(("ien", "éen", "on")) else f"{word}e"
    return (word, feminine, f"{word}s", f"{feminine}s")


def spanish(word: str) -> Iterable[str]:
    """Libanés, libanesa, libaneses, libanesas; iraquí, iraquíes."""
    if word.endswith("o"):
        return (word, f"{word[:-1]}a", f"{word}s", f"{word[:-1]}as")
    if word.endswith(("és", "án", "ón", "ol")):
        return (word, f"{word}a", f"{word}es", f"{word}as")
    return (word, f"{word}s", f"{word}es")


def russian(stem: str) -> Iterator[str]:
    """From "иракск" the adjective and its people, иракец and иракцы; from "серб" or "чех" the people."""
    if not stem.endswith(("ск", "цк")):
        yield from (stem + ending for ending in _NOUN)
        return
    yield from (stem + ending for ending in _ADJECTIVE)
    base = stem[:-2]
    yield from (base + ending for ending in _PEOPLE)
    yield base.removesuffix("й") + "ец"


def arabic(word: str) -> Iterator[str]:
    """From عراقي the feminine and the plurals, with the article and without."""
    for ending in _ARABIC:
        yield word + ending
        yield f"ال{word}{ending}"


def russian_name(name: str) -> Iterator[str]:
    """A short name in its cases: Ирак, Ирака; Северная Македония, Северной Македонии."""
    words = name.replace("-", " ").split()
    yield from map(" ".join, product(*map(_russian_cases, words)))


def _russian_cases(word: str) -> tuple[str, ...]:
    for end, cut, endings in _RUSSIAN_NAMES:
        if word.lower().endswith(end):
            return (word, *(word[:-cut] + ending for ending in endings))
    if word.isupper() or not word.isalpha() or word.endswith(_UNCHANGING):
        return (word,)
    return (word, *(word + ending for ending in ("а", "у", "ом", "ем", "е")))


FORMS: Mapping[str, Callable[[str], Iterable[str]]] = MappingProxyType(
    {"en": english, "fr": french, "es": spanish, "ru": russian, "ar": arabic}
)
