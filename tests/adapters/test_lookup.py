"""Whether a message arrived, as Slack's answer to a look at the channel tells."""

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from adapters.outbox.lookup import LookedUp, look_up
from adapters.outbox.post import REMINDER, Outgoing

SOMEBODY = {"ts": "2.0", "user": "U1", "text": "Good morning"}


class Answering(WebClient):
    """A Slack that always says the same of a channel."""

    def __init__(self, said: dict[str, Any]) -> None:
        super().__init__()
        self._said = said

    def conversations_history(self, **asked: Any) -> SlackResponse:
        """What was said there."""
        return SlackResponse(
            client=self, http_verb="POST", api_url="", req_args=asked, data={"ok": True} | self._said, headers={},
            status_code=200,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "certain"),
    [
        ({"messages": [SOMEBODY]}, True),
        ({"messages": [SOMEBODY], "has_more": True}, False),
        ({}, False),
        ({"messages": [SOMEBODY, {"ts": "2.1", "bot_id": "B1", "text": "Due today"}]}, False),
    ],
)
def test_what_is_not_found_is_not_there(said: dict[str, Any], certain: bool) -> None:
    """Only where all was seen, and no message of a bot stands there that does not say what it is."""
    message = Outgoing("m", REMINDER, "", "C1", None, None, ({},), "", 2, 3.0, True, None, None)
    assert look_up(Answering(said), message) == LookedUp(certain)
