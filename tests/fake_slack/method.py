"""One method of the Web API: what it takes, what it needs, what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Method:
    run: Callable[[Any, dict[str, Any]], dict[str, Any]]
    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    scope: str | None = None


def method(
    run: Callable[[Any, dict[str, Any]], dict[str, Any]],
    required: str = "",
    optional: str = "",
    scope: str | None = None,
) -> Method:
    """`required` and `optional` name the arguments, separated by spaces."""
    return Method(run, frozenset(required.split()), frozenset(optional.split()), scope)
