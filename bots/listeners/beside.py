"""What is told to somebody alone who pressed something."""

from collections.abc import Mapping
from typing import Any

from slack_bolt import Respond
from slack_sdk import WebClient

from bots import messages
from bots.desk import Message


def tell(body: Mapping[str, Any], told: Message, client: WebClient, respond: Respond) -> None:
    """Beside the message; on the Home tab, where nothing stands beside, in a message."""
    if body.get("response_url"):
        respond(**messages.ephemeral(told), replace_original=False)
    else:
        client.chat_postMessage(
            channel=body["user"]["id"], text=told.text, blocks=told.blocks, unfurl_links=False, unfurl_media=False
        )
