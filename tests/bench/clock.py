"""Measures, and what is made of them."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def times(work: Callable[[], object], runs: int) -> list[float]:
    """How long each run takes, the fastest first; one run before, unmeasured, warms up."""
    work()
    return sorted(seconds(work) for _ in range(runs))


def percentile(sorted_times: Sequence[float], share: float) -> float:
    """The time within which this share of the runs ended."""
    return sorted_times[min(int(len(sorted_times) * share), len(sorted_times) - 1)]


@dataclass(frozen=True)
class Pair:
    """Two ways to the same end, and how many times the first takes the second."""

    name: str
    first: float
    second: float

    def __str__(self) -> str:
        return f"{self.name:<58} {_shown(self.first)} : {_shown(self.second)}   {self.first / self.second:6.2f} x"


def spread(name: str, sorted_times: Sequence[float]) -> str:
    """A line with p50 and p99."""
    return f"{name:<58} p50 {_shown(percentile(sorted_times, 0.5))}  p99 {_shown(percentile(sorted_times, 0.99))}"


def _shown(duration: float) -> str:
    return f"{duration * 1000:10,.2f} ms"
