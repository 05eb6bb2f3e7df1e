"""Forms while they are filled in: inputs that come and go with a choice, and what is offered as somebody types."""

from typing import Any

import pytest
from fake_slack import FakeSlack, Human
from serving import FILLED, events, link, opened, record

from adapters.wiring import Service

EUROS = {"amount": "500000", "currency": "EUR"}


def texts(options: list[dict[str, Any]]) -> list[str]:
    """What a person reads."""
    return [option["text"]["text"] for option in options]


class TestInputsThatComeAndGo:
    """A choice brings the inputs that it makes sensible; what was filled in stays."""

    @pytest.mark.parametrize(
        ("name", "choice", "value", "brought"),
        [
            ("shift", "direction", "redirect", {"to_state"}),
            ("shift", "direction", "cut", set()),
            ("shift", "reason", "budget", {"reason_source", "reason_text"}),
            ("pledge", "channel", "un", {"via"}),
            ("pledge", "channel", "bilateral", set()),
            ("statement", "attribution", "named", {"speaker"}),
            ("statement", "attribution", "group", {"group", "confirmed_anonymous"}),
            ("statement", "attribution", "withheld", {"confirmed_anonymous"}),
        ],
    )
    @pytest.mark.usefixtures("meeting")
    def test_a_choice_brings_its_inputs(self, slack: FakeSlack, ana: Human, name, choice, value, brought) -> None:
        """And no others."""
        form = opened(slack, ana, name)
        before = set(form.inputs)
        ana.click(form, "value", value, block_id=choice)

        assert set(form.inputs) - before == brought

    @pytest.mark.parametrize(
        ("choice", "value", "gone"), [("reason", "budget", "unexplained"), ("unexplained", ["true"], "reason")]
    )
    def test_a_shift_has_a_reason_or_none(self, ana: Human, form, choice, value, gone) -> None:
        """What contradicts a choice is not asked."""
        ana.click(form, "value", value, block_id=choice)

        assert gone not in form.inputs
        assert choice in form.inputs

    def test_what_was_filled_in_stays(self, ana: Human, form) -> None:
        """Also in a client that forgets what stood in a form that changed; escapes are Slack's, not the person's."""
        norway = {"text": {"type": "plain_text", "text": "Norway &amp; all"}, "value": "NOR"}
        filled = {
            "donor": norway,
            "money.amount": "5",
            "occurred_on": "2025-04-02",
            "visibility": "public",
            "note": "N",
        }
        ana.click(form, "value", "redirect", block_id="direction", values=filled)
        at_first = {block: next(iter(_initial(each["element"])), None) for block, each in form.inputs.items()}

        assert (at_first["donor"]["text"]["text"], at_first["donor"]["value"]) == ("Norway & all", "NOR")
        assert (at_first["money.amount"], at_first["occurred_on"], at_first["note"]) == ("5", "2025-04-02", "N")
        assert at_first["visibility"]["value"] == "public"
        assert at_first["direction"]["value"] == "redirect"

    def test_a_choice_taken_back_takes_its_inputs_along(self, ana: Human, form) -> None:
        """So that nothing contradictory is sent."""
        ana.click(form, "value", "redirect", block_id="direction")
        ana.click(form, "value", "cut", block_id="direction")

        assert "to_state" not in form.inputs

    def test_a_form_that_slack_does_not_change_can_be_sent(self, service, slack: FakeSlack, ana: Human, form) -> None:
        """What the form does not show may still be sent; what is missing is said under the choice."""
        slack.fail_next("views.update", error="internal_error", times=2)
        hidden = {"reason_source": "donor_stated"}
        values = {name: value for name, value in FILLED.items() if name not in {"reason_source", "reason_text"}}
        refused = ana.submit(form, values)
        slack.fail_next("views.update", error="internal_error", times=2)
        ana.submit(form, values, otherwise=hidden)
        (shift,) = events(service, "support.shifted")

        assert "whose words" in refused.errors["reason"]
        assert shift.reason_source == "donor_stated"

    def test_a_choice_delivered_again_changes_nothing(self, slack: FakeSlack, ana: Human, form) -> None:
        """The form is changed once."""
        ana.click(form, "value", "redirect", block_id="direction")
        ana.courier.redeliver(3, "http_timeout")

        assert [call.method for call in slack.calls].count("views.update") == 1


def _initial(element: dict[str, Any]) -> list[Any]:
    return [value for key, value in element.items() if key.startswith("initial_")]


