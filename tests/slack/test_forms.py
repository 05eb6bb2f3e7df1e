"""`/ica request`, `pledge`, `statement`, `outcome` and `contact`: each form records what its command records, once."""

from typing import Any

import pytest
from fake_slack import FakeSlack, Human
from serving import events, link, opened, record

from adapters.wiring import Service
from bots.modals.forms import FORMS
from domain.command import COMMANDS
from domain.parsing import COMMON_FIELDS, body_fields

REQUEST = {
    "state": "Lao PDR",
    "article": "4",
    "nature": ["financial", "technical"],
    "need": "Clear <!channel> & survey ພາກເໜືອ",
    "money.amount": "1200000.00",
    "money.currency": "usd",
    "match_sought": "1:1",
    "occurred_on": "2025-04-02",
}
PLEDGE = {
    "donor": "Norway",
    "state": "LAO",
    "article": "4",
    "money.amount": "500000",
    "money.currency": "EUR",
    "earmarking": "softly",
    "channel": "un",
    "occurred_on": "2025-04-02",
}
CONTACT = {"donor": "Norway", "state": "LAO", "kind": "briefing", "on": "2025-04-02", "text": "Survey results."}
STATEMENT = {"text": "It lacks funds for survey.", "attribution": "group", "group": "affected_state"}
OUTCOME = {"text": "Seek partners for survey.", "owner": "AUS", "due_on": "2027-06-30"}
FILLED = {"request": REQUEST, "pledge": PLEDGE, "contact": CONTACT, "statement": STATEMENT, "outcome": OUTCOME}
KINDS = {
    "request": "request.submitted",
    "pledge": "pledge.made",
    "contact": "contact.recorded",
    "statement": "statement.recorded",
    "outcome": "outcome.recorded",
}


def filled(name: str, meeting: str, **other: Any) -> dict[str, Any]:
    """What is typed into a form."""
    at = {"meeting_id": meeting} if name in {"statement", "outcome"} else {}
    return {**FILLED[name], **at, **other}


@pytest.mark.parametrize("name", FORMS)
def test_every_input_is_a_field_of_the_command(slack: FakeSlack, ana: Human, meeting: str, name: str) -> None:
    """So that each refusal stands under the input it is about; what the command requires can be filled in."""
    form = opened(slack, ana, name)
    known = body_fields(COMMANDS[FORMS[name].command])
    inputs = {block.split(".")[0] for block in form.inputs} | set(FORMS[name].shown_by)

    assert inputs <= set(known)
    assert set(known) - set(COMMON_FIELDS) <= inputs
    assert {"visibility", "note"} <= inputs


@pytest.mark.parametrize("name", FILLED)
def test_a_form_records_what_the_command_records(
    service: Service, slack: FakeSlack, ana: Human, meeting: str, name: str
) -> None:
    """Who recorded it and from where are told; the receipt says it in a sentence, and nothing in it pings."""
    shown = ana.submit(opened(slack, ana, name), filled(name, meeting)).view
    (fact,) = events(service, KINDS[name])

    assert fact.recorded_by == "slack:T1/U1"
    assert fact.source["kind"] == "slack"
    assert shown.title == "Recorded"
    assert "<https://ica.example/events/" in shown.words
    assert "<!channel>" not in shown.words
    for field, value in filled(name, meeting).items():
        said = fact.own_fields() | {"occurred_on": fact.occurred_on}
        if isinstance(said.get(field), str) and field not in {"state", "donor"}:
            assert said[field] == value


@pytest.mark.parametrize("name", ["statement", "outcome"])
@pytest.mark.usefixtures("meeting")
def test_words_in_the_command_stand_in_the_form(slack: FakeSlack, ana: Human, name: str) -> None:
    """Whoever begins to say it in the command goes on in the form."""
    form = opened(slack, ana, f"{name} Seek partners &amp; funds.")

    assert form.inputs["text"]["element"]["initial_value"] == "Seek partners & funds."


@pytest.mark.parametrize("name", FILLED)
def test_sent_again_it_is_recorded_once(
    service: Service, slack: FakeSlack, ana: Human, meeting: str, name: str
) -> None:
    """Slack delivers what was answered already once more: the same receipt, one fact."""
    first = ana.submit(opened(slack, ana, name), filled(name, meeting))
    again = ana.courier.redeliver(2, "http_timeout")

    assert [answer.json for answer in again] == [first.json] * 2
    assert len(events(service, KINDS[name])) == 1


