"""The question language: what people ask the record in Slack and on the command line."""

from bots.answer import Answer
from bots.questions.ask import answer, warm
from bots.questions.asker import Asker

__all__ = ["Answer", "Asker", "answer", "warm"]
