"""One exchange rate on one day."""

from domain.record import Record


class Rate(Record):
    """US dollars for one unit of a currency."""

    TOPIC = "rate"
