"""What a reader of the record must be told about an activity, lest its amounts be read for more than they are."""

from adapters.importers.iati import sectors, worth
from adapters.importers.iati.activity import Activity
from adapters.importers.iati.entries import Pledge

_STATUS = {"5": "The publisher calls it cancelled.", "6": "The publisher calls it suspended."}


def on(activity: Activity, parent: str | None, sector: str | None, pledge: Pledge) -> str:
    """Sentences to go with the pledge; empty where there is nothing to say."""
    said = (
        _share(activity, sector or sectors.MINE_ACTION),
        f"A part of IATI activity {parent}." if parent else "",
        "Its amounts are this State's share, by the percentages that the publisher gives." if _split(activity) else "",
        "Pledged in several currencies, so no single amount is recorded as pledged." if _mixed(pledge) else "",
        _STATUS.get(activity.status, ""),
    )
    return " ".join(filter(None, said))


def _share(activity: Activity, sector: str) -> str:
    part = sectors.share(activity, sector)
    return f"Sector {sector} is {part} % of this activity; its amounts are those of the whole." if part else ""


def _split(activity: Activity) -> bool:
    return len(activity.countries) + len(activity.regions) > 1


def _mixed(pledge: Pledge) -> bool:
    return len({entry.currency for entry in pledge.entries if entry.kind == worth.PLEDGED}) > 1
