"""How fast the record is read."""

from collections.abc import Iterator

import orjson

from adapters.wiring import Service
from bench.clock import Pair, percentile, times
from projections.audience import COORDINATORS
from projections.filters import HistoryFilter, RequestFilter
from projections.moment import Moment
from projections.page import LARGEST, Page

NOW, PAST = Moment(), Moment("2015-06-30")
RUNS = 20


def ways(service: Service, state: str) -> Iterator[Pair]:
    """Ready bytes beside rows, the past beside the present."""
    queries, whole = service.queries, Page(LARGEST)

    def history(moment: Moment = NOW) -> list[bytes]:
        return queries.state_history(COORDINATORS, state, HistoryFilter(), whole, moment).items

    def joined() -> bytes:
        return b",".join(history())

    def by_rows() -> bytes:
        return orjson.dumps([orjson.loads(each) for each in history()])

    def log(moment: Moment) -> list[bytes]:
        return queries.log(COORDINATORS, Page(), moment).items

    known = Moment(None, service.now())
    yield Pair("history of a State: rows : ready bytes", _median(by_rows), _median(joined))
    yield Pair("history of a State: as of a day : live", _median(lambda: history(PAST)), _median(history))
    yield Pair("the log: as of a day : live", _median(lambda: log(PAST)), _median(lambda: log(NOW)))
    yield Pair("the log: as known at a time : live", _median(lambda: log(known)), _median(lambda: log(NOW)))


def open_request(service: Service) -> str:
    """How somebody names a request."""
    asked = RequestFilter(open=True)
    found = service.queries.requests(COORDINATORS, asked, Page(1), NOW).items
    return str(orjson.loads(found[0])["id"])[:6]


def _median(work) -> float:  # type: ignore[no-untyped-def]
    return percentile(times(work, RUNS), 0.5)