class TestNames:
    """Names are offered as they begin, in any language, and near misses."""

    @pytest.mark.parametrize(
        ("field", "typed", "first"),
        [
            ("state", "lao", "LAO"),
            ("state", "Лаос", "LAO"),
            ("state", "老挝", "LAO"),
            ("state", "ລາວ", "LAO"),
            ("donor", "deutsch", "DEU"),
            ("state", "Lao PRD", "LAO"),
            ("state", "leone", "SLE"),
            ("state", "TCD", "TCD"),
            ("donor", "norw", "NOR"),
            ("donor", "Norvege", "NOR"),
            ("donor", "european un", "EU"),
        ],
    )
    def test_the_name_that_is_meant_comes_first(self, ana: Human, form, field, typed, first) -> None:
        """The value is the code, whatever was typed."""
        assert ana.suggest(form, field, typed).options[0]["value"] == first

    @pytest.mark.parametrize("typed", ["a", "zzzz", "<!channel> & «", "x" * 400])
    def test_whatever_is_typed_fits_the_menu(self, ana: Human, form, typed) -> None:
        """At most a hundred; organisations are no States."""
        assert len(ana.suggest(form, "state", typed).options) <= 100
        assert "ITF" not in {each["value"] for each in ana.suggest(form, "state", "it").options}

    def test_an_organisation_that_was_registered_is_offered(self, service: Service, ana: Human, form) -> None:
        """By its whole name."""
        by = service.access.by_slack("T1", "U1")
        service.record(by, "register-organisation", {"name": "Clear Ground Trust"}, "one")

        assert texts(ana.suggest(form, "donor", "clear ground trust").options) == ["Clear Ground Trust"]

    def test_a_name_that_no_option_holds_keeps_nobody_from_the_form(self, service, slack: FakeSlack, ana, form, ben):
        """It cannot be chosen here; the form opens all the same for whoever speaks for it, and offers the others."""
        name = " ".join(["Trust"] * 40)
        service.record(service.access.by_slack("T1", "U1"), "register-organisation", {"name": name}, "one")
        link(service, "T1/U2", "donor", name)

        assert ana.suggest(form, "donor", name).options == []
        assert "initial_option" not in str(opened(slack, ben, "pledge").inputs["donor"])

    @pytest.mark.usefixtures("meeting")
    def test_who_attended_is_offered_as_speaker(self, slack: FakeSlack, ana: Human) -> None:
        """Before anything is typed; anybody else is found by name."""
        form = opened(slack, ana, "statement")
        ana.click(form, "value", "named", block_id="attribution")
        at = {"meeting_id": ana.suggest(form, "meeting_id", "spring").options[0]}

        assert texts(ana.suggest(form, "speaker", "", at).options) == ["Lao PDR", "Chad", "Lebanon", "Australia"]
        assert ana.suggest(form, "speaker", "norway", at).options[0]["value"] == "NOR"


class TestThings:
    """Requests, pledges, shifts and meetings are offered by what they say, as far as this person may see them."""

    def test_requests_of_the_state_that_was_chosen(self, service: Service, slack: FakeSlack, ana: Human) -> None:
        """The open ones first; found by words of the need and by the beginning of the id."""
        met, lao, _ = (
            record(service, "submit-request", state=state, article=4, nature=["financial"], need=need)
            for state, need in (("LAO", "Survey in the north"), ("LAO", "Clearance " * 20), ("TCD", "Teams"))
        )
        record(service, "settle-request", request_id=met, status="met")
        form = opened(slack, ana, "pledge Norway Lao PDR")

        assert [each["value"] for each in ana.suggest(form, "request_id", "").options] == [lao, met]
        assert [each["value"] for each in ana.suggest(form, "request_id", "surv nor").options] == [met]
        assert [each["value"] for each in ana.suggest(form, "request_id", lao[:6]).options] == [lao]

    def test_pledges_of_the_donor_and_state_that_were_chosen(
        self, service: Service, slack: FakeSlack, ana: Human
    ) -> None:
        """What is chosen in the form counts, not what stood there when it opened."""
        nor, swe = (record(service, "make-pledge", donor=d, state="LAO", money=EUROS) for d in ("NOR", "SWE"))
        form = opened(slack, ana, "shift NOR LAO")
        (sweden,) = ana.suggest(form, "donor", "Sweden").options

        assert [each["value"] for each in ana.suggest(form, "pledge_id", "").options] == [nor]
        assert [each["value"] for each in ana.suggest(form, "pledge_id", "", {"donor": sweden}).options] == [swe]
        answer = ana.submit(form, {**FILLED, "pledge_id": nor})
        assert answer.view.title == "Recorded"

    def test_a_pledge_may_be_part_of_another_donors(self, service: Service, slack: FakeSlack, ana: Human) -> None:
        """A fund passes on to a State what others gave it for that State."""
        nor, _ = (record(service, "make-pledge", donor="NOR", state=s, money=EUROS) for s in ("LAO", "TCD"))
        form = opened(slack, ana, "pledge SWE LAO")

        assert [each["value"] for each in ana.suggest(form, "parent_pledge_id", "").options] == [nor]

    def test_what_is_restricted_is_not_offered(
        self, service: Service, slack: FakeSlack, ana: Human, ben: Human
    ) -> None:
        """To a donor its own and what States Parties may see; to a Coordinator all."""
        link(service, "T1/U2", "donor", "SWE")
        seen, hidden = (
            record(
                service,
                "submit-request",
                state="LAO",
                article=4,
                nature=["legal"],
                need="Advice",
                visibility=visibility,
            )
            for visibility in ("states_parties", "coordinators")
        )
        for human, offered in ((ana, {seen, hidden}), (ben, {seen})):
            options = human.suggest(opened(slack, human, "pledge SWE LAO"), "request_id", "").options
            assert {each["value"] for each in options} == offered

    def test_a_role_taken_away_meanwhile_takes_the_offer_away(
        self, service: Service, slack: FakeSlack, ana: Human
    ) -> None:
        """Whoever is not linked any more is offered what is public."""
        record(service, "submit-request", state="LAO", article=4, nature=["legal"], need="Advice")
        form = opened(slack, ana, "pledge NOR LAO")
        record(service, "unlink-person", slack="T1/U1")

        assert ana.suggest(form, "request_id", "").options == []
