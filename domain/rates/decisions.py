"""What follows when a rate is recorded."""

from domain.decision import Decision, decides
from domain.memory import Memory
from domain.rates.commands import RecordRate
from domain.rates.events import RateRecorded
from domain.rates.rate import Rate
from domain.rates.rules import check_rate
from domain.said import said


@decides(RecordRate)
def record(command: RecordRate, memory: Memory, _: None) -> Decision:
    """A rate with its day and its source."""
    check_rate(command.currency, command.usd_rate, command.source)
    stream = memory.new_stream(command, "rate")
    rate = Rate.open(RateRecorded, stream, command, memory.at, **said(command))
    return Decision(str(rate.id), (rate,))
