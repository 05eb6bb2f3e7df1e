"""Somebody who speaks to the service over HTTP, with a token or without."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx

_KEYS = count(1)


@dataclass
class Progress:
    """How far the log has come, as far as anybody was told: the next read waits for it."""

    position: int = 0


@dataclass(frozen=True)
class Caller:
    """`say` sends a command and gives whatever comes back; `record` expects it to be taken."""

    http: httpx.Client
    token: str | None
    progress: Progress = field(default_factory=Progress)

    @property
    def headers(self) -> dict[str, str]:
        """Who speaks."""
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def say(
        self, command: str, /, *, key: str | None = None, if_match: str | None = None, **body: Any
    ) -> httpx.Response:
        """Send a command; a None leaves a field out."""
        headers = self.headers | {"Idempotency-Key": key or f"key-{next(_KEYS)}"}
        if if_match is not None:
            headers["If-Match"] = if_match
        given = {name: value for name, value in body.items() if value is not None}
        answer = self.http.post(f"/api/v1/commands/{command}", json=given, headers=headers)
        if answer.status_code in {200, 201}:
            self.progress.position = max(self.progress.position, answer.json()["position"])
        return answer

    def record(self, command: str, /, *, key: str | None = None, **body: Any) -> dict[str, Any]:
        """Send a command that is taken; its receipt."""
        answer = self.say(command, key=key, **body)
        assert answer.status_code == 201, answer.text
        receipt: dict[str, Any] = answer.json()
        return receipt

    def read(self, path: str, /, *, headers: dict[str, str] | None = None, **asked: Any) -> httpx.Response:
        """Read an address under /api/v1, as it is after everything recorded so far."""
        given = {"wait": self.progress.position} | asked
        return self.http.get(f"/api/v1{path}", params=given, headers=self.headers | (headers or {}))

    def get(self, path: str, /, **asked: Any) -> dict[str, Any]:
        """Read what is there."""
        answer = self.read(path, **asked)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def items(self, path: str, /, **asked: Any) -> list[dict[str, Any]]:
        """The items of a list."""
        listed: list[dict[str, Any]] = self.get(path, **asked)["items"]
        return listed


def refused(answer: httpx.Response, status: int, *fields: str) -> dict[str, Any]:
    """A problem of RFC 9457 with this status, whose errors name exactly these fields."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem["status"] == status
    assert problem["type"]
    assert problem["title"]
    assert problem["detail"]
    assert sorted(error["field"] for error in problem["errors"]) == sorted(fields), problem
    assert all(error["message"] for error in problem["errors"])
    return problem
