"""`/ica`: answered in the acknowledgement, for the person alone, and only where Slack itself asks."""

import time

import httpx
import pytest
from fake_slack import FakeSlack, Human
from fake_slack.delivery import event, interaction
from serving import SECRET, link, record, record_beside, served

from adapters.settings import read_settings
from adapters.slack import desk
from adapters.wiring import running

SHIFT = {"donor": "NOR", "state": "LAO", "direction": "cut", "unexplained": True, "visibility": "public"}


class TestAnswers:
    """What comes back to a slash command."""

    def test_the_first_question_after_start_is_answered_within_a_second(self, slack: FakeSlack, tmp_path):
        """Nothing is asked of Slack before it: here Slack does not even answer auth.test."""
        slack.fail_next("auth.test", delay=3)
        with record_beside(slack, f"sqlite:///{tmp_path / 'first.db'}") as service:
            record(service, "shift-support", **SHIFT)
            with served(service) as url:
                answer = Human(slack, url, SECRET).command("/ica", "why did Norway leave Lao PDR?")

        assert answer.elapsed < 2.5
        assert answer.message.to == "U1"
        assert "Norway cut its support to Lao PDR by an amount not known." in answer.message.words

    def test_what_takes_longer_comes_by_itself(self, service, ana: Human, slack: FakeSlack, monkeypatch):
        """Slack waits three seconds: in time it is said so, then the answer follows, for the person alone."""
        monkeypatch.setattr(desk, "LOOKING", 0.05)
        with service.queries._past._making:
            told = ana.command("/ica", "silent as of 2025-01-01").message
        answer = slack.wait_for(lambda fake: [each for each in fake.ephemerals if each.via == "response_url"])[0]

        assert "This takes a little longer" in told.words
        assert "As of 2025-01-01" in answer.words
        assert answer.to == "U1"

    def test_a_refused_token_does_not_stop_answers(self, slack: FakeSlack, ben: Human):
        """A question needs no call to Slack."""
        slack.token_error = "token_revoked"

        assert "Lao PDR: nothing on record" in ben.command("/ica", "history LAO").message.words
        slack.calls.clear()

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "Ask the record, or add to it."),
            ("help", "What you can ask"),
            ("help why", "in whose words"),
            ("frobnicate", "I did not understand “frobnicate”"),
            ("histroy LAO", "history LAO"),
            ("history Lao\u00a0PDR?", "Lao PDR: nothing on record"),
            ("history Bosnia & Herzegovina", "Bosnia and Herzegovina: nothing"),
            ("history “Côte d’Ivoire”", "Côte d'Ivoire: nothing on record"),
        ],
    )
    def test_menu_help_and_questions_are_for_the_person_alone(self, ben: Human, text, said):
        """Whatever is typed is answered, and nobody else sees it."""
        message = ben.command("/ica", text).message

        assert said in message.words
        assert message.to == "U2"

    def test_a_role_holds_from_the_next_question_on(self, service, ben: Human):
        """A person who is linked sees more at once, without signing in again."""
        record(service, "shift-support", **SHIFT | {"visibility": "states_parties"})
        before = ben.command("/ica", "shifts LAO").message.words
        link(service, "T1/U2", "reader")
        after = ben.command("/ica", "shifts LAO").message.words

        assert "no shifts" in before
        assert "Only what is public is shown." in before
        assert "1 shift on record" in after

    def test_somebody_of_another_workspace_sees_public_facts_only(self, service, slack: FakeSlack, address):
        """The same user id in another team is another person."""
        record(service, "shift-support", **SHIFT | {"visibility": "states_parties"})
        stranger = Human(slack, address, SECRET, team="T2", user="U1")

        assert "no shifts" in stranger.command("/ica", "shifts LAO").message.words

    def test_two_hundred_rows_are_a_page_and_a_link(self, service, ana: Human):
        """However much there is, Slack takes the answer."""
        for number in range(200):
            service.writer.submit(
                service.coordination.receive(
                    _ana(service), "submit-request",
                    {"state": "LAO", "article": 4, "nature": ["financial"], "need": f"Need {number} " + "é&" * 900},
                    f"need-{number}",
                )
            )  # fmt: skip
        record(service, "submit-request", state="LAO", article=4, nature=["legal"], need="The last need.")
        answer = ana.command("/ica", "requests LAO")

        assert answer.elapsed < 2.5
        assert "201 requests" in answer.message.words
        assert "The last need." in answer.message.words
        assert "earlier on <https://ica.example/requests?state=LAO|the page>" in answer.message.words

    def test_what_people_wrote_wakes_nobody_and_arrives(self, service, ana: Human):
        """A recorded ping is text, in every script."""
        need = "<!channel> ສະບາຍດີ & مرحبا <@U2> 老挝"
        record(service, "submit-request", state="LAO", article=4, nature=["legal"], need=need)
        message = ana.command("/ica", "requests LAO").message

        assert not message.wakes_everyone
        assert "&lt;!channel&gt; ສະບາຍດີ &amp; مرحبا &lt;@U2&gt; 老挝" in message.words

    def test_a_record_that_cannot_be_read_is_said_kindly(self, service, ana: Human):
        """The person is told to try again; Slack shows no error of its own."""
        service.engine.dispose()
        service.queries._engine = None

        assert "cannot be read just now" in ana.command("/ica", "history LAO").message.words


