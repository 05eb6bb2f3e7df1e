"""`/ica shift`: the form, its receipt, and refusals under their fields."""

import sqlite3
import threading
from typing import Any

import pytest
from fake_slack import FakeSlack, Human
from serving import events, link, record

from domain.errors import RecordUnavailable

FILLED = {
    "donor": "Norway",
    "state": "Lao PDR",
    "direction": "cut",
    "money.amount": "200000.00",
    "money.currency": "eur",
    "reason": "strategy_change",
    "reason_source": "donor_stated",
    "reason_text": "The new strategy turns elsewhere & <!here>.",
    "occurred_on": "2025-04-02",
}
SAME = {
    "donor": "NOR",
    "state": "LAO",
    "direction": "cut",
    "money": {"amount": "200000.00", "currency": "EUR"},
    "reason": "strategy_change",
    "reason_source": "donor_stated",
    "reason_text": "The new strategy turns elsewhere & <!here>.",
    "occurred_on": "2025-04-02",
}


@pytest.fixture
def form(slack: FakeSlack, ana: Human) -> Any:
    """The form as Ana has it before her."""
    assert ana.command("/ica", "shift").text == ""
    return slack.views[-1]


class TestForm:
    """What the form looks like when it opens."""

    def test_names_in_the_command_are_filled_in(self, slack: FakeSlack, ana: Human):
        """Donor and State are read as in a question."""
        ana.command("/ica", "Shift the United Kingdom to Lao PDR")
        fields = slack.views[-1].inputs

        assert fields["donor"]["element"]["initial_value"] == "GBR"
        assert fields["state"]["element"]["initial_value"] == "LAO"

    def test_a_donor_finds_its_own_name_filled_in(self, service, slack: FakeSlack, ben: Human):
        """Whoever speaks for one donor need not name it."""
        link(service, "T1/U2", "donor", "NOR")
        ben.command("/ica", "shift")

        assert slack.views[-1].inputs["donor"]["element"]["initial_value"] == "NOR"

    @pytest.mark.parametrize(
        ("text", "said"), [("shift Norwa Lao PDR", "`/ica shift NOR Lao PDR`"), ("shift NOR LAO soon", "“soon”")]
    )
    def test_names_that_cannot_be_read_open_no_form(self, slack: FakeSlack, ana: Human, text, said):
        """A slip is told before anything is typed into a form."""
        told = ana.command("/ica", text).message

        assert told.to == "U1"
        assert said in told.words
        assert slack.views == []

    def test_who_may_not_record_is_told_before_the_form(self, slack: FakeSlack, ben: Human):
        """No one fills in a form in vain; the way out names the id to be linked."""
        told = ben.command("/ica", "shift NOR LAO").message

        assert "You may not record a shift in support" in told.words
        assert "T1/U2" in told.words
        assert slack.views == []

    def test_a_form_that_slack_does_not_open_is_said(self, slack: FakeSlack, ana: Human):
        """The person hears of it at once, not by silence."""
        for fault in ({"error": "internal_error"}, {"drop": "before"}, {"delay": 2.5}):
            slack.fail_next("views.open", **fault)
            assert "did not open the form" in ana.command("/ica", "shift").message.words


