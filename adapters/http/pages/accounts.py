"""Whose words a reason is: the donor's before the recipient's, and an inference last and apart."""

from adapters.http.pages.parts import Row
from domain.words import ReasonSource

_ORDER = list(ReasonSource)


def with_accounts(shift: Row) -> Row:
    """A shift with its accounts, the donor's own words first."""
    accounts = sorted(shift["accounts"], key=lambda each: (_ORDER.index(each["reason_source"]), each["occurred_on"]))
    return shift | {"accounts": accounts}


def with_story(decision: Row) -> Row:
    """A decision with its accounts; what followed says whose words it is, where it is one of them."""
    whose = {account["event_id"]: account["reason_source"] for account in decision["accounts"]}
    told = [item | {"whose": None} for item in decision["told_by_then"]]
    since = [item | {"whose": whose.get(item["event_id"])} for item in decision["since"]]
    return with_accounts(decision) | {"told_by_then": told, "since": since}
