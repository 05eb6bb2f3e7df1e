"""A shift that is refused: under its field, with all that was typed, and nothing recorded."""

import sqlite3

import pytest
from databases import ON_FILES
from fake_slack import FakeSlack, Human
from serving import FILLED, events, link, record

from domain.errors import RecordUnavailable


class TestRefusals:
    """A refusal stands under the field that it is about, and nothing is recorded."""

    @pytest.mark.parametrize(
        ("filled", "field", "said"),
        [
            ({"reason": None, "reason_source": None, "reason_text": None}, "reason", "mark the shift as unexplained"),
            ({"reason_source": None}, "reason_source", "whose words"),
            ({"money.amount": "200,000"}, "money.amount", "is not an amount"),
            ({"money.amount": "0"}, "money.amount", "zero"),
            ({"money.currency": None}, "money.currency", "needs its currency"),
            ({"money.currency": "euros"}, "money.currency", "not a currency"),
            ({"direction": "redirect"}, "to_state", "names the State"),
            ({"occurred_on": "2999-01-01"}, "occurred_on", "has not come yet"),
        ],
    )
    def test_each_stands_under_its_field(self, service, ana: Human, form, filled, field, said):
        """The form stays open as it was filled in."""
        answer = ana.submit(form, {**FILLED, **filled})

        assert said in answer.errors[field]
        assert events(service, "support.shifted") == []

    @pytest.mark.parametrize(
        ("field", "typed", "place", "said"),
        [
            ("donor", "Norwa", "donor", "No State or organisation is called"),
            ("state", "Lao PRD", "state", "Did you mean Lao PDR (LAO)?"),
            ("pledge_id", "nothing", "pledge_id", "Nothing is on record"),
            ("unexplained", "true", "reason", "unexplained: A shift with a reason is not unexplained"),
            ("to_state", "Chad", "direction", "to_state: "),
        ],
    )
    def test_what_another_client_sends_is_refused_where_it_can_be_read(
        self, service, ana: Human, form, field, typed, place, said
    ):
        """Under its own input; what is about one that is not shown stands under the choice that brings it."""
        answer = ana.submit(form, FILLED, otherwise={field: typed})

        assert said in answer.errors[place]
        assert events(service, "support.shifted") == []

    def test_all_that_is_wrong_is_said_at_once(self, ana: Human, form):
        """Nobody corrects one field after the other."""
        wrong = {"donor": "Norwa", "state": "Atlantis"}
        answer = ana.submit(form, {**FILLED, "money.amount": "-1"}, otherwise=wrong)

        assert set(answer.errors) == {"donor", "state", "money.amount"}

    def test_several_pledges_are_named_under_the_field_for_them(self, service, ana: Human, form):
        """With one of the ids the same form then goes through."""
        ids = [
            record(service, "make-pledge", donor="NOR", state="LAO", money={"amount": "500000", "currency": "EUR"})
            for _ in range(2)
        ]
        refused = ana.submit(form, FILLED)
        answer = ana.submit(form, {**FILLED, "pledge_id": ids[1]})

        assert all(each in refused.errors["pledge_id"] for each in ids)
        assert answer.view.title == "Recorded"

    def test_a_role_taken_away_meanwhile_refuses_without_losing_what_was_typed(self, service, ana: Human, form):
        """Who may is decided when it is sent, and said in the open form."""
        record(service, "unlink-person", slack="T1/U1")
        answer = ana.submit(form, FILLED)

        assert "shift-support is for these roles" in answer.errors["donor"]
        assert events(service, "support.shifted") == []

    def test_a_donor_speaks_for_itself_only(self, service, slack: FakeSlack, ben: Human):
        """Another donor's shift is not its to record."""
        link(service, "T1/U2", "donor", "SWE")
        ben.command("/ica", "shift")

        assert "You speak for SWE" in ben.submit(slack.views[-1], FILLED).errors["donor"]

    def test_a_form_is_used_once(self, service, ana: Human, form):
        """Other words under a used form are refused: the first stand."""
        ana.submit(form, FILLED)
        letter = ana.courier.last
        other = type(letter)(letter.body.replace(b"200000.00", b"300000.00"), letter.content_type)
        answer = ana.courier.deliver(other)

        assert "has recorded something already" in answer.json["errors"]["donor"]
        assert len(events(service, "support.shifted")) == 1

    @ON_FILES
    def test_a_busy_database_is_said_in_time_and_sending_again_is_safe(self, service, ana: Human, form):
        """Within Slack's patience the person hears to press again; it is then recorded once."""
        lock = sqlite3.connect(service.settings.database_path, isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        busy = ana.submit(form, FILLED)
        lock.execute("ROLLBACK")
        answer = ana.submit(form, FILLED)

        assert "never recorded twice" in busy.errors["donor"]
        assert answer.view.title == "Recorded"
        assert len(events(service, "support.shifted")) == 1

    def test_a_database_that_cannot_be_written_is_said_kindly(self, service, ana: Human, form, monkeypatch):
        """Nothing was recorded, and that is what the person reads."""

        def full(*_: object) -> None:
            raise RecordUnavailable("The database cannot be used: database or disk is full.")

        monkeypatch.setattr(service.coordination, "handle", full)
        answer = ana.submit(form, FILLED)

        assert answer.errors == {
            "donor": "The record cannot be written just now: nothing was recorded. Try again in a minute."
        }
