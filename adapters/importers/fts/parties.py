"""Who gives, to which State, through whom: OCHA's names for organisations and places made ours."""

from dataclasses import dataclass

from adapters.importers.fts.flow import Body, Flow, Refusal
from domain import names

_OF_A_STATE = ", Government of"


@dataclass(frozen=True)
class Party:
    """A State or organisation by its code, or an organisation by the name under which it is to be registered."""

    name: str
    is_known: bool = True


def ends(flow: Flow) -> tuple[Party, str]:
    """The donor and the State that the support is for; raises Refusal."""
    donor, state = _donor(flow), _state(flow)
    if donor.name == state:
        raise Refusal("source Organization is the State itself: its own money is national investment, not a pledge.")
    return donor, state


def via(flow: Flow, recipient: str) -> Party | None:
    """The one organisation that receives the support for the State; None where it is the State itself."""
    if len(flow.destinations) != 1:
        return None
    try:
        found = _party(flow.destinations[0], flow.destination_places)
    except names.UnknownName:
        return None
    return found if found.name != recipient else None


def _donor(flow: Flow) -> Party:
    if not flow.sources:
        raise Refusal("source Organization is missing: OCHA does not say who gives, so record the pledge by hand.")
    if len(flow.sources) > 1:
        listed = ", ".join(body.name for body in flow.sources)
        raise Refusal(f"source Organization names several ({listed}): record one pledge for each by hand.")
    try:
        return _party(flow.sources[0], flow.source_places)
    except names.UnknownName as unknown:
        raise Refusal(f"source Organization: {unknown}") from None


def _state(flow: Flow) -> str:
    places = flow.destination_places
    if not places:
        raise Refusal("destination Location is missing: OCHA does not say which State, so record the pledge by hand.")
    if len(places) > 1:
        raise Refusal(
            f"destination Location names several ({', '.join(places)}) and OCHA does not split the amount: "
            "record one pledge for each by hand."
        )
    if flow.shared_unseen:
        raise Refusal(
            f"destination Location names {places[0]} alone, but the flow is shared with places that the CSV leaves "
            "out: import it from the JSON page."
        )
    try:
        return names.state(places[0])
    except names.UnknownName as unknown:
        raise Refusal(f"destination Location: {unknown}") from None


def _party(body: Body, places: tuple[str, ...]) -> Party:
    """Raises UnknownName for a government of no known State, and for a name that several bear."""
    if body.name.endswith(_OF_A_STATE):
        return Party(_state_of(body.name.removesuffix(_OF_A_STATE), places))
    try:
        return Party(names.party(body.name))
    except names.AmbiguousName:
        raise
    except names.UnknownName:
        return Party(body.name, is_known=False)


def _state_of(name: str, places: tuple[str, ...]) -> str:
    """The State by the name OCHA gives its government, without what stands in brackets, or by its place."""
    for text in (name.partition(" (")[0], *places):
        try:
            return names.state(text)
        except names.UnknownName:
            continue
    return names.state(name)
