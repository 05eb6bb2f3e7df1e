"""What the bot listens to, as its own registering tells it."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, cast

from slack_bolt import App

from adapters.slack import leaving
from bots.desk import Desk
from bots.listeners import register

KEYS = ("callback_id", "action_id", "type")
"""Where a name stands that is given with its circumstances."""


class Heard:
    """Stands in for a Bolt app while listeners register: the names they give, by kind, such as `command` or `event`."""

    def __init__(self) -> None:
        self.named: dict[str, list[str]] = defaultdict(list)

    def __getattr__(self, kind: str) -> Callable[..., Callable[..., Any]]:
        def naming(name: Any, *_: Any, **__: Any) -> Callable[..., Any]:
            if isinstance(name, dict):
                name = next(name[key] for key in KEYS if key in name)
            self.named[kind].append(getattr(name, "pattern", name))
            return lambda listener=None, **_: listener

        return naming


def heard() -> dict[str, list[str]]:
    """Everything that is registered with Bolt, by its kind."""
    app = Heard()
    register(cast(App, app), cast(Desk, None))
    leaving.register(cast(App, app), None)
    return dict(app.named)
