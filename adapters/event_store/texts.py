"""Erasable texts: each event's are encrypted with a key of its own, kept beside the log."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

ERASED = "[erased]"
"""What is read where the key, and with it the text, was erased."""


def seal(state: dict[str, Any], paths: tuple[str, ...], event_id: str) -> tuple[dict[str, Any], bytes | None]:
    """The state with its erasable texts encrypted, and the key; no key where there is nothing to seal."""
    given = [path for path in paths if isinstance(_at(state, path), str)]
    if not given:
        return state, None
    key = AESGCM.generate_key(256)
    for path in given:
        nonce = uuid4().bytes[:12]
        box = nonce + AESGCM(key).encrypt(nonce, _at(state, path).encode(), f"{event_id} {path}".encode())
        state = _with(state, path, {"sealed": b64encode(box).decode()})
    return state, key


def unseal(
    state: dict[str, Any], paths: tuple[str, ...], event_id: str, key_of: Callable[[str], bytes | None]
) -> dict[str, Any]:
    """The state with its texts readable again, or ERASED where the key is gone."""
    for path in paths:
        box = _at(state, path)
        if not isinstance(box, dict) or box.keys() != {"sealed"}:
            continue
        key, sealed = key_of(event_id), b64decode(box["sealed"])
        text = ERASED
        if key:
            text = AESGCM(key).decrypt(sealed[:12], sealed[12:], f"{event_id} {path}".encode()).decode()
        state = _with(state, path, text)
    return state


def _at(state: dict[str, Any], path: str) -> Any:
    value: Any = state
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _with(state: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    head, _, rest = path.partition(".")
    return state | {head: _with(state[head], rest, value) if rest else value}
