"""One post to Slack, and what became of it where Slack did not take it."""

import logging
import re
import socket
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, cast
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse

from adapters.reminders.outbox import TOO_SOON, Message, Posted
from adapters.settings import Settings
from bots import reminder_messages, reminder_words

TIMEOUT = 10
"""Seconds; connecting, sending and reading stay within a lease."""
FAILURES = (SlackClientError, OSError, HTTPException)
_TOO_MANY, _BROKEN = 429, 500
_PERHAPS_DONE = frozenset({"internal_error", "fatal_error", "request_timeout", "service_unavailable"})
"""Of these Slack says that a part may have been done."""
_CODE = re.compile(r"[a-z_]+\Z")
_NEVER_SENT = (ConnectionRefusedError, socket.gaierror)


@dataclass(frozen=True)
class Refusal:
    """`wait` is how many seconds Slack asks to be left alone; `unknown`: nobody knows whether the message arrived."""

    error: str
    wait: float | None = None
    unknown: bool = False
    passing: bool = False
    """Whether it may pass by itself."""


def slack_client(settings: Settings) -> WebClient:
    """A client that sends nothing twice by itself."""
    logger = logging.getLogger("ica.slack")
    logger.setLevel(logging.WARNING)  # it logs whole bodies below
    return WebClient(
        settings.slack_bot_token, base_url=settings.slack_api_url, timeout=TIMEOUT, retry_handlers=[], logger=logger
    )


def post(client: WebClient, message: Message, base_url: str) -> Posted:
    """Post it in its thread; raises one of FAILURES."""
    thread = message.reminders[0].thread_ts
    repeat = message.maybe_repeat
    said: dict[str, Any] = {
        "channel": message.channel,
        "text": reminder_words.text(message.reminders, maybe_repeat=repeat),
        "blocks": reminder_messages.blocks(message.id, message.reminders, maybe_repeat=repeat, base_url=base_url),
    }
    try:
        answer = client.chat_postMessage(**said, thread_ts=thread)
    except SlackApiError as problem:
        if not thread or refusal(problem).error != "thread_not_found":
            raise
        thread = None  # somebody deleted it: begin another
        answer = client.chat_postMessage(**said)
    return Posted(answer["ts"], thread or answer["ts"], answer.get("channel") or message.channel)


def refusal(problem: Exception) -> Refusal:
    """What a failed post means."""
    if isinstance(problem, SlackApiError):
        return _of_answer(cast(SlackResponse, problem.response))
    reason = problem.reason if isinstance(problem, URLError) else problem
    error = f"Slack did not answer ({type(reason).__name__})"
    return Refusal(error, unknown=not isinstance(reason, _NEVER_SENT), passing=True)


def _of_answer(response: SlackResponse) -> Refusal:
    """An answer that is not Slack's own comes from something between: nobody knows what that did."""
    error, status = str(response.get("error") or ""), response.status_code
    headers = {name.lower(): str(value) for name, value in response.headers.items()}
    if status == _TOO_MANY or error == TOO_SOON:
        wait = headers.get("retry-after", "")
        return Refusal(TOO_SOON, wait=float(wait) if wait.isdigit() else 1.0, passing=True)
    slacks_own = _CODE.match(error) is not None
    broken = status >= _BROKEN or error in _PERHAPS_DONE or not slacks_own
    return Refusal(error if slacks_own else f"HTTP {status}", unknown=broken, passing=broken)
