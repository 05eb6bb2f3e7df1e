"""`ica import commands`: JSON Lines, one command a line."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import orjson

from adapters.importers.line import Line

BOM = b"\xef\xbb\xbf"


def read(path: Path) -> Iterator[Line]:
    """Each line's command under its `id`, or under a key made of its own words, so that a repeat meets itself."""
    seen: Counter[str] = Counter()
    for number, written in enumerate(path.read_bytes().removeprefix(BOM).split(b"\n"), start=1):
        if written.strip():
            yield _line(number, written.strip(), seen)


def _line(number: int, written: bytes, seen: Counter[str]) -> Line:
    try:
        body = orjson.loads(written)
    except ValueError as problem:
        return Line(number, refused=f"This line is not JSON: {problem}.")
    if not isinstance(body, dict):
        return Line(number, refused='A line is an object such as {"command": "make-pledge", …}.')
    name, key = body.pop("command", None), body.pop("id", None)
    if not isinstance(name, str) or not name:
        return Line(number, refused="command: name the command of this line.")
    if key is not None and (not isinstance(key, str) or not key.strip()):
        return Line(number, refused="id: the idempotency key is text.")
    if key is None:
        digest = hashlib.sha256(json.dumps([name, body], sort_keys=True).encode()).hexdigest()[:32]
        seen[digest] += 1
        key = f"line:{digest}:{seen[digest]}"
    return Line(number, ((name, key, body),))
