"""How Slack takes the service's answers: what it accepts, and what then happens on the screen."""

from typing import Any

from .arguments import typed
from .delivery import Answer
from .errors import SlackError
from .kit.checks import Problems, exactly_one, listed, obj
from .kit.objects import OPTION_GROUP, PLAIN_OPTION
from .records import View
from .responses import apply
from .slack import FakeSlack
from .tickets import ResponseUrl

OPTIONS = obj(
    {},
    {"options": listed(PLAIN_OPTION, 100, 0), "option_groups": listed(OPTION_GROUP, 100, 0)},
    exactly_one("options", "option_groups"),
)
ACTIONS = {"errors": {"errors"}, "update": {"view"}, "push": {"view"}, "clear": set()}


def received(answer: Answer) -> bool:
    """In time and with HTTP 200; anything else the person sees as an error."""
    if answer.timed_out:
        answer.problems.append(f"operation_timeout: {answer.elapsed:.1f} s, Slack waits {answer.patience} s")
    elif answer.status != 200:
        answer.problems.append(f"dispatch_failed: HTTP {answer.status}")
    return not answer.problems


def to_click(answer: Answer) -> None:
    """The body is not read, so words in it would be lost."""
    if received(answer) and answer.text.strip():
        answer.problems.append("Slack does not show the body of this answer")


def to_command(slack: FakeSlack, answer: Answer, channel: str, user: str) -> None:
    """Nothing, plain text, or a message in JSON; for the person alone unless it says `in_channel`."""
    if not received(answer) or not answer.text.strip():
        return
    with slack.changed:
        try:
            said = typed(_object(answer)) if "json" in answer.content_type else {"text": answer.text}
            answer.message = apply(slack, ResponseUrl(channel, user, slack.now()), said, "command")
        except SlackError as refusal:
            answer.problems.append(str(refusal))
        slack.changed.notify_all()


def to_submission(slack: FakeSlack, answer: Answer, view: View) -> None:
    """An empty answer closes the modal; otherwise errors, update, push or clear."""
    if not received(answer):
        return
    with slack.changed:
        try:
            _on_stack(slack, answer, view)
        except SlackError as refusal:
            answer.problems.append(str(refusal))
        slack.changed.notify_all()


def to_suggestion(answer: Answer) -> None:
    if not received(answer):
        return
    problems = Problems()
    told = _object(answer)
    OPTIONS(told, "", problems)
    answer.problems += problems
    if not problems:
        grouped = [option for group in told.get("option_groups", []) for option in group["options"]]
        answer.options = [*told.get("options", []), *grouped]


def _on_stack(slack: FakeSlack, answer: Answer, view: View) -> None:
    if not answer.text.strip():
        slack.modals.close(view.user)
        return
    told = _object(answer)
    kind = told.get("response_action")
    if kind not in ACTIONS or set(told) != {"response_action", *ACTIONS[kind]}:
        raise SlackError("invalid_response", [f"not an answer to a submission: {answer.text[:200]}"])
    match kind:
        case "errors":
            answer.errors = _errors(told["errors"], view)
        case "update":
            answer.view = slack.modals.update(view, told["view"])
        case "push":
            answer.view = slack.modals.push(view.user, told["view"])
        case "clear":
            slack.modals.clear(view.user)


def _errors(errors: Any, view: View) -> dict[str, str]:
    """Errors stand under input blocks, named by block_id; elsewhere nobody would see them."""
    if not isinstance(errors, dict) or not errors:
        raise SlackError("invalid_response", ["errors must name at least one block"])
    astray = [block_id for block_id in errors if block_id not in view.inputs]
    if astray:
        raise SlackError("invalid_response", [f"no input block {astray}; there is {sorted(view.inputs)}"])
    silent = [block_id for block_id, words in errors.items() if not isinstance(words, str) or not words.strip()]
    if silent:
        raise SlackError("invalid_response", [f"no words under {silent}"])
    return errors


def _object(answer: Answer) -> dict[str, Any]:
    """The JSON object in the body; an empty one where there is none, which no rule accepts."""
    try:
        told = answer.json if "json" in answer.content_type else None
    except ValueError:
        told = None
    return told if isinstance(told, dict) else {}
