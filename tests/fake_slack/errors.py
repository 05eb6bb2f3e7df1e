"""What Slack refuses, and what a person cannot do in its client."""

from typing import Any


class SlackError(Exception):
    """Slack's refusal of a call: a short code, and where it helps, what was wrong and at which place."""

    def __init__(self, error: str, messages: list[str] | tuple[str, ...] = (), **extra: Any) -> None:
        super().__init__(f"{error}: {'; '.join(messages)}" if messages else error)
        self.error = error
        self.messages = list(messages)
        self.extra = extra

    def body(self) -> dict[str, Any]:
        answer: dict[str, Any] = {"ok": False, "error": self.error, **self.extra}
        if self.messages:
            answer["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in self.messages]}
        if self.error == "invalid_blocks":
            answer["errors"] = self.messages
        return answer


class AnswerRefused(AssertionError):
    """Slack would not accept this answer of the service; the person would see an error."""

    def __init__(self, answer: Any) -> None:
        super().__init__(f"{'; '.join(answer.problems)} (HTTP {answer.status}: {answer.text[:400]!r})")
        self.answer = answer


class NotPossible(AssertionError):
    """Slack's client would not let a person do this."""
