"""views.*: modals opened, pushed and changed, and the Home tab."""

from typing import TYPE_CHECKING, Any

from .errors import SlackError
from .method import method
from .records import View
from .tickets import Trigger

if TYPE_CHECKING:
    from .slack import FakeSlack


def views_open(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    return shown(slack.modals.open(_trigger(slack, args).user, args["view"]))


def views_push(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    """Only a click or submission inside a modal gives a trigger to push with."""
    trigger = _trigger(slack, args)
    if trigger.view_id is None:
        raise SlackError("invalid_trigger_id", ["this trigger does not come from a modal"])
    return shown(slack.modals.push(trigger.user, args["view"]))


def views_update(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    if ("view_id" in args) == ("external_id" in args):
        raise SlackError("invalid_arguments", ["must define exactly one of view_id, external_id"])
    view = slack.modals.find(args.get("view_id"), args.get("external_id"))
    return shown(slack.modals.update(view, args["view"], args.get("hash")))


def views_publish(slack: "FakeSlack", args: dict[str, Any]) -> dict[str, Any]:
    if args["user_id"] not in slack.workspace.people:
        raise SlackError("invalid_arguments", ["no such user [json-pointer:/user_id]"])
    return shown(slack.modals.publish(args["user_id"], args["view"], args.get("hash")))


def shown(view: View) -> dict[str, Any]:
    return {"view": view.payload()}


def _trigger(slack: "FakeSlack", args: dict[str, Any]) -> Trigger:
    return slack.tickets.spend_trigger(args["trigger_id"], slack.now())


METHODS = {
    "views.open": method(views_open, "trigger_id view"),
    "views.push": method(views_push, "trigger_id view"),
    "views.update": method(views_update, "view", "view_id external_id hash"),
    "views.publish": method(views_publish, "user_id view", "hash"),
}
