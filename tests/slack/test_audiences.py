"""A channel sees at most what States Parties may see; a person alone sees what is theirs."""

import pytest
from fake_slack import FakeSlack, Human
from serving import SECRET, link, record, replies

SHIFT = {"donor": "NOR", "state": "LAO", "direction": "cut", "unexplained": True}


class TestEyes:
    """What is shown depends on who asks, and on who reads along."""

    @pytest.fixture
    def told(self, service) -> None:
        """One fact for each circle."""
        for donor, circle in (("NOR", "public"), ("SWE", "states_parties"), ("CHE", "coordinators")):
            record(service, "shift-support", **SHIFT | {"donor": donor, "visibility": circle})

    @pytest.mark.usefixtures("told")
    def test_in_a_channel_a_coordinator_shows_no_coordinators_facts(self, slack: FakeSlack, ana: Human):
        """Whoever asks: restricted facts are never announced."""
        ana.mention("shifts LAO")
        (reply,) = replies(slack)

        assert "Norway" in reply.words
        assert "Sweden" in reply.words
        assert "Switzerland" not in reply.words

    @pytest.mark.usefixtures("told")
    def test_an_unlinked_person_shows_public_facts_only(self, slack: FakeSlack, ben: Human):
        """Asking in a channel of States Parties does not make one."""
        ben.mention("shifts LAO")
        (reply,) = replies(slack)

        assert "Norway" in reply.words
        assert "Sweden" not in reply.words

    @pytest.mark.usefixtures("told")
    def test_where_another_workspace_reads_along_the_public_is_asked(self, slack: FakeSlack, address):
        """In a shared channel nobody is shown what States Parties alone may see."""
        said = slack.say("C1", "x")
        inner = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": said.ts, "event_ts": said.ts, "team": "T1"}
        stranger = Human(slack, address, SECRET, team="T2", user="U9")
        stranger.event({**inner, "text": "<@U0BOT> shifts LAO"})
        (reply,) = replies(slack)

        assert "Norway" in reply.words
        assert "Sweden" not in reply.words

    @pytest.mark.usefixtures("told")
    def test_a_channel_is_shared_if_slack_says_so_of_the_channel(self, slack: FakeSlack, ana: Human):
        """Though nothing with the question tells of it."""
        slack.workspace.channels["C1"].is_ext_shared = True
        ana.mention("shifts LAO")
        (reply,) = replies(slack)

        assert "Norway" in reply.words
        assert "Sweden" not in reply.words

    @pytest.mark.usefixtures("told")
    def test_somebody_of_another_workspace_is_not_taken_for_one_of_ours(self, slack: FakeSlack, address):
        """The team that a person belongs to is part of who they are, also where nobody else reads."""
        Human(slack, address, SECRET, team="T2", user="U1").direct_message("shifts LAO")

        assert "Norway" in replies(slack, "DU1")[0].words
        assert "Sweden" not in replies(slack, "DU1")[0].words

    @pytest.mark.usefixtures("told")
    def test_in_a_direct_message_everyone_sees_what_is_theirs(self, service, slack: FakeSlack, ana: Human, ben):
        """Nobody else reads it."""
        link(service, "T1/U2", "reader")
        ana.direct_message("shifts LAO")
        ben.direct_message("shifts LAO")

        assert "Switzerland" in replies(slack, "DU1")[0].words
        assert replies(slack, "DU1")[0].thread_ts
        assert "Sweden" in replies(slack, "DU2")[0].words
        assert "Switzerland" not in replies(slack, "DU2")[0].words

    def test_what_a_donor_recorded_for_itself_stays_out_of_channels(self, service, slack: FakeSlack, ben: Human):
        """One's own restricted facts are shown to oneself, not to the channel."""
        link(service, "T1/U2", "donor", "NOR")
        actor = service.access.by_slack("T1", "U2")
        record(service, "make-pledge", by=actor, donor="NOR", state="LAO", visibility="coordinators")
        ben.mention("pledges LAO")
        alone = ben.command("/ica", "pledges LAO").message.words

        assert "no pledges" in replies(slack)[0].words
        assert "1 pledge" in alone
