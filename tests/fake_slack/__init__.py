"""A strict stand-in for Slack: its Web API on loopback, and people who send signed payloads to the service."""

from .delivery import Answer, Letter
from .errors import AnswerRefused, NotPossible, SlackError
from .human import Human
from .installing import Browser
from .records import Call, Message, View
from .slack import FakeSlack
from .terse import leaving_out
from .wire import BY_SOCKET

__all__ = [
    "BY_SOCKET",
    "Answer",
    "AnswerRefused",
    "Browser",
    "Call",
    "FakeSlack",
    "Human",
    "Letter",
    "Message",
    "NotPossible",
    "SlackError",
    "View",
    "leaving_out",
]
