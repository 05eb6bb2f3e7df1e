"""The names that ISO 3166 and the Unicode CLDR give to countries, in the six UN languages."""

from collections.abc import Iterator

import pycountry
from babel import Locale

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
_KOSOVO = ("XKX", "XK")  # in use everywhere, assigned nowhere


def names() -> Iterator[tuple[str, str]]:
    """Every name of every country and territory, beside its alpha-3 code."""
    regions = [Locale(language).territories for language in LANGUAGES]
    for country in pycountry.countries:
        for field in ("name", "common_name", "official_name"):
            if name := getattr(country, field, None):
                yield country.alpha_3, name
    for alpha_3, alpha_2 in [_KOSOVO, *((country.alpha_3, country.alpha_2) for country in pycountry.countries)]:
        yield from ((alpha_3, region[alpha_2]) for region in regions)


def short_codes() -> Iterator[tuple[str, str]]:
    """Every alpha-3 code beside its alpha-2 code, which flags and internet addresses bear."""
    yield _KOSOVO
    yield from ((country.alpha_3, country.alpha_2) for country in pycountry.countries)


def currency_codes() -> frozenset[str]:
    """Every code of a currency in use."""
    return frozenset(currency.alpha_3 for currency in pycountry.currencies)
