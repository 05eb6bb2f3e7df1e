"""Workspaces install the bot themselves: each has its own token, and is forgotten when it removes the bot."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from databases import BOTH
from fake_slack import Browser, FakeSlack, Human
from serving import SECRET, link, record, running_beside
from sqlalchemy import select, update

from adapters.posting import PostOffice
from adapters.slack.manifest import SCOPES
from adapters.views_postgres import views_on_postgres
from adapters.views_store import views_engine
from adapters.wiring import Service
from adapters.workspaces.installations import Installations

pytestmark = BOTH


@pytest.fixture
def service(slack: FakeSlack, database: str) -> Iterator[Service]:
    """Nobody has installed anything yet."""
    oauth = {"slack_client_id": slack.oauth.client_id, "slack_client_secret": slack.oauth.client_secret}
    with running_beside(slack, database, slack_signing_secret=SECRET, **oauth) as running:
        yield running


@pytest.fixture
def other(slack: FakeSlack) -> FakeSlack:
    """A second workspace, T2."""
    return slack.another("T2")


def installed(address: str, *teams: FakeSlack) -> None:
    """Each in a browser of its own."""
    for team in teams:
        browser = Browser(address)
        assert browser.visit().status_code == 302
        assert browser.allow(team).status_code == 200


def test_the_way_leads_to_slack_and_back(slack: FakeSlack, service: Service, address: str) -> None:
    """Slack is asked for what the manifest names, and comes back to the address that it knows."""
    browser = Browser(address)
    browser.visit()
    asked = parse_qs(urlsplit(browser.consent_page).query)

    assert asked["scope"] == [",".join(SCOPES)]
    assert asked["redirect_uri"] == ["https://ica.example/slack/oauth_redirect"]
    assert browser.allow(slack).status_code == 200
    assert service.workspaces.installations.teams() == ["T1"]


def test_a_form_opens_with_the_token_of_its_workspace(
    service: Service, slack: FakeSlack, other: FakeSlack, address: str
) -> None:
    """The same user id elsewhere is somebody else, and a role here is none there."""
    installed(address, slack, other)
    link(service, "T2/U1", "coordinator")
    here, there = Human(slack, address, SECRET), Human(other, address, SECRET)

    assert there.command("/ica", "contact").text == ""
    assert (len(slack.views), len(other.views)) == (0, 1)
    assert here.command("/ica", "contact").message.to == "U1"
    assert slack.views == []


def test_a_mention_is_answered_in_its_own_workspace(
    service: Service, slack: FakeSlack, other: FakeSlack, address: str
) -> None:
    """Channels of the same name, tokens of their own: an answer never goes astray."""
    installed(address, slack, other)
    Human(other, address, SECRET).mention("history LAO")
    (reply,) = other.wait_for(lambda fake: fake.in_channel("C1"))

    assert "Lao PDR" in reply.words
    assert slack.in_channel("C1") == []


def test_somebody_of_another_workspace_may_press_in_a_shared_channel(
    slack: FakeSlack, other: FakeSlack, address: str
) -> None:
    """The message is of the workspace that has the bot, whoever presses its button."""
    installed(address, slack)
    Human(slack, address, SECRET).mention("histroy LAO")
    (asked,) = slack.wait_for(lambda fake: fake.in_channel("C1"))
    Human(slack, address, SECRET, team="T9", user="U2").click(asked, "ask_0")
    shown = slack.wait_for(lambda fake: fake.ephemerals)

    assert "Lao PDR" in shown[-1].words


def test_the_first_request_asks_slack_for_nothing(slack: FakeSlack, address: str) -> None:
    """The token is read from the database: here Slack refuses every call."""
    installed(address, slack)
    before = len(slack.calls)

    assert Human(slack, address, SECRET).command("/ica", "history LAO").message
    assert len(slack.calls) == before


def test_a_token_is_of_no_use_without_the_clients_secret(service: Service, slack: FakeSlack, address: str) -> None:
    """It lies sealed in the database; one that was kept open before still holds, and another secret opens none."""
    installed(address, slack)
    there = service.workspaces.installations
    tables = (there.store.bots, there.store.installations)
    with service.engine.connect() as connection:
        kept = [str(row) for table in tables for row in connection.execute(select(table))]
    assert len(kept) == len(tables)
    assert slack.bot_token not in "".join(kept)

    assert Installations(slack.oauth.client_id, "another", service.engine).of_team("T1") is None
    with service.engine.execution_options(writes=True).begin() as connection:
        connection.execute(update(there.store.bots).values(bot_token=slack.bot_token))
    assert there.of_team("T1").token == slack.bot_token


def test_a_database_that_is_away_is_said(
    service: Service, slack: FakeSlack, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where not even the token can be read, whoever asks is told so, and whoever types is offered nothing."""
    installed(address, slack)
    link(service, "T1/U1", "coordinator")
    ana = Human(slack, address, SECRET)
    ana.command("/ica", "contact")
    on_file = service.settings.database_kind == "sqlite"
    nowhere = views_engine(Path("/nowhere.db")) if on_file else views_on_postgres("postgresql://x@127.0.0.1:9/x")
    monkeypatch.setattr(service.workspaces.installations, "_reading", nowhere)
    monkeypatch.setattr(service.queries, "_engine", nowhere)
    monkeypatch.setattr(service.workspaces.installations.states, "engine", nowhere)

    assert "cannot be read just now" in ana.command("/ica", "history LAO").message.words
    assert ana.suggest(slack.views[-1], "state", "Lao").status == 200
    assert Browser(address).visit().status_code == 503


