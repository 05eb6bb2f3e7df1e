"""What can be said about exchange rates."""

from dataclasses import dataclass, field

from domain.command import Command
from domain.values import Date


@dataclass(frozen=True, kw_only=True)
class RecordRate(Command):
    """How many US dollars one unit of a currency was worth on a day, by the command's `source`."""

    NAME = "record-rate"
    DATED_BY = "on"
    EXAMPLE = {
        "currency": "EUR",
        "usd_rate": "1.0826",
        "on": "2025-03-14",
        "source": {"kind": "other", "ref": "UN operational rates of exchange, March 2025"},
    }

    currency: str = field(metadata={"figure": True})
    usd_rate: str = field(metadata={"figure": True})
    on: Date
