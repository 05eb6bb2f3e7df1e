"""`/slack/install` and `/slack/oauth_redirect`: how a workspace gets the bot."""

from urllib.parse import quote, urljoin

import structlog
from fastapi import APIRouter, Request, Response
from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk.errors import SlackClientError
from slack_sdk.oauth import AuthorizeUrlGenerator, OAuthStateUtils
from sqlalchemy.exc import DBAPIError
from starlette.concurrency import run_in_threadpool

from adapters.slack.manifest import SCOPES
from adapters.wiring import Service
from adapters.workspaces import quiet
from adapters.workspaces.installations import STATE_SECONDS
from domain.errors import RecordUnavailable

INSTALL, BACK = "/slack/install", "/slack/oauth_redirect"
TIMEOUT = 10
"""Seconds to wait for Slack while somebody looks at a white page."""
NOT_NOW = "The bot was not installed: Slack or the record did not answer. Go to {install} and try again in a minute."

log = structlog.get_logger(__name__)


def add_to(routes: APIRouter, service: Service) -> None:
    """Add both addresses."""
    flow = _flow(service)
    answers = {INSTALL: flow.handle_installation, BACK: flow.handle_callback}

    @routes.get(INSTALL, include_in_schema=False)
    @routes.get(BACK, include_in_schema=False)
    async def visited(request: Request) -> Response:
        asked = BoltRequest(body="", query=dict(request.query_params), headers=dict(request.headers))
        try:
            return _shown(await run_in_threadpool(answers[request.url.path], asked))
        except (SlackClientError, OSError, RecordUnavailable, DBAPIError) as problem:
            log.error("slack_not_installed", problem=type(problem).__name__)  # noqa: TRY400
            said = NOT_NOW.format(install=service.settings.base_url.rstrip("/") + INSTALL)
            return Response(said, 503, {"Retry-After": "60"}, "text/plain")


def _flow(service: Service) -> OAuthFlow:
    settings, installations = service.settings, service.workspaces.installations
    assert installations
    assert settings.slack_client_id
    set_up = OAuthSettings(
        client_id=settings.slack_client_id,
        client_secret=settings.slack_client_secret,
        scopes=list(SCOPES),
        user_scopes=[],
        redirect_uri=settings.base_url.rstrip("/") + BACK,
        install_path=INSTALL,
        redirect_uri_path=BACK,
        install_page_rendering_enabled=False,
        authorization_url=urljoin(settings.slack_api_url, "/oauth/v2/authorize"),
        installation_store=installations.store,
        state_store=installations.states,
        logger=quiet(),
    )
    set_up.state_utils = _Cookie(secure=settings.base_url.startswith("https:"))
    set_up.authorize_url_generator = AuthorizeUrlGenerator(
        client_id=quote(settings.slack_client_id),
        redirect_uri=quote(set_up.redirect_uri or "", safe=""),
        scopes=set_up.scopes,
        authorization_url=set_up.authorization_url,
    )
    return OAuthFlow(client=service.workspaces.without_token(TIMEOUT), logger=quiet(), settings=set_up)


class _Cookie(OAuthStateUtils):
    """The state as this browser holds it; over plain HTTP, for trying it out, no browser would send a secure one."""

    def __init__(self, *, secure: bool) -> None:
        super().__init__(expiration_seconds=STATE_SECONDS)
        self._kind = f"{'Secure; ' * secure}HttpOnly; SameSite=Lax; Path=/slack"

    def build_set_cookie_for_new_state(self, state: str) -> str:
        """Kept as long as the state holds."""
        return f"{self.cookie_name}={state}; {self._kind}; Max-Age={self.expiration_seconds}"

    def build_set_cookie_for_deletion(self) -> str:
        """Gone at once."""
        return f"{self.cookie_name}=deleted; {self._kind}; Max-Age=0"


def _shown(answered: BoltResponse) -> Response:
    response = Response(answered.body, answered.status)
    for name, values in answered.headers.items():
        for value in values:
            response.headers.append(name, value)
    return response
