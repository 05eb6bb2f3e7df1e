"""The Web API: who calls, with which arguments, allowed by which scope."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import chat, conversations, lookups, views
from .arguments import decode
from .errors import SlackError
from .method import Method
from .oauth import OF_THE_APP
from .records import Call

if TYPE_CHECKING:
    from .slack import FakeSlack

METHODS: dict[str, Method] = {**chat.METHODS, **conversations.METHODS, **lookups.METHODS, **views.METHODS}
EVERYWHERE = {"team_id"}  # Bolt adds it to each call


@dataclass(frozen=True)
class Sent:
    headers: dict[str, str]
    body: bytes
    query: str

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers.items() if key.lower() == name), None)


def handle(slack: "FakeSlack", name: str, sent: Sent) -> dict[str, Any]:
    """One call from request to answer, remembered with its outcome before anyone waiting is woken."""
    args: dict[str, Any] = {}
    with slack.changed:
        try:
            args |= decode(sent.header("content-type"), sent.body, sent.query)
            if name in OF_THE_APP:
                answer = {"ok": True, **OF_THE_APP[name](slack, args, sent.header("authorization"))}
            else:
                slack = _workspace(slack, sent.header("authorization"), args.pop("token", None))
                answer = {"ok": True, **_run(slack, name, args)}
        except SlackError as refusal:
            note(slack, name, args, refusal.error, tuple(refusal.messages))
            return refusal.body()
        note(slack, name, args)
        return answer


def note(
    slack: "FakeSlack",
    method: str,
    args: dict[str, Any],
    error: str | None = None,
    messages: tuple[str, ...] = (),
    *,
    scripted: bool = False,
) -> None:
    with slack.changed:
        slack.calls.append(Call(method, args, error, messages, scripted))
        slack.changed.notify_all()


def _workspace(slack: "FakeSlack", authorization: str | None, in_form: str | None) -> "FakeSlack":
    token = (authorization or "").removeprefix("Bearer ") or in_form
    if not token:
        raise SlackError("not_authed")
    if token.startswith("xapp-"):
        raise SlackError("not_allowed_token_type")
    there = slack.of_token(token)
    if there.token_error:
        raise SlackError(there.token_error)
    return there


def _run(slack: "FakeSlack", name: str, args: dict[str, Any]) -> dict[str, Any]:
    method = METHODS.get(name)
    if method is None:
        raise SlackError("unknown_method", req_method=name)
    unknown = sorted(set(args) - method.required - method.optional - EVERYWHERE)
    missing = sorted(method.required - set(args))
    if unknown or missing:
        told = [f"invalid additional property: {arg} [json-pointer:]" for arg in unknown]
        raise SlackError("invalid_arguments", told + [f"missing required field: {arg}" for arg in missing])
    if method.scope and method.scope not in slack.scopes:
        raise SlackError("missing_scope", needed=method.scope, provided=",".join(sorted(slack.scopes)))
    return method.run(slack, args)
