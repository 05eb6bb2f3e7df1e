"""Who gives, who reports and through whom: IATI's organisations made ours.

A name that the record knows decides; else a government's organisation (type 10) is its State, which its identifier
tells (`GB-1`, `XM-DAC-7`) or its name (`Netherlands - Ministry of Foreign Affairs`); else it is registered by its name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pycountry

from adapters.importers.iati.activity import (
    FUNDING,
    GOVERNMENT,
    IMPLEMENTING,
    OTHER_PUBLIC,
    Activity,
    Body,
    Refusal,
    Transaction,
)  # fmt: skip
from domain import names

_ISO_REF = re.compile(r"([A-Z]{2})(?:-|\Z)")
_DAC_REF = re.compile(r"XM-DAC-(\d{1,3})(?:-|\Z)")
_DAC_DONORS = {
    1: "AUT", 2: "BEL", 3: "DNK", 4: "FRA", 5: "DEU", 6: "ITA", 7: "NLD", 8: "NOR", 9: "PRT", 10: "SWE", 11: "CHE",
    12: "GBR", 18: "FIN", 20: "ISL", 21: "IRL", 22: "LUX", 40: "GRC", 50: "ESP", 61: "SVN", 68: "CZE", 69: "SVK",
    75: "HUN", 76: "POL", 301: "CAN", 302: "USA", 701: "JPN", 742: "KOR", 801: "AUS", 820: "NZL",
}  # fmt: skip
_DASH = re.compile(r"\s+[-–—]\s+|\s+\(|\s*[–—]\s*")
_CRS_CHANNEL = re.compile(r"\d{5}\Z")


@dataclass(frozen=True)
class Party:
    """A State or organisation by its code, or an organisation by the name under which it is to be registered."""

    name: str
    is_known: bool = True


def reporter(activity: Activity) -> Party:
    """Who published the activity; a government's body whose State it does not tell is that of the funding State."""
    body = activity.reporter
    if not body.names and not body.ref:
        raise Refusal("reporting-org is missing: IATI does not say who reports, so record the support by hand.")
    found = party(_typed(activity, body))
    if found.is_known or body.kind != GOVERNMENT:
        return found
    funders = (party(each) for each in _funders(activity) if each.kind == GOVERNMENT)
    states = {each.name for each in funders if each.is_known and names.is_state(each.name)}
    return Party(states.pop()) if len(states) == 1 else found


def giver(activity: Activity, transaction: Transaction) -> tuple[str, Party]:
    """Who gives, with a tag that tells its pledge from that of the activity's own giver, whose tag is empty.

    The own giver is the publisher; of an activity that is published at second hand, the one who funds it.
    """
    provider, funders = _typed(activity, transaction.provider), _funders(activity)
    if activity.second_hand and len(funders) == 1:
        if _same(provider, funders[0]):
            return "", party(_typed(activity, funders[0]))
    elif _same(provider, activity.reporter):
        return "", reporter(activity)
    return names.fold(provider.ref or provider.names[0]), party(provider)


def carrier(activity: Activity, transactions: list[Transaction]) -> Body | None:
    """The one organisation through which the money goes: whoever receives it, else whoever implements."""
    receivers = [_typed(activity, each.receiver) for each in transactions if each.receiver.names]
    implementing = [each for each in activity.participants if each.role == IMPLEMENTING and each.names]
    for bodies in (receivers, implementing):
        distinct = {names.fold(body.names[0]): body for body in bodies}
        if distinct:
            return next(iter(distinct.values())) if len(distinct) == 1 else None
    return None


def is_generic(body: Body) -> bool:
    """Whether it names a kind of organisation, such as `Donor country-based NGO`, and none in particular."""
    return bool(_CRS_CHANNEL.match(body.ref)) and body.role == IMPLEMENTING


def party(body: Body) -> Party:
    """Raises Refusal for one without a name, and for a name that several bear."""
    for text in (*body.names, *_telling_parts(body)):
        try:
            return Party(names.party(text))
        except names.AmbiguousName as unclear:
            raise Refusal(f"organisation {text!r}: {unclear}") from None
        except names.UnknownName:
            continue
    if body.kind == GOVERNMENT and (state := _state_of(body.ref)):
        return Party(state)
    if not body.names:
        raise Refusal(f"organisation {body.ref!r} has no name: write it as its narrative in the file.")
    return Party(body.names[0], is_known=False)


def _telling_parts(body: Body) -> Iterator[str]:
    """`Netherlands` of `Netherlands - Ministry of Foreign Affairs`, for bodies of a State alone."""
    if body.kind in {GOVERNMENT, OTHER_PUBLIC}:
        for name in body.names:
            first, *rest = _DASH.split(name)
            if rest:
                yield from (first, rest[-1].rstrip(")"))


def _state_of(ref: str) -> str | None:
    if donor := _DAC_REF.match(ref):
        return _DAC_DONORS.get(int(donor[1]))
    iso = _ISO_REF.match(ref)
    country = pycountry.countries.get(alpha_2=iso[1]) if iso else None
    return country.alpha_3 if country and names.is_state(country.alpha_3) else None


def _typed(activity: Activity, body: Body) -> Body:
    """With what the activity says elsewhere of the organisation of the same identifier."""
    for other in (activity.reporter, *activity.participants):
        if body.ref and body.ref == other.ref and not _CRS_CHANNEL.match(body.ref):
            body = replace(body, kind=body.kind or other.kind, names=body.names or other.names)
    return body


def _funders(activity: Activity) -> list[Body]:
    return [each for each in activity.participants if each.role == FUNDING]


def _same(provider: Body, other: Body) -> bool:
    if not provider.ref and not provider.names:
        return True
    shared = {names.fold(name) for name in provider.names} & {names.fold(name) for name in other.names}
    return bool(shared) or (bool(provider.ref) and provider.ref == other.ref)
