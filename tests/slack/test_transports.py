"""Slack posts to the service, or sends over a socket that the service opened: both give the same."""

import json
from typing import Any

import pytest
from fake_slack import FakeSlack, Human
from serving import BOTH_TRANSPORTS, FILLED, SECRET, events, record_beside, replies, running_beside, served

from adapters.slack import socket_mode
from adapters.slack.app import build_bolt
from adapters.slack.http import router
from adapters.wiring import Service


@BOTH_TRANSPORTS
class TestEveryPayload:
    """A command, a mention, a form and its refusal, a click."""

    def test_a_command_is_answered_in_its_acknowledgement(self, ben: Human):
        """For the person alone, in time, whichever way Slack came."""
        answer = ben.command("/ica", "history LAO")

        assert answer.elapsed < 2.5
        assert (answer.message.to, "Lao PDR: nothing on record" in answer.message.words) == ("U2", True)

    def test_a_mention_that_comes_again_is_answered_once(self, slack: FakeSlack, ana: Human):
        """The key of an event is its own, not that of its envelope."""
        ana.mention("history LAO")
        ana.redeliver(times=3)
        replies(slack)
        ana.mention("history TCD")
        slack.wait_for(lambda fake: [each for each in fake.in_channel("C1") if "Chad" in each.words])

        assert ["Lao PDR" in each.words for each in slack.in_channel("C1")] == [True, False]

    def test_a_button_is_answered_where_it_was_pressed(self, slack: FakeSlack, ben: Human):
        """What may have been meant is one press away."""
        ben.click(ben.command("/ica", "histroy LAO").message, "ask_0")
        slack.wait_for(lambda fake: "nothing on record" in fake.ephemerals[-1].words)

    def test_a_form_is_recorded_once_and_a_refusal_stands_under_its_field(
        self, service: Service, ana: Human, form: Any
    ):
        """The acknowledgement carries the errors, or the receipt."""
        refused = ana.submit(form, FILLED | {"money.currency": "euros"})
        ana.submit(form, FILLED)
        ana.redeliver()

        assert "not a currency" in refused.errors["money.currency"]
        assert len(events(service, "support.shifted")) == 1


class TestSocket:
    """The connection that the service holds."""

    @pytest.fixture
    def transport(self) -> str:
        """Socket Mode, without a signing secret."""
        return "socket"

    def test_a_connection_that_drops_is_opened_anew(self, slack: FakeSlack, ben: Human):
        """Slack hangs up without a word; the next command goes over the next connection."""
        ben.command("/ica", "help")
        slack.socket.drop()
        answer = ben.command("/ica", "history LAO")

        assert "Lao PDR" in answer.message.words
        assert slack.socket.connected == 2

    def test_slack_may_ask_for_a_new_connection(self, slack: FakeSlack, ben: Human):
        """What comes right afterwards is answered in time."""
        ben.command("/ica", "help")
        slack.socket.refresh()

        assert ben.command("/ica", "history LAO").elapsed < 2.5

    def test_the_service_begins_though_slack_refuses_it(
        self, slack: FakeSlack, database: str, monkeypatch: pytest.MonkeyPatch
    ):
        """Ready once it is connected; until then it says what is wrong, and what to do."""
        monkeypatch.setattr(socket_mode, "LOOKS_AGAIN_AFTER", 0.05)
        slack.fail_next("apps.connections.open", error="invalid_auth", times=3)
        with record_beside(slack, database, transport="socket") as service, served(service):
            slack.wait_for(lambda fake: len([call for call in fake.calls if call.error]) > 1)
            (before,) = service.workspaces.problems()
            slack.wait_for(lambda fake: fake.socket.links, 20)

        assert before.startswith("Socket Mode is not connected: Slack refuses ICA_SLACK_APP_TOKEN")

    def test_nothing_is_posted_without_a_signing_secret(self, slack: FakeSlack, tmp_path):
        """What nobody can verify has no address; with a secret both ways are open."""
        tokens = {"slack_bot_token": slack.bot_token, "slack_app_token": slack.socket.token}
        for secret, found in (({}, []), ({"slack_signing_secret": SECRET}, ["/slack/events"])):
            with running_beside(slack, f"sqlite:///{tmp_path}/x.db", **tokens, **secret) as service:
                routes = router(service, build_bolt(service)).routes
                assert [route.path for route in routes] == found

    def test_a_long_answer_in_any_script_fits_its_frame(self):
        """The SDK sends no more than 65,535 bytes: letters are sent as they are, not each as six signs."""
        sent: list[str] = []
        socket_mode._in_few_bytes(sent.append)(json.dumps({"payload": {"text": "\u0ea5" * 20_000}}))

        assert len(sent[0].encode()) < 65_535
        assert json.loads(sent[0])["payload"]["text"] == "\u0ea5" * 20_000
