"""Who could help? Requests beside what donors say they can do: each match with its reasons in words."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from domain.names import WORLD, lies_in, party_name, state_name
from domain.values import Money
from projections.wording import amount, listed

Document = dict[str, Any]
BASE = 40
"""The score of a match in article and nature alone; each further reason adds to it, up to 100."""
MORE_THAN_A_YEAR = 366


def matches(requests: Iterable[Document], profiles: Iterable[Document], today: str) -> list[Document]:
    """Every request and donor that fit, best first; equal scores in order of donor and request."""
    profiles = list(profiles)
    found = [
        match for request in requests for profile in profiles if (match := _match(request, profile, today)) is not None
    ]
    return sorted(found, key=lambda match: (-match["score"], match["donor"], match["request_id"]))


def fits(request: Document, profile: Document, today: str) -> bool:
    """Whether nothing that the donor says rules out the State, the article or the natures."""
    return (
        request["article"] in profile["articles"]
        and any(nature in profile["natures"] for nature in request["nature"])
        and request["state"] != profile["donor"]
        and _place(request["state"], profile) is not None
        and _window(profile["window"] or {}, today) is not None
    )


def _match(request: Document, profile: Document, today: str) -> Document | None:
    """None where something the donor says rules the request out."""
    place, window = _place(request["state"], profile), _window(profile["window"] or {}, today)
    if not fits(request, profile, today) or place is None or window is None:
        return None
    natures = [nature for nature in request["nature"] if nature in profile["natures"]]
    reasons = [(0, f"gives {listed(natures)} assistance under Article {request['article']}"), place, window]
    reasons += [*_years(request, profile), *_ratio(request, profile), *_budget(request, profile)]
    all_of_it = len(natures) == len(request["nature"])
    return {
        "id": f"{request['id']}:{profile['donor']}",
        "request_id": request["id"],
        "state": request["state"],
        "article": request["article"],
        "need": request["need"],
        "money": request["money"],
        "donor": profile["donor"],
        "profile_id": profile["id"],
        "score": BASE + 10 * all_of_it + sum(points for points, _ in reasons),
        "reasons": [f"{party_name(profile['donor'])} {reasons[0][1]}", *(words for _, words in reasons[1:] if words)],
    }


def _place(state: str, profile: Document) -> tuple[int, str] | None:
    """Nearer is better; a donor that names neither States nor regions gives anywhere."""
    states, regions = profile["states"] or [], profile["regions"] or []
    if state in states:
        return 20, f"it names {state_name(state)} among the States it supports"
    if WORLD in regions:
        return 5, "it gives anywhere"
    inside = [region for region in regions if lies_in(state, region)]
    if inside:
        return 10, f"{state_name(state)} lies in {listed(inside)}, where it gives"
    return None if states or regions else (0, "it sets no limit of region or State")


def _window(window: Document, today: str) -> tuple[int, str] | None:
    from_on, until = window.get("from_on"), window.get("until")
    if until and until < today:
        return None
    if from_on and from_on > today:
        return 0, f"its window opens on {from_on}"
    if until:
        return 10, f"its window is open until {until}"
    return (5, f"its window is open since {from_on}") if from_on else (5, "")


def _years(request: Document, profile: Document) -> Iterable[tuple[int, str]]:
    if not (request["from_on"] and request["until"]):
        return
    days = (date.fromisoformat(request["until"]) - date.fromisoformat(request["from_on"])).days
    if days > MORE_THAN_A_YEAR and profile["multi_year"]:
        yield 10, "the request runs over several years, and it gives over several years"
    elif days > MORE_THAN_A_YEAR and profile["multi_year"] is False:
        yield -10, "the request runs over several years, but it does not give over several years"


def _ratio(request: Document, profile: Document) -> Iterable[tuple[int, str]]:
    """A ratio is what the donor gives for what the State puts in."""
    sought, given = request["match_sought"], profile["match_ratio"]
    if not sought or not given:
        return
    if _share(given) >= _share(sought):
        yield 10, f"it matches {given}, and {sought} is sought"
    else:
        yield 0, f"it matches {given} only, where {sought} is sought"


def _share(ratio: str) -> Decimal:
    given, put_in = (Decimal(part) for part in ratio.split(":"))
    return given / put_in if put_in else Decimal("Infinity")


def _budget(request: Document, profile: Document) -> Iterable[tuple[int, str]]:
    if not request["money"] or not profile["budget"]:
        return
    sought, has = Money.read(request["money"]), Money.read(profile["budget"])
    if sought.currency != has.currency:
        yield 0, f"its budget is {amount(profile['budget'])}, in another currency than the {sought} sought"
    elif sought.amount <= has.amount:
        yield 10, f"its budget of {amount(profile['budget'])} covers the {sought} sought"
    else:
        yield 0, f"its budget of {amount(profile['budget'])} covers part of the {sought} sought"
