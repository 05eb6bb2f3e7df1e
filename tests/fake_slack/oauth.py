"""OAuth: what the consent page checks, and the exchange of its code for a token of one workspace."""

import base64
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

from .errors import NotPossible, SlackError
from .workspace import APP_ID, BOT_USER

if TYPE_CHECKING:
    from .slack import FakeSlack

KNOWN = frozenset(
    {f"{kind}:{what}" for kind in ("channels", "groups", "im", "mpim") for what in ("history", "read", "write")}
    | {"app_mentions:read", "chat:write", "chat:write.public", "commands", "team:read", "users:read"}
)


@dataclass
class Granted:
    """One use, for one workspace, at one address."""

    slack: "FakeSlack"
    user: str
    scopes: list[str]
    redirect_uri: str


class OAuth:
    def __init__(self) -> None:
        self.client_id, self.client_secret = "1234567890.0987654321", "client-secret-of-the-fake"
        self.codes: dict[str, Granted] = {}

    def consent(self, slack: "FakeSlack", address: str, user: str) -> str:
        """Somebody allows it in a workspace: where the browser goes then."""
        asked, said = urlsplit(address), {k: v[-1] for k, v in parse_qs(urlsplit(address).query).items()}
        if f"{asked.scheme}://{asked.netloc}" != slack.url or asked.path != "/oauth/v2/authorize":
            raise NotPossible(f"not Slack's consent page: {address}")
        scopes = said.get("scope", "").split(",")
        if said.get("client_id") != self.client_id or not said.get("state") or not set(scopes) <= KNOWN:
            raise NotPossible(f"Slack does not show a consent page for {said}")
        code = f"{slack.workspace.team}.{secrets.token_hex(8)}"
        self.codes[code] = Granted(slack, user, scopes, said["redirect_uri"])
        return f"{said['redirect_uri']}?{urlencode({'code': code, 'state': said['state']})}"


def access(slack: "FakeSlack", args: dict[str, Any], authorization: str | None) -> dict[str, Any]:
    """The client says who it is; a code holds once, at the address for which it was given."""
    oauth = slack.oauth
    if authorization and authorization.startswith("Basic "):
        told = base64.b64decode(authorization.removeprefix("Basic ")).decode()
    else:
        told = f"{args.get('client_id')}:{args.get('client_secret')}"
    if told.partition(":")[0] != oauth.client_id:
        raise SlackError("invalid_client_id")
    if told.partition(":")[2] != oauth.client_secret:
        raise SlackError("bad_client_secret")
    granted = oauth.codes.pop(str(args.get("code")), None)
    if granted is None:
        raise SlackError("invalid_code")
    if granted.redirect_uri != args.get("redirect_uri"):
        raise SlackError("bad_redirect_uri")
    there = granted.slack
    there.scopes, there.token_error = set(granted.scopes), None
    return {
        "access_token": there.bot_token,
        "token_type": "bot",
        "scope": ",".join(granted.scopes),
        "bot_user_id": BOT_USER,
        "app_id": APP_ID,
        "team": {"id": there.workspace.team, "name": f"Workspace {there.workspace.team}"},
        "enterprise": there.workspace.enterprise_payload(),
        "authed_user": {"id": granted.user},
        "is_enterprise_install": False,
    }


def connections_open(slack: "FakeSlack", args: dict[str, Any], authorization: str | None) -> dict[str, Any]:
    """Socket Mode, for an app-level token alone."""
    token = (authorization or "").removeprefix("Bearer ") or str(args.get("token") or "")
    if not token:
        raise SlackError("not_authed")
    if not token.startswith("xapp-"):
        raise SlackError("not_allowed_token_type")
    if token != slack.socket.token:
        raise SlackError("invalid_auth")
    return {"url": slack.socket.address()}


OF_THE_APP = {"oauth.v2.access": access, "apps.connections.open": connections_open}
"""Methods that belong to no workspace."""
