"""`/ica` alone: a menu of what this person may do, and what they touched last."""

from fake_slack import FakeSlack, Human
from serving import link, record

from adapters.wiring import Service


def _by_ana(service: Service) -> object:
    return service.access.by_slack("T1", "U1")


class TestMenu:
    """Buttons for questions and forms."""

    def test_whoever_may_record_nothing_is_offered_no_form(self, ben: Human):
        """Questions alone."""
        message = ben.command("/ica", "").message

        assert "Ask the record, or add to it." in message.words
        assert "Open requests" in message.words
        assert "Request…" not in message.words

    def test_a_state_is_offered_what_it_may_send(self, service, ben: Human):
        """A State asks and reports shifts; it pledges nothing."""
        link(service, "T1/U2", "state", "LAO")
        words = ben.command("/ica", "menu").message.words

        assert "Request…" in words
        assert "Pledge…" not in words

    def test_a_button_asks_and_another_opens_a_form(self, ana: Human, slack: FakeSlack):
        """As if it had been typed."""
        message = ana.command("/ica").message
        ana.click(message, "open_pledge")
        assert slack.views[-1].callback_id == "pledge"
        ana.redeliver(3)
        assert len(slack.views) == 1
        ana.close(slack.views[-1])
        ana.click(message, "ask_1")
        slack.wait_for(lambda _: message.earlier)

        assert "no open requests" in message.words

    def test_a_role_that_was_taken_away_holds_no_more_on_the_next_press(self, service, ana: Human, slack: FakeSlack):
        """The form stays closed, and the person is told."""
        message = ana.command("/ica").message
        record(service, "unlink-person", slack="T1/U1")
        ana.click(message, "open_pledge")
        (_, told) = slack.wait_for(lambda fake: fake.ephemerals if len(fake.ephemerals) > 1 else None)

        assert "You may not record a pledge" in told.words
        assert slack.views == []

    def test_the_last_five_things_are_shown_newest_first_each_once(self, service, ana: Human):
        """A thing that was touched twice stands there once, by what was done last; what others did does not."""
        for number in range(6):
            pledge = record(
                service, "make-pledge", by=_by_ana(service), donor="NOR", state="LAO",
                money={"amount": f"{number + 1}", "currency": "EUR"}, authorised_by=f"<!here> {number}",
            )  # fmt: skip
        record(
            service, "commit-pledge", by=_by_ana(service), pledge_id=pledge, money={"amount": "6", "currency": "EUR"}
        )
        record(service, "make-pledge", donor="SWE", state="LAO", money={"amount": "99", "currency": "EUR"})
        message = ana.command("/ica").message
        lines = [line for line in message.words.splitlines() if line.startswith("• ")]

        assert [line.count("6.00 EUR") for line in lines] == [1, 0, 0, 0, 0]
        assert "ommitted" in lines[0]
        assert "5.00 EUR" in lines[1]
        assert not message.wakes_everyone