@pytest.mark.parametrize("name", FILLED)
def test_whoever_holds_no_role_is_told_before_the_form(slack: FakeSlack, ben: Human, meeting: str, name: str) -> None:
    """No form opens; the way out names the id to be linked."""
    told = ben.command("/ica", name).message

    assert f"You may not record {FORMS[name].what}" in told.words
    assert "T1/U2" in told.words
    assert slack.views == []


@pytest.mark.parametrize(
    ("name", "field", "value", "said"),
    [
        ("request", "money.currency", "euros", "not a currency"),
        ("request", "match_sought", "half", "write it as 1:1"),
        ("request", "budget", "Teams: 5 EUR\nVehicles: 1,5 EUR", "“Vehicles: 1,5 EUR”: '1,5' is not an amount"),
        ("pledge", "tranches", "2027: 5 EUR\n20288: 5 EUR", "“20288: 5 EUR”: '20288' is not a year"),
        ("contact", "on", "2999-01-01", "has not come yet"),
        ("outcome", "about", "nothing", "Nothing is on record"),
        ("statement", "group", None, "“An affected State”"),
        ("statement", "text", "As the Iraqi people know, survey is slow.", "Iraqi"),
        ("statement", "text", "Vientiane has too few teams.", "confirm with “Words that may name the speaker”"),
        ("statement", "text", "ລາວ has too few teams.", "ລາວ"),
        ("pledge", "tranches", "2027: 0 EUR", "A year without money"),
    ],
)
def test_a_refusal_stands_under_its_field(
    service: Service, slack: FakeSlack, ana: Human, meeting: str, name: str, field: str, value: str | None, said: str
) -> None:
    """The form stays open with what was typed, and nothing is recorded."""
    answer = ana.submit(opened(slack, ana, name), filled(name, meeting, **{field: value}))

    assert said in answer.errors[field]
    assert events(service, KINDS[name]) == []


@pytest.mark.parametrize(
    ("name", "field", "value", "said"),
    [
        ("request", "state", "Lao PRD", "Did you mean Lao PDR (LAO)?"),
        ("pledge", "donor", "Austrlia", "Australia"),
        ("pledge", "request_id", "nothing", "Nothing is on record"),
        ("outcome", "owner", "Atlantis", "Atlantis"),
        ("statement", "meeting_id", "nothing", "Nothing is on record"),
        ("request", "match_sought", "x" * 9_000, "write it as 1:1"),
    ],
)
def test_a_name_that_another_client_takes_as_text_is_refused_under_its_field(
    service: Service, slack: FakeSlack, ana: Human, meeting: str, name: str, field: str, value: str, said: str
) -> None:
    """A name stands for whoever bears exactly it; a close one is answered with who may be meant."""
    answer = ana.submit(opened(slack, ana, name), filled(name, meeting), otherwise={field: value})

    assert said in answer.errors[field]
    assert len(answer.errors[field]) <= 1_000
    assert events(service, KINDS[name]) == []


def test_a_statement_that_would_name_its_speaker_is_taken_once_confirmed(
    service: Service, slack: FakeSlack, ana: Human, meeting: str
) -> None:
    """The same form, with the tick, goes through: a person has read the words again."""
    form = opened(slack, ana, "statement")
    words = filled("statement", meeting, text="The Iraqi people were displaced.")
    assert ana.submit(form, words).errors.keys() == {"text"}
    ana.submit(form, {**words, "confirmed_anonymous": ["true"]})
    (statement,) = events(service, "statement.recorded")

    assert statement.speaker is None


def test_a_state_asks_in_its_own_name_only(service: Service, slack: FakeSlack, ben: Human) -> None:
    """Its own name stands there already; another's is refused under its field."""
    link(service, "T1/U2", "state", "LAO")
    form = opened(slack, ben, "request")

    assert form.inputs["state"]["element"]["initial_option"]["value"] == "LAO"
    assert "You speak for LAO" in ben.submit(form, {**REQUEST, "state": "TCD"}).errors["state"]
    ben.submit(form, REQUEST)
    (fact,) = events(service, "request.submitted")
    assert (fact.state, fact.reported_by) == ("LAO", "LAO")


