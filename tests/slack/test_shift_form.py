"""`/ica shift`: the form, and what a submission records."""

import threading
from typing import Any

import pytest
from fake_slack import FakeSlack, Human
from serving import FILLED, events, link, record

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


class TestForm:
    """What the form looks like when it opens."""

    def test_names_in_the_command_are_filled_in(self, slack: FakeSlack, ana: Human):
        """Donor and State are read as in a question."""
        ana.command("/ica", "Shift the United Kingdom to Lao PDR")
        fields = slack.views[-1].inputs

        assert fields["donor"]["element"]["initial_option"]["value"] == "GBR"
        assert fields["state"]["element"]["initial_option"]["value"] == "LAO"

    def test_a_donor_finds_its_own_name_filled_in(self, service, slack: FakeSlack, ben: Human):
        """Whoever speaks for one donor need not name it."""
        link(service, "T1/U2", "donor", "NOR")
        ben.command("/ica", "shift")

        assert slack.views[-1].inputs["donor"]["element"]["initial_option"]["value"] == "NOR"

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
        ana.submit(form, FILLED, otherwise={"donor": "Nowhere"})
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
