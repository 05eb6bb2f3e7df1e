"""What is said where a question, or a part of it, is not understood: never a guess, always a way on."""

from collections.abc import Sequence

from bots.answer import Answer
from bots.blocks import Part


class NotUnderstood(Exception):
    """A question that cannot be answered as it is; `instead` are questions that may have been meant."""

    def __init__(self, said: str, instead: Sequence[str] = (), usage: Sequence[str] = ()) -> None:
        super().__init__(said)
        self.said, self.instead, self.usage = said, tuple(dict.fromkeys(instead)), tuple(usage)

    def answer(self) -> Answer:
        """The refusal, with what to ask instead."""
        parts = (Part("You can ask:\n" + _lines(self.usage)),) if self.usage else ()
        kind = "did_you_mean" if self.instead else "not_understood"
        return Answer(kind, self.said, parts, understood=False, instead=self.instead)


def unread(words: Sequence[str]) -> str:
    """The part of a question that nobody could read."""
    return f"I did not understand “{' '.join(words)}”."


def _lines(questions: Sequence[str]) -> str:
    return "\n".join(f"• `{question}`" for question in questions)
