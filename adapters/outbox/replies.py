"""The way that Slack leaves open for a press: an address, good for half an hour and five uses."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import orjson
from slack_sdk.errors import SlackClientError
from slack_sdk.webhook import WebhookClient

from adapters.outbox.post import Reply
from adapters.workspaces import quiet

HOLDS = 1800.0
"""Seconds for which the address is good."""
_CODE = re.compile(r"[a-z_]+\Z")


class NotTaken(SlackClientError):
    """Slack did not take a reply; one that it does not know any more is none of its own failures."""

    def __init__(self, error: str, status: int, headers: Mapping[str, Any]) -> None:
        super().__init__(error)
        self.error, self.status, self.headers = error, status, headers


def reply(said: Reply, seconds: int) -> None:
    """Send it once; raises NotTaken, or what the connection raises."""
    client = WebhookClient(said.url, seconds, retry_handlers=[], logger=quiet())
    words = {"text": said.words.text, "blocks": said.words.blocks or None}
    answer = client.send_dict({**words, "unfurl_links": False, "unfurl_media": False, **said.how})
    error = _error_in(answer.body)
    if answer.status_code != HTTPStatus.OK or error:
        gone = HTTPStatus.BAD_REQUEST <= answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
        raise NotTaken(error or "invalid_url" * gone, answer.status_code, answer.headers)


def _error_in(body: str) -> str:
    """Slack says `ok`, or its word for what is wrong, alone or in an object."""
    try:
        told = orjson.loads(body)
    except orjson.JSONDecodeError:
        said = body.strip()
        return said if _CODE.match(said) and said != "ok" else ""
    return str(told.get("error") or "") if isinstance(told, dict) and not told.get("ok") else ""
