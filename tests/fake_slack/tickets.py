"""What Slack hands out for a while: trigger ids (3 s, once) and response URLs (30 minutes, 5 times)."""

import itertools
import secrets
from dataclasses import dataclass

from .errors import SlackError
from .records import Message

TRIGGER_SECONDS = 3.0
RESPONSE_URL_SECONDS = 30 * 60.0
RESPONSE_URL_USES = 5


@dataclass
class Trigger:
    user: str
    born: float
    view_id: str | None = None
    used: bool = False


@dataclass
class ResponseUrl:
    channel: str
    user: str
    born: float
    message: Message | None = None
    uses: int = 0


class Tickets:
    def __init__(self) -> None:
        self.triggers: dict[str, Trigger] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self._numbers = itertools.count(1)

    def trigger(self, user: str, now: float, view_id: str | None = None) -> str:
        ident = f"{next(self._numbers):010d}.7384749203.{secrets.token_hex(16)}"
        self.triggers[ident] = Trigger(user, now, view_id)
        return ident

    def spend_trigger(self, ident: str, now: float) -> Trigger:
        trigger = self.triggers.get(ident)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if now - trigger.born > TRIGGER_SECONDS:
            raise SlackError("expired_trigger_id")
        trigger.used = True
        return trigger

    def response_url(self, kind: str, url: ResponseUrl, team: str) -> str:
        """The path of a new response URL; `kind` is `commands` or `actions`."""
        path = f"/{kind}/{team}/{next(self._numbers):010d}/{secrets.token_urlsafe(18)}"
        self.response_urls[path] = url
        return path

    def usable_response_url(self, path: str, now: float) -> ResponseUrl:
        url = self.response_urls.get(path)
        if url is None:
            raise SlackError("invalid_url")
        if now - url.born > RESPONSE_URL_SECONDS:
            raise SlackError("expired_url")
        if url.uses >= RESPONSE_URL_USES:
            raise SlackError("used_url")
        return url