@pytest.mark.parametrize(
    ("role", "own", "field", "said"),
    [("state", "TCD", "state", "You speak for TCD"), ("donor", "SWE", "donor", "You speak for SWE")],
)
def test_whoever_speaks_for_one_is_refused_where_its_name_stands(
    service: Service, slack: FakeSlack, ben: Human, role: str, own: str, field: str, said: str
) -> None:
    """Whatever the command named: it opens the form, and says whose form it is."""
    link(service, "T1/U2", role, own)
    answer = ben.submit(opened(slack, ben, "contact NOR LAO"), {"kind": "letter", "on": "2025-04-02"})

    assert said in answer.errors[field]
    assert events(service, "contact.recorded") == []


def test_somebody_of_another_workspace_does_not_record(service: Service, slack: FakeSlack, ana: Human) -> None:
    """Who shares a channel with us may bear the id of one of ours; the way to a role names whose it is."""
    form = opened(slack, ana, "contact")
    ana.person.team = "T2"
    answer = ana.submit(form, CONTACT)

    assert "as T2/U1" in answer.errors["donor"]
    assert events(service, "contact.recorded") == []


def test_a_form_that_is_closed_leaves_nothing(service: Service, slack: FakeSlack, ana: Human) -> None:
    """Slack is answered, should it tell."""
    ana.submit(opened(slack, ana, "contact"), CONTACT | {"on": "2999-01-01"})
    letter = ana.courier.last
    closed = type(letter)(letter.body.replace(b"view_submission", b"view_closed"), letter.content_type)

    assert ana.courier.deliver(closed).status == 200
    assert events(service, "contact.recorded") == []


def test_without_a_meeting_there_is_nothing_to_record_it_at(slack: FakeSlack, ana: Human) -> None:
    """The way out is said, and no form opens."""
    assert "No meeting is on record yet" in ana.command("/ica", "statement").message.words
    assert slack.views == []


def test_two_hundred_meetings_fit_the_menu(service: Service, slack: FakeSlack, ana: Human) -> None:
    """The nearest hundred are offered, each by day and title, cut to what Slack shows."""
    for number in range(120):
        on = f"{2000 + number % 20}-01-{1 + number // 20:02}"
        service.record(
            service.access.by_slack("T1", "U1"), "schedule-meeting",
            {"title": f"Meeting {number} " + "with a very long title " * 5, "kind": "joint", "on": on}, f"m{number}",
        )  # fmt: skip
    record(service, "schedule-meeting", title="Next week", kind="joint", on=service.today())
    options = ana.suggest(opened(slack, ana, "outcome"), "meeting_id", "").options

    assert len(options) == 100
    assert options[0]["text"]["text"] == f"{service.today()} Next week"


class TestAnnouncement:
    """The channel hears what was recorded from Slack, at most what States Parties may see."""

    @pytest.fixture(autouse=True)
    def _channel(self, service: Service) -> None:
        service.settings.slack_channel = "C1"

    @pytest.mark.parametrize("name", FILLED)
    def test_the_channel_is_told_once(self, slack: FakeSlack, ana: Human, meeting: str, name: str) -> None:
        """Without who recorded it, however often Slack delivers the form."""
        ana.submit(opened(slack, ana, name), filled(name, meeting))
        slack.wait_for(lambda fake: fake.in_channel("C1"))
        ana.courier.redeliver(1, "http_timeout")
        ana.submit(opened(slack, ana, "contact"), CONTACT | {"text": "Afterwards."})
        slack.wait_for(lambda fake: any("Afterwards" in each.words for each in fake.in_channel("C1")))
        told = slack.in_channel("C1")

        assert len(told) == 2
        assert "U1" not in told[0].words
        assert "<!channel>" not in told[0].words

    @pytest.mark.parametrize("name", FILLED)
    def test_what_is_restricted_is_not_told(self, slack: FakeSlack, ana: Human, meeting: str, name: str) -> None:
        """A later public fact is the first that the channel hears of."""
        ana.submit(opened(slack, ana, name), filled(name, meeting, visibility="coordinators"))
        ana.submit(opened(slack, ana, "contact"), CONTACT | {"text": "Afterwards."})
        slack.wait_for(lambda fake: fake.in_channel("C1"))

        assert ["Afterwards" in each.words for each in slack.in_channel("C1")] == [True]
