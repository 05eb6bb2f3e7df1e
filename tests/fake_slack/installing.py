"""Somebody who installs the app: from the service to Slack's consent page and back, in one browser."""

from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx

from .slack import FakeSlack


@dataclass
class Browser:
    """Keeps the cookies of one service; `visit` comes to the consent page, `allow` comes back."""

    service_url: str
    cookies: dict[str, str] = field(default_factory=dict)
    consent_page: str = ""

    def visit(self) -> httpx.Response:
        answer = self.get("/slack/install")
        self.consent_page = answer.headers.get("location", "")
        return answer

    def allow(self, slack: FakeSlack, user: str = "U1", **changed: str) -> httpx.Response:
        """Comes back with a code of this workspace, whatever of the address is `changed` on the way."""
        back = urlsplit(slack.oauth.consent(slack, self.consent_page, user))
        said = {name: values[-1] for name, values in parse_qs(back.query).items()}
        return self.get(f"{back.path}?{urlencode({**said, **changed})}")

    def deny(self) -> httpx.Response:
        """Comes back with Slack's word for a refusal."""
        state = parse_qs(urlsplit(self.consent_page).query)["state"][-1]
        return self.get(f"/slack/oauth_redirect?{urlencode({'error': 'access_denied', 'state': state})}")

    def get(self, path: str) -> httpx.Response:
        sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        answer = httpx.get(self.service_url + path, headers=sent, trust_env=False, follow_redirects=False)
        self.cookies |= dict(answer.cookies)
        return answer
