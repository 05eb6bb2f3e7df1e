"""One call to Slack, and what became of it where Slack did not take it."""

import re
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, cast
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse

from adapters.outbox.outbox import TOO_SOON
from adapters.outbox.post import Outgoing, Posted, Reply
from adapters.outbox.replies import NotTaken, reply
from adapters.workspaces import NotInstalled, Workspaces
from bots.desk import Message

Clients = Callable[[str], WebClient]
"""Gives the client of a workspace; of no workspace, that of the configured token. Raises NotInstalled."""
TIMEOUT = 6
"""Seconds; connecting, sending and reading stay within a lease."""

EVENT_TYPE = "ica_post"
"""The metadata by which a post is found again."""
NO_ANSWER = "Slack did not answer ({})"
TIMED_OUT = NO_ANSWER.format("TimeoutError")
_TOO_MANY, _BROKEN = 429, 500
_PERHAPS_DONE = frozenset({"internal_error", "fatal_error", "request_timeout", "service_unavailable"})
"""Of these Slack says that a part may have been done."""
_CODE = re.compile(r"[a-z_]+\Z")
_NEVER_SENT = (ConnectionRefusedError, socket.gaierror)


class OutsidersReadAlong(Exception):
    """People of another organisation read in this channel, and the message is not for the public."""


FAILURES = (SlackClientError, OSError, HTTPException, OutsidersReadAlong)


@dataclass(frozen=True)
class Refusal:
    """`wait` is how many seconds Slack asks to be left alone; `unknown`: nobody knows whether the message arrived."""

    error: str
    wait: float | None = None
    unknown: bool = False
    passing: bool = False
    """Whether it may pass by itself."""


def slack_clients(workspaces: Workspaces) -> Clients:
    """Each sends nothing twice by itself, and is done within a lease."""
    return lambda team: workspaces.client(team, TIMEOUT)


def post(client: WebClient, message: Outgoing, words: Message | Reply) -> Posted:
    """Post it in its thread, with what it is found by; raises one of FAILURES."""
    if isinstance(words, Reply):
        reply(words, TIMEOUT)
        return Posted("", "", message.conversation)
    thread = message.thread
    said: dict[str, Any] = {
        "channel": message.conversation,
        "text": words.text,
        "blocks": words.blocks or None,
        "metadata": {"event_type": EVENT_TYPE, "event_payload": {"key": message.id}},
        "unfurl_links": False,
        "unfurl_media": False,
    }
    try:
        answer = client.chat_postMessage(**said, thread_ts=thread)
    except SlackApiError as problem:
        if not thread or refusal(problem).error != "thread_not_found":
            raise
        thread = None  # somebody deleted it: begin another
        answer = client.chat_postMessage(**said)
    return Posted(answer["ts"], thread or answer["ts"], answer.get("channel") or message.conversation)


def refusal(problem: Exception) -> Refusal:
    """What a failed call means."""
    if isinstance(problem, SlackApiError):
        response = cast(SlackResponse, problem.response)
        return _of_answer(str(response.get("error") or ""), response.status_code, response.headers)
    if isinstance(problem, NotTaken):
        return _of_answer(problem.error, problem.status, problem.headers)
    if isinstance(problem, NotInstalled):
        return Refusal("not_installed")
    if isinstance(problem, OutsidersReadAlong):
        return Refusal("outsiders_read_along")
    reason = problem.reason if isinstance(problem, URLError) else problem
    error = NO_ANSWER.format(type(reason).__name__)
    return Refusal(error, unknown=not isinstance(reason, _NEVER_SENT), passing=True)


def _of_answer(error: str, status: int, headers: Mapping[str, Any]) -> Refusal:
    """An answer that is not Slack's own comes from something between: nobody knows what that did."""
    named = {name.lower(): str(value) for name, value in headers.items()}
    if status == _TOO_MANY or error in {TOO_SOON, "rate_limited"}:
        wait = named.get("retry-after", "")
        return Refusal(TOO_SOON, wait=float(wait) if wait.isdigit() else 1.0, passing=True)
    slacks_own = _CODE.match(error) is not None
    broken = status >= _BROKEN or error in _PERHAPS_DONE or not slacks_own
    return Refusal(error if slacks_own else f"HTTP {status}", unknown=broken, passing=broken)