class TestRecording:
    """What a submission records, once."""

    def test_the_receipt_says_what_was_recorded_and_where_it_stands(self, service, ana: Human, form):
        """The form gives way to plain words and a link; nothing in them pings."""
        shown = ana.submit(form, FILLED).view
        (shift,) = events(service, "support.shifted")

        assert "2025-04-02: Norway cut its support to Lao PDR by 200,000.00 EUR." in shown.words
        assert (
            "Norway says: its strategy changed (“The new strategy turns elsewhere &amp; &lt;!here&gt;.”)."
            in shown.words
        )
        assert f"<https://ica.example/shifts/{shift.shift_id}|" in shown.words
        assert "submit" not in shown.spec

    def test_who_and_from_where_are_told(self, service, ana: Human, form):
        """The fact names the person in Slack and the moment the form was opened."""
        ana.submit(form, FILLED)
        (shift,) = events(service, "support.shifted")

        assert shift.recorded_by == "slack:T1/U1"
        assert shift.source["kind"] == "slack"
        assert float(shift.source["ref"]) > 1_700_000_000

    def test_the_same_shift_by_form_and_by_command_is_the_same_fact(self, service, ana: Human, form):
        """But for who recorded it, from where, and what is derived from that."""
        ana.submit(form, FILLED)
        record(service, "shift-support", **SAME | {"donor": "SWE"})
        by_form, by_command = events(service, "support.shifted")
        own = by_form.own_fields() | {"donor": "SWE", "shift_id": by_command.shift_id}

        assert own == by_command.own_fields()
        for common in ("occurred_on", "reported_by", "visibility", "note", "recorded_as"):
            assert getattr(by_form, common) == getattr(by_command, common)

    def test_a_redelivered_submission_has_one_effect_and_the_same_receipt(self, service, ana: Human, form):
        """Slack may deliver again what was answered already."""
        first = ana.submit(form, FILLED)
        again = ana.courier.redeliver(2, "http_timeout")

        assert [answer.json for answer in again] == [first.json] * 2
        assert len(events(service, "support.shifted")) == 1

    def test_two_deliveries_at_once_have_one_effect(self, service, ana: Human, form):
        """The twin waits for the first and gets its answer."""
        ana.strict = False
        ana.submit(form, {**FILLED, "donor": "Nowhere"})
        letter = ana.courier.last
        right = type(letter)(letter.body.replace(b"Nowhere", b"Norway"), letter.content_type)
        answers: list[Any] = []
        twins = [threading.Thread(target=lambda: answers.append(ana.courier.deliver(right))) for _ in range(4)]
        for twin in twins:
            twin.start()
        for twin in twins:
            twin.join()

        assert {answer.text for answer in answers} == {answers[0].text}
        assert answers[0].json["response_action"] == "update"
        assert len(events(service, "support.shifted")) == 1

    def test_an_unexplained_cut_of_unknown_amount_needs_three_fields(self, service, ana: Human, form):
        """What is left empty is left out."""
        shown = ana.submit(form, {"donor": "NOR", "state": "LAO", "direction": "end", "unexplained": ["true"]}).view
        (shift,) = events(service, "support.shifted")

        assert "Norway ended its support to Lao PDR, by an amount not known." in shown.words
        assert "it waits for the word of Norway" in shown.words
        assert (shift.money, shift.reason, shift.note, shift.unexplained) == (None, None, None, True)

    def test_an_inference_is_told_as_one(self, ana: Human, form):
        """The receipt does not make it the donor's word, and the shift waits."""
        shown = ana.submit(form, {**FILLED, "reason_source": "coordinator_inference"}).view

        assert "The Coordinators infer, Norway has not said so: its strategy changed" in shown.words
        assert "it waits for the word of Norway" in shown.words


class TestRefusals:
    """A refusal stands under the field that it is about, and nothing is recorded."""

    @pytest.mark.parametrize(
        ("filled", "field", "said"),
        [
            ({"donor": "Norwa"}, "donor", "No State or organisation is called"),
            ({"state": "Lao PRD"}, "state", "Did you mean Lao PDR (LAO)?"),
            ({"reason": None, "reason_source": None, "reason_text": None}, "reason", "mark the shift as unexplained"),
            ({"reason_source": None}, "reason_source", "whose words"),
            ({"unexplained": ["true"]}, "unexplained", "not unexplained"),
            ({"money.amount": "200,000"}, "money.amount", "is not an amount"),
            ({"money.amount": "0"}, "money.amount", "zero"),
            ({"money.currency": None}, "money.currency", "needs its currency"),
            ({"money.currency": "euros"}, "money.currency", "not a currency"),
            ({"direction": "redirect"}, "to_state", "names the State"),
            ({"occurred_on": "2999-01-01"}, "occurred_on", "has not come yet"),
            ({"pledge_id": "nothing"}, "pledge_id", "Nothing is on record"),
        ],
    )
    def test_each_stands_under_its_field(self, service, ana: Human, form, filled, field, said):
        """The form stays open as it was filled in."""
        answer = ana.submit(form, {**FILLED, **filled})

        assert said in answer.errors[field]
        assert events(service, "support.shifted") == []

    def test_all_that_is_wrong_is_said_at_once(self, ana: Human, form):
        """Nobody corrects one field after the other."""
        answer = ana.submit(form, {**FILLED, "donor": "Norwa", "money.amount": "-1", "state": "Atlantis"})

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
