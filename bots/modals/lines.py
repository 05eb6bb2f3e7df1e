"""Lists that people write as text, a line for each part: a pledge by the year, a budget line by line."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from domain.values import BudgetLine, Tranche

_END = re.compile(r"[\n;]")
_COLON = re.compile(r"\s*[:\uff1a]\s*")
_OF_YEAR = re.compile(r"(?P<line>.*\S)\s*(?:,\s*(?P<beside>\d{4})|\((?P<within>\d{4})\))")


def lines_of(text: str) -> list[str]:
    """Those on which something stands."""
    return [line.strip() for line in _END.split(text) if line.strip()]


def _tranche(line: str) -> dict[str, Any]:
    """`2026: 100000 USD`."""
    year, _, money = _COLON.sub(" ", line, count=1).partition(" ")
    return {"year": year} | _money(money)


def _budget_line(line: str) -> dict[str, Any]:
    """`Survey teams (2026): 100000 USD`; a year only where it stands apart, so that no name loses its number."""
    *name, money = _COLON.split(line) if _COLON.search(line) else (line, "")
    said = ": ".join(name)
    if not (dated := _OF_YEAR.fullmatch(said)):
        return {"line": said} | _money(money)
    return {"line": dated["line"], "year": dated["beside"] or dated["within"]} | _money(money)


def _money(text: str) -> dict[str, Any]:
    """`100000 USD` or `USD 100000`, as it is written: what is wrong with it, the command says."""
    words = text.split()
    if words and words[0].isalpha():
        words = [*words[1:], words[0]]
    currency = words.pop().upper() if words and words[-1].isalpha() else ""
    money = {"amount": " ".join(words), "currency": currency}
    return {"money": {name: value for name, value in money.items() if value}}


READ: Mapping[type, Callable[[str], dict[str, Any]]] = {Tranche: _tranche, BudgetLine: _budget_line}
"""How one line is read, by the kind of part."""
