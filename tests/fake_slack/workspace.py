"""One Slack workspace: its people, its channels, and the app as installed there."""

from dataclasses import dataclass, field
from typing import Any

SCOPES = frozenset(
    {
        "app_mentions:read",
        "channels:read",
        "chat:write",
        "commands",
        "groups:read",
        "im:history",
        "im:read",
        "im:write",
        "users:read",
    }
)
BOT_USER = "U0BOT"
BOT_ID = "B0BOT"
APP_ID = "A0APP"
DOMAIN = "ica"
VERIFICATION_TOKEN = "verification-token-nobody-should-trust"


@dataclass
class Person:
    id: str
    name: str
    team: str
    is_bot: bool = False
    deleted: bool = False
    tz: str = "Europe/Zurich"

    def payload(self) -> dict[str, Any]:
        profile = {"display_name": self.name, "real_name": self.name.title()}
        known = {"id": self.id, "team_id": self.team, "name": self.name, "real_name": self.name.title()}
        return {**known, "deleted": self.deleted, "is_bot": self.is_bot, "tz": self.tz, "profile": profile}


@dataclass
class Channel:
    id: str
    name: str
    members: set[str] = field(default_factory=set)
    is_private: bool = False
    is_im: bool = False
    is_archived: bool = False
    is_ext_shared: bool = False

    @property
    def name_in_commands(self) -> str:
        """What a slash command calls this place."""
        return "directmessage" if self.is_im else "privategroup" if self.is_private else self.name

    def payload(self) -> dict[str, Any]:
        kind = {"is_channel": not (self.is_im or self.is_private), "is_group": self.is_private, "is_im": self.is_im}
        known = {"id": self.id, "name": self.name, "is_private": self.is_private or self.is_im}
        return {
            **known,
            **kind,
            "is_archived": self.is_archived,
            "is_ext_shared": self.is_ext_shared,
            "is_member": BOT_USER in self.members,
        }


class Workspace:
    """Three channels to begin with: the bot is in C1, not in public C2, and does not see private C3."""

    def __init__(self, team: str, enterprise: str | None) -> None:
        self.team = team
        self.enterprise = enterprise
        self.people = {BOT_USER: Person(BOT_USER, "ica", team, is_bot=True)}
        self.channels = {
            "C1": Channel("C1", "general", {BOT_USER}),
            "C2": Channel("C2", "random"),
            "C3": Channel("C3", "coordinators", is_private=True),
        }
        for user, name in (("U1", "ana"), ("U2", "ben")):
            self.add_person(user, name)

    def add_person(self, user: str, name: str = "", team: str = "") -> Person:
        person = self.people[user] = Person(user, name or user.lower(), team or self.team)
        for channel in ("C1", "C2"):
            self.channels[channel].members.add(user)
        return person

    def add_channel(self, channel: str, name: str = "", *, private: bool = False, bot: bool = True) -> Channel:
        members = set(self.people) if bot else set(self.people) - {BOT_USER}
        self.channels[channel] = Channel(channel, name or channel.lower(), members, is_private=private)
        return self.channels[channel]

    def direct(self, user: str) -> Channel:
        """The conversation of this person with the app."""
        channel = f"D{user}"
        if channel not in self.channels:
            self.channels[channel] = Channel(channel, channel.lower(), {user, BOT_USER}, is_im=True)
        return self.channels[channel]

    def enterprise_payload(self) -> dict[str, str] | None:
        return {"id": self.enterprise, "name": "Example Grid"} if self.enterprise else None
