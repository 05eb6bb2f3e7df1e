"""One exchange rate on one day."""

from domain.fact import Fact
from domain.rates.events import RateRecorded
from domain.rates.rules import check_rate
from domain.record import Record


class Rate(Record):
    """US dollars for one unit of a currency."""

    TOPIC = "rate"

    def check_correction(self, before: Fact, after: Fact | None) -> None:  # noqa: ARG002 - the new words alone decide
        """Refuse what is no rate."""
        if isinstance(after, RateRecorded):
            check_rate(after.currency, after.usd_rate, after.source)
