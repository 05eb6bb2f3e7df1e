"""Which exchange rates were recorded."""

from domain.fact import Opening


class RateRecorded(Opening):
    """`usd_rate` is US dollars for one unit of `currency`, as decimal text."""

    TOPIC = "rate.recorded"
    ABOUT = "What a currency was worth in US dollars on a day."
    COMMAND = "record-rate"

    currency: str
    usd_rate: str
    on: str