class TestSignatures:
    """Only what Slack signed in the last five minutes is heard."""

    def test_forged_unsigned_stale_and_changed_requests_are_refused(self, ana: Human):
        """401, whatever is wrong with the signature."""
        assert [ana.forge().status, ana.unsigned().status, ana.stale().status, ana.tamper().status] == [401] * 4

    @pytest.mark.parametrize(
        ("body", "headers"),
        [
            (b"{not json", {"Content-Type": "application/json"}),
            (b"\xff\xfe", {}),
            (b"ssl_check=1&token=x&command=/ica", {"Content-Type": "application/x-www-form-urlencoded"}),
            *((each, {"Content-Type": "application/json"}) for each in (b"[]", b"null", b'{"team":5}', b"[" * 99_999)),
            (b"text=x", {"X-Slack-Request-Timestamp": "soon", "X-Slack-Signature": "v0=00"}),
            (b"text=x", {"X-Slack-Request-Timestamp": f"{time.time():.0f}", "X-Slack-Signature": "v0=é".encode()}),
        ],
    )
    def test_what_cannot_be_read_is_refused_too(self, ana: Human, body, headers):
        """Nothing unsigned reaches a parser that could fail."""
        assert ana.courier._post(body, headers).status == 401

    def test_slack_may_look_at_the_certificate(self, ana: Human):
        """It says so, and wants nothing but a yes."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        assert ana.courier._post(b"ssl_check=1&token=x", headers).status == 200

    def test_what_nobody_listens_to_is_taken(self, ana: Human):
        """Anything but 200 Slack would send again, or show as an error; another command is told the right one."""
        for told in ({"type": "view_closed", "view": {}}, {"type": "shortcut", "callback_id": "old"},
                     {"type": "block_actions", "actions": [{"action_id": "old"}]}):  # fmt: skip
            assert ana.courier.deliver(interaction(told | {"team": {"id": "T1"}, "user": {"id": "U1"}})).status == 200
        ana.event({"type": "reaction_added", "user": "U1"})
        assert ana.courier.deliver(event({"type": "event_callback", "event": "x"})).status == 400
        assert "`/ica help`" in ana.command("/other", "history LAO").message.words

    def test_no_body_is_read_without_end(self, ana: Human):
        """Slack sends no megabytes."""
        assert ana.courier._post(b"x" * 2_000_000, {}).status == 413

    def test_slack_may_verify_the_address(self, ana: Human):
        """The challenge comes back."""
        assert ana.url_verification().problems == []


def test_without_slack_there_is_no_address(tmp_path):
    """A service without a bot answers 404 there."""
    with running(read_settings(database_url=f"sqlite:///{tmp_path}/x.db")) as service, served(service) as url:
        assert httpx.post(f"{url}/slack/events", trust_env=False).status_code == 404


def _ana(service):
    return service.access.by_slack("T1", "U1")
