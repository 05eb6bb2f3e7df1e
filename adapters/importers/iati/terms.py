"""The terms on which support is given: channel, earmarking, where goods may be bought, and for how long."""

from adapters.importers.iati import days
from adapters.importers.iati.activity import Activity, Body, Transaction
from domain.words import Channel, Earmarking, TiedStatus

_KINDS = {
    "10": Channel.BILATERAL, "11": Channel.BILATERAL, "21": Channel.NGO, "22": Channel.NGO, "23": Channel.NGO,
    "24": Channel.NGO,
}  # fmt: skip
_CRS_GROUPS = {"1": Channel.BILATERAL, "2": Channel.NGO, "41": Channel.UN}
_COLLABORATIONS = {"3": Channel.NGO, "5": Channel.NGO, "7": Channel.NGO}
_EARMARKING = dict(
    zip("1234", (Earmarking.UNEARMARKED, Earmarking.SOFTLY, Earmarking.EARMARKED, Earmarking.TIGHTLY), strict=True)
)
_TIED = {"3": TiedStatus.PARTIALLY_TIED, "4": TiedStatus.TIED, "5": TiedStatus.UNTIED}


def channel(activity: Activity, through: Body | None) -> str | None:
    """By the kind of organisation the support goes through, else by what IATI calls the collaboration."""
    if through and through.ref.isdigit() and len(through.ref) == 5:
        found = next((way for group, way in _CRS_GROUPS.items() if through.ref.startswith(group)), None)
    else:
        found = _KINDS.get(through.kind) if through else None
    found = found or _COLLABORATIONS.get(activity.collaboration)
    return found.value if found else None


def earmarking(activity: Activity) -> str | None:
    """The Grand Bargain's word, where the publisher gives its category."""
    found = _EARMARKING.get(activity.earmarking)
    return found.value if found else None


def tied_status(activity: Activity, transactions: list[Transaction]) -> str | None:
    """The activity's, else that of all its transactions where they agree."""
    said = {activity.tied} if activity.tied else {each.tied for each in transactions}
    found = _TIED.get(said.pop()) if len(said) == 1 else None
    return found.value if found else None


def period(activity: Activity) -> dict[str, str]:
    """From when until when, actual before planned; without an end that would come before its beginning."""
    start = days.first(activity.dates.get("2", ""), activity.dates.get("1", ""))
    end = days.first(activity.dates.get("4", ""), activity.dates.get("3", ""))
    said = {"from_on": start, "until": end if not start or end >= start else ""}
    return {field: day for field, day in said.items() if day}