@pytest.mark.parametrize(
    "event", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"]}}]
)
def test_a_workspace_that_removes_the_bot_is_forgotten(
    service: Service, slack: FakeSlack, other: FakeSlack, address: str, event: dict[str, object]
) -> None:
    """Its token goes, those of others stay; an event that comes late undoes no new installation."""
    installed(address, slack, other)
    ana = Human(slack, address, SECRET)
    ana.event(event)
    assert service.workspaces.installations.teams() == ["T2"]
    ana.command("/ica", "history LAO")
    assert "https://ica.example/slack/install" in slack.ephemerals[-1].words

    installed(address, slack)
    service.workspaces.installations.removed("T1", None, told_at=_an_hour_ago(service))
    assert service.workspaces.installations.teams() == ["T1", "T2"]


def test_a_persons_own_token_that_ends_is_not_the_bots(service: Service, slack: FakeSlack, address: str) -> None:
    """Whoever installed it may leave."""
    installed(address, slack)
    Human(slack, address, SECRET).event({"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}})

    assert service.workspaces.installations.teams() == ["T1"]


def test_a_way_back_that_nobody_began_is_refused(service: Service, slack: FakeSlack, address: str) -> None:
    """Another state, no cookie, a state that was used, a code that was used, a refusal: nothing is installed twice."""
    browser = Browser(address)
    browser.visit()
    assert browser.allow(slack, state="forged").status_code == 400
    assert Browser(address, consent_page=browser.consent_page).allow(slack).status_code == 400
    assert browser.deny().status_code == 200
    browser.visit()
    assert browser.allow(slack, code="forged").status_code == 401
    assert browser.allow(slack).status_code == 401
    assert service.workspaces.installations.teams() == []
    assert {call.error for call in slack.refusals} == {"invalid_code"}
    slack.calls.clear()


def test_a_state_holds_for_ten_minutes(service: Service, slack: FakeSlack, address: str) -> None:
    """Whoever comes back later begins anew."""
    service.workspaces.installations.states.expiration_seconds = -1
    browser = Browser(address)
    browser.visit()

    assert browser.allow(slack).status_code == 401


def test_slack_that_does_not_answer_is_said(service: Service, slack: FakeSlack, address: str) -> None:
    """Nothing is installed, and the way out is said."""
    browser = Browser(address)
    browser.visit()
    slack.fail_next("oauth.v2.access", drop="before")
    answer = browser.allow(slack)

    assert (answer.status_code, "/slack/install" in answer.text) == (503, True)
    assert service.workspaces.installations.teams() == []


class TestChannel:
    """Where reminders and announcements go, when there are several workspaces."""

    @pytest.mark.parametrize(
        ("written", "installs", "said"),
        [
            ("C1", 0, "no workspace has installed the bot yet"),
            ("C1", 1, None),
            ("C1", 2, "several workspaces have installed the bot: write TEAM/CHANNEL"),
            ("T2/C1", 2, None),
            ("T2/C1", 1, "that workspace has not installed the bot"),
        ],
    )
    def test_a_channel_must_name_one_workspace(
        self, service: Service, slack: FakeSlack, other: FakeSlack, address: str, written: str, installs: int,
        said: str | None,
    ) -> None:  # fmt: skip
        """Readiness says what is missing, and names nobody."""
        service.settings.slack_channel = written
        installed(address, *[slack, other][:installs])
        problems = service.workspaces.problems()

        assert bool(problems) is bool(said)
        assert said is None or said in problems[0]

    def test_reminders_go_to_the_workspace_that_is_named(
        self, service: Service, slack: FakeSlack, other: FakeSlack, address: str
    ) -> None:
        """The channel of the settings, a route's channel, a person: each with the token of its own workspace."""
        installed(address, slack, other)
        service.settings.slack_channel = "T2/C1"
        record(service, "record-accession", state="BIH", deposited_on="2010-09-07", action="ratification")
        record(service, "record-coverage", what="article7", from_on="2098-01-01")
        record(service, "declare-obligation", state="BIH", article=4)
        record(service, "set-route", state="BIH", about=["deadlines"], person="T1/U2")
        PostOffice(service, spacing=0.0).ticker.tick(datetime(2020, 12, 1, 9, tzinfo=UTC), at_once=True)
        slack.wait_for(lambda _: slack.messages and other.messages)

        assert {each.channel for each in slack.messages} == {"DU2"}
        assert {each.channel for each in other.messages} == {"C1"}


def _an_hour_ago(service: Service) -> float:
    return service.now().timestamp() - 3600
