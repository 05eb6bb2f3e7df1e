"""The Home tab: for a Coordinator the whole, for a State its own, for others what is public."""

import pytest
from fake_slack import FakeSlack, Human
from serving import link, record

from adapters.wiring import Service


@pytest.fixture
def field(service: Service) -> None:
    """Two States with something in each part, one fact for Coordinators alone."""
    for state, circle in (("LAO", "states_parties"), ("BIH", "states_parties"), ("TCD", "coordinators")):
        record(service, "submit-request", state=state, article=4, nature=["legal"], need=f"Need of {state} <!channel>")
        record(
            service, "shift-support", donor="NOR", state=state, direction="cut", unexplained=True, visibility=circle,
            occurred_on="2026-01-02",
        )  # fmt: skip
        record(
            service, "adopt-plan", state=state, article=4, kind="completion", from_on="2020-01-01", until="2020-12-31"
        )
    met = record(service, "submit-request", state="LAO", article=5, nature=["legal"], need="Need that a pledge answers")
    record(service, "make-pledge", donor="NOR", state="LAO", request_id=met, in_kind="Two lawyers")
    meeting = record(service, "schedule-meeting", title="Donors' meeting", kind="donors", on="2026-02-03")
    record(service, "hold-meeting", meeting_id=meeting, attended=["LAO", "NOR"])
    record(service, "record-outcome", meeting_id=meeting, text="Laos sends its plan.", owner="LAO",
           due_on="2999-01-02")  # fmt: skip
    record(service, "record-outcome", meeting_id=meeting, text="Bosnia sends its plan.", owner="BIH",
           due_on="2999-01-01")  # fmt: skip


def _home(human: Human, slack: FakeSlack) -> str:
    before = len(slack.calls)
    human.open_home()
    slack.wait_for(lambda fake: [call for call in fake.calls[before:] if call.method == "views.publish"])
    return slack.modals.homes[human.person.id].words


def test_a_tab_opened_once_is_made_once(ana: Human, slack: FakeSlack) -> None:
    """However often Slack tells of it; whoever opens it again finds it made anew."""
    ana.open_home()
    ana.redeliver(3)
    ana.open_home()
    slack.wait_for(lambda fake: [each for each in fake.calls if each.method == "views.publish"][1:])
    slack.never(lambda fake: [each for each in fake.calls if each.method == "views.publish"][2:])


@pytest.mark.usefixtures("field")
class TestHome:
    """What waits for whom."""

    def test_a_coordinator_sees_the_whole(self, ana: Human, slack: FakeSlack):
        """Every State, what is restricted too, how many there are, and first what is due first."""
        words = _home(ana, slack)

        for said in ("What waits, in all", "Deadlines: 3", "Open outcomes: 2", "explanation: 3", "without pledge: 3"):
            assert said in words
        assert "Chad" in words
        assert words.index("Bosnia sends") < words.index("Laos sends")
        assert "<!channel>" not in words

    def test_a_state_sees_its_own(self, service, ben: Human, slack: FakeSlack):
        """Nothing of another State, in no part."""
        link(service, "T1/U2", "state", "LAO")
        words = _home(ben, slack)

        for said in ("What waits for Lao PDR", "Deadlines: 1", "Open outcomes: 1", "explanation: 1", "pledge: 1"):
            assert said in words
        assert "BIH" not in words
        assert "Bosnia" not in words

    def test_a_donor_sees_its_own_shifts_and_every_request(self, service, ben: Human, slack: FakeSlack):
        """Its word is waited for, but for what Coordinators hold back; any request may be its next pledge."""
        link(service, "T1/U2", "donor", "NOR")
        words = _home(ben, slack)

        assert "without pledge: 3" in words
        assert "explanation: 2" in words

    def test_somebody_without_a_role_learns_how_to_get_one(self, ben: Human, slack: FakeSlack):
        """And sees what is public, which here is nothing."""
        words = _home(ben, slack)

        assert "as T1/U2" in words
        assert "Lao" not in words

    def test_a_form_opens_from_there(self, ana: Human, slack: FakeSlack):
        """As from the menu."""
        _home(ana, slack)
        ana.click(slack.modals.homes["U1"], "open_request")

        assert slack.views[-1].callback_id == "request"

    def test_a_role_that_was_taken_away_is_said_in_a_message(self, service, ana: Human, slack: FakeSlack):
        """Nothing stands beside a Home tab."""
        _home(ana, slack)
        record(service, "unlink-person", slack="T1/U1")
        ana.click(slack.modals.homes["U1"], "open_request")
        told = slack.wait_for(lambda fake: fake.in_channel("DU1"))

        assert "You may not record a request" in told[0].words
