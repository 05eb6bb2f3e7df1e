"""Deliveries over the socket: the same payloads in envelopes, answered by their acknowledgement."""

import json
import time
from typing import Any
from urllib.parse import parse_qsl

from .delivery import JSON, Answer, Courier, Letter
from .errors import NotPossible
from .socket_mode import SocketMode


class SocketCourier(Courier):
    """Nothing is signed here, so nothing can be forged."""

    def __init__(self, socket: SocketMode) -> None:
        super().__init__("", "")
        self.socket = socket

    def deliver(self, letter: Letter) -> Answer:
        self.last = letter
        return self._sent(letter, {})

    def redeliver(self, times: int, reason: str) -> list[Answer]:
        """The same payload in new envelopes."""
        if self.last is None:
            raise NotPossible("nothing was delivered yet")
        again = [{"retry_attempt": number, "retry_reason": reason} for number in range(1, times + 1)]
        return [self._sent(self.last, each) for each in again]

    def _sent(self, letter: Letter, retry: dict[str, Any]) -> Answer:
        kind, payload = _opened(letter)
        began = time.perf_counter()
        answer = self.socket.send(kind, payload, self.patience, **retry)
        elapsed = time.perf_counter() - began
        if answer is None:
            return Answer(0, "", max(elapsed, self.patience + 0.001), self.patience)
        told = json.dumps(answer["payload"]) if answer.get("payload") else ""
        return Answer(200, told, elapsed, self.patience, JSON if told else "")


def _opened(letter: Letter) -> tuple[str, dict[str, Any]]:
    if letter.content_type == JSON:
        return "events_api", json.loads(letter.body)
    fields = dict(parse_qsl(letter.body.decode(), keep_blank_values=True))
    if "payload" in fields:
        return "interactive", json.loads(fields["payload"])
    return "slash_commands", fields
