"""Deliveries to the service: signed, repeated, forged, stale or tampered with."""

import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx

from .errors import NotPossible
from .records import Message, View
from .signing import signed_headers

PATIENCE = 3.0  # seconds that Slack waits for an answer
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
RETRY_REASONS = ("http_timeout", "http_error", "connection_failed", "too_many_redirects", "unknown_error")


@dataclass(frozen=True)
class Letter:
    """A body as Slack sends it, before it is signed."""

    body: bytes
    content_type: str


@dataclass
class Answer:
    """What the service answered, and what Slack makes of it."""

    status: int
    text: str
    elapsed: float
    patience: float = PATIENCE
    content_type: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    message: Message | None = None
    view: View | None = None
    errors: dict[str, str] = field(default_factory=dict)
    options: list[dict[str, Any]] = field(default_factory=list)

    @property
    def timed_out(self) -> bool:
        return self.elapsed > self.patience

    @property
    def json(self) -> Any:
        return json.loads(self.text)


def form(fields: dict[str, str]) -> Letter:
    return Letter(urlencode(fields).encode(), FORM)


def interaction(payload: dict[str, Any]) -> Letter:
    """Clicks, submissions and shortcuts: JSON in one field of a form."""
    return form({"payload": json.dumps(payload)})


def event(payload: dict[str, Any]) -> Letter:
    return Letter(json.dumps(payload).encode(), JSON)


class Courier:
    def __init__(self, address: str, secret: str, *, give_up: float = 20.0) -> None:
        self.address = address
        self.secret = secret
        self.give_up = give_up
        self.patience = PATIENCE
        self.last: Letter | None = None

    def deliver(self, letter: Letter) -> Answer:
        self.last = letter
        return self._post(letter.body, self._headers(letter))

    def redeliver(self, times: int, reason: str) -> list[Answer]:
        """Slack repeats an event at most three times, each with a fresh signature over the same body."""
        if self.last is None or not 1 <= times <= 3 or reason not in RETRY_REASONS:
            raise NotPossible("Slack repeats its last delivery one to three times, for a reason it knows")
        headers = [
            {**self._headers(self.last), "X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
            for number in range(1, times + 1)
        ]
        return [self._post(self.last.body, each) for each in headers]

    def forge(self, letter: Letter) -> Answer:
        """Signed with another secret."""
        headers = signed_headers("some-other-secret", int(time.time()), letter.body, letter.content_type)
        return self._post(letter.body, headers)

    def unsigned(self, letter: Letter) -> Answer:
        headers = {key: value for key, value in self._headers(letter).items() if not key.startswith("X-Slack-")}
        return self._post(letter.body, headers)

    def stale(self, letter: Letter, age: int) -> Answer:
        """Rightly signed, `age` seconds ago: an old delivery played again."""
        headers = signed_headers(self.secret, int(time.time()) - age, letter.body, letter.content_type)
        return self._post(letter.body, headers)

    def tamper(self, letter: Letter, old: str, new: str) -> Answer:
        """Rightly signed, then changed on the way."""
        if old.encode() not in letter.body:
            raise NotPossible(f"{old!r} does not occur in the body")
        return self._post(letter.body.replace(old.encode(), new.encode()), self._headers(letter))

    def _headers(self, letter: Letter) -> dict[str, str]:
        return signed_headers(self.secret, int(time.time()), letter.body, letter.content_type)

    def _post(self, body: bytes, headers: dict[str, str]) -> Answer:
        began = time.perf_counter()
        try:
            with httpx.Client(timeout=self.give_up, trust_env=False, verify=False) as client:
                got = client.post(self.address, content=body, headers=headers)
        except httpx.TimeoutException:
            return Answer(0, "", time.perf_counter() - began, self.patience)
        elapsed, content_type = time.perf_counter() - began, got.headers.get("content-type", "")
        return Answer(got.status_code, got.text, elapsed, self.patience, content_type, dict(got.headers))
