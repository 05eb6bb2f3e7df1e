"""The terms on which a flow is given: its channel and how closely it is tied to a project."""

from adapters.importers.fts.flow import Body, Flow
from domain.words import Channel, Earmarking

_CHANNELS = {
    "Government": Channel.BILATERAL.value,
    "UN agency": Channel.UN.value,
    "Inter-governmental": Channel.INTERNATIONAL_ORG.value,
    "NGO": Channel.NGO.value,
    "Pooled fund": Channel.TRUST_FUND.value,
}
_EARMARKING = {
    "unearmarked": Earmarking.UNEARMARKED.value,
    "softly earmarked": Earmarking.SOFTLY.value,
    "earmarked": Earmarking.EARMARKED.value,
    "tightly earmarked": Earmarking.TIGHTLY.value,
}


def channel(flow: Flow) -> str | None:
    """The way the support takes, where the types of whoever receives it leave no doubt."""
    found = {_channel(body, kind) for body in flow.destinations for kind in body.types}
    return found.pop() if len(found) == 1 else None


def earmarking(flow: Flow) -> str | None:
    """The Grand Bargain's word, where OCHA gives exactly one."""
    found = {_EARMARKING.get(word.casefold()) for word in flow.earmarking}
    return found.pop() if len(found) == 1 else None


def _channel(body: Body, kind: str) -> str | None:
    """Of the Red Cross, only the Committee and the Federation are international; the national societies are not."""
    if kind == "Red Cross/Red Crescent":
        return Channel.INTERNATIONAL_ORG.value if body.name.startswith("International ") else Channel.NGO.value
    return _CHANNELS.get(kind)
