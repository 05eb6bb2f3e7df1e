"""Small checks from which the rules of Block Kit are put together."""

import re
from collections.abc import Callable
from typing import Any


class Problems(list[str]):
    """What is wrong, each with the place in Slack's own notation."""

    def add(self, message: str, at: str) -> None:
        self.append(f"{message} [json-pointer:{at}]")


Check = Callable[[Any, str, Problems], None]


def length(value: str) -> int:
    """As JavaScript counts, to be on the safe side: a sign beyond the first 65,536 is two."""
    return len(value.encode("utf-16-le", "surrogatepass")) // 2


def string(at_most: int | None = None, at_least: int = 1, like: str | None = None) -> Check:
    def check(value: Any, at: str, problems: Problems) -> None:
        if not isinstance(value, str):
            problems.add("must provide a string", at)
        elif len(value) < at_least:
            problems.add(f"must be more than {at_least - 1} characters", at)
        elif at_most is not None and length(value) > at_most:
            problems.add(f"must be less than {at_most + 1} characters", at)
        elif like and not re.fullmatch(like, value):
            problems.add(f"does not match the pattern {like}", at)

    return check


def boolean(value: Any, at: str, problems: Problems) -> None:
    if not isinstance(value, bool):
        problems.add("must provide a boolean", at)


def integer(low: int, high: int) -> Check:
    def check(value: Any, at: str, problems: Problems) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            problems.add("must provide an integer", at)
        elif not low <= value <= high:
            problems.add(f"must be between {low} and {high}", at)

    return check


def one_of(*allowed: str) -> Check:
    def check(value: Any, at: str, problems: Problems) -> None:
        if value not in allowed:
            problems.add(f"must be a valid enum value ({', '.join(allowed)})", at)

    return check


def listed(item: Check, at_most: int, at_least: int = 1) -> Check:
    def check(value: Any, at: str, problems: Problems) -> None:
        if not isinstance(value, list):
            problems.add("must provide an array", at)
            return
        if len(value) < at_least:
            problems.add(f"no fewer than {at_least} items allowed", at)
        if len(value) > at_most:
            problems.add(f"no more than {at_most} items allowed", at)
        for number, element in enumerate(value):
            item(element, f"{at}/{number}", problems)

    return check


def obj(required: dict[str, Check], optional: dict[str, Check] | None = None, *rules: Check) -> Check:
    """An object with these keys and no others; the rules look at it once its keys are right."""
    known = {**required, **(optional or {})}

    def check(value: Any, at: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            problems.add("must provide an object", at)
            return
        before = len(problems)
        for key in required:
            if key not in value:
                problems.add(f"missing required field: {key}", at)
        for key, item in value.items():
            if key in known:
                known[key](item, f"{at}/{key}", problems)
            else:
                problems.add(f"invalid additional property: {key}", at)
        if len(problems) == before:
            for rule in rules:
                rule(value, at, problems)

    return check


def by_type(shapes: dict[str, Check]) -> Check:
    """One of several objects, told apart by `type`."""

    def check(value: Any, at: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            problems.add("must provide an object", at)
        elif "type" not in value:
            problems.add("missing required field: type", at)
        elif not isinstance(value["type"], str) or value["type"] not in shapes:
            problems.add(f"unsupported type: {value['type']}", f"{at}/type")
        else:
            shapes[value["type"]](value, at, problems)

    return check


def exactly_one(*keys: str) -> Check:
    def check(value: Any, at: str, problems: Problems) -> None:
        if sum(key in value for key in keys) != 1:
            problems.add(f"must define exactly one of {', '.join(keys)}", at)

    return check


def at_least_one(*keys: str) -> Check:
    def check(value: Any, at: str, problems: Problems) -> None:
        if not any(key in value for key in keys):
            problems.add(f"must define either {' or '.join(keys)}", at)

    return check
