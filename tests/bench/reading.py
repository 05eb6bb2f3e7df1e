"""How fast questions are answered."""

from collections.abc import Iterator

import orjson

from adapters.wiring import Service
from bench.clock import Pair, percentile, spread, times
from bench.growing import DONORS, STATES
from bots.questions import Asker, answer
from projections.audience import COORDINATORS
from projections.filters import HistoryFilter
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


def questions(service: Service, name: str, donor: str = DONORS[0], state: str = STATES[0]) -> Iterator[str]:
    """Each question of the bot, p50 and p99."""
    asker = Asker(
        COORDINATORS, service.queries, service.coordination.names, service.today(), "http://127.0.0.1:8000",
        service.settings.zone,
    )  # fmt: skip
    for question in (
        f"history {state}", f"why {donor} {state}", f"requests {state} open", f"pledges {state}",
        f"shifts {state} unexplained", f"deadlines {state}", f"history {state} as of 2015-06-30",
    ):  # fmt: skip
        assert answer(question, asker).understood, question
        yield spread(f"{name}: {question}", times(lambda asked=question: answer(asked, asker), RUNS))  # type: ignore[misc]


def _median(work) -> float:  # type: ignore[no-untyped-def]
    return percentile(times(work, RUNS), 0.5)
