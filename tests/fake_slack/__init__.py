"""A strict stand-in for Slack: its Web API on loopback, and people who send signed payloads to the service."""

from .delivery import Answer, Letter
from .errors import AnswerRefused, NotPossible, SlackError
from .human import Human
from .records import Call, Message, View
from .slack import FakeSlack

__all__ = [
    "Answer",
    "AnswerRefused",
    "Call",
    "FakeSlack",
    "Human",
    "Letter",
    "Message",
    "NotPossible",
    "SlackError",
    "View",
]
