"""The Home tab, made anew each time it is opened."""

from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bots import hearing
from bots.desk import Desk
from bots.home import home
from bots.modals.opening import is_first

EVENT = "app_home_opened"


def register(app: App, desk: Desk) -> None:
    """Add the Home tab."""

    @app.event(EVENT)
    def opened(body: dict[str, Any], client: WebClient) -> None:
        event, team = body["event"], body["team_id"]
        if event.get("tab", "home") == "home" and is_first(desk, f"home:{hearing.key_of(body)}"):
            desk.later(lambda: publish(desk, client, team, event["user"]))


def publish(desk: Desk, client: WebClient, team: str, user: str) -> None:
    """What waits for this person now."""
    client.views_publish(user_id=user, view=home(desk, desk.who(team, user), f"{team}/{user}"))
