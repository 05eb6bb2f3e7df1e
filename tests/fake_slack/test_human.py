"""A person in the fake: Bolt understands what they send, and Slack's rules judge what comes back."""

import threading

import pytest

from . import AnswerRefused, NotPossible
from .samples import actions, button, modal, section


def test_a_command_is_answered_for_the_person_alone(slack, app, human):
    """The answer in the acknowledgement is ephemeral unless it says otherwise."""

    @app.command("/ica")
    def answer(ack, command):
        ack(text=f"{command['user_id']} in {command['channel_id']}: {command['text']}", blocks=[section()])

    shown = human.command("/ica", "why NOR LAO").message
    assert (shown.text, shown.to, slack.messages) == ("U1 in C1: why NOR LAO", "U1", [])


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"text": "x", "blocks": [section("x" * 3001)]}, "invalid_blocks"),
        ({"blocks": [section()]}, "no_text"),
        ({"text": "x" * 4001}, "msg_too_long"),
        ({"text": "x", "colour": "red"}, "invalid additional property"),
    ],
)
def test_a_bad_answer_to_a_command_is_refused(app, human, answer, reason):
    """An acknowledgement is held to the rules of a message."""
    app.command("/ica")(lambda ack: ack(answer))
    with pytest.raises(AnswerRefused, match=reason):
        human.command("/ica", "x")


def test_an_answer_after_three_seconds_is_a_time_out(app, human):
    """The person sees a time-out, whatever came later."""

    assert human.courier.patience == 3.0
    human.courier.patience, human.strict = 0.05, False

    @app.command("/ica")
    def slow(ack):
        threading.Event().wait(0.1)
        ack("late")

    answer = human.command("/ica")
    assert (answer.timed_out, answer.message) == (True, None)
    assert "operation_timeout" in answer.problems[0]


def test_a_mention_is_an_event_and_its_repeats_are_the_same_one(slack, app, human):
    """Slack repeats an event with the same body and event_id, and says so in its headers."""
    seen = []

    @app.event("app_mention")
    def answer(body, event, request, say):
        seen.append((body["event_id"], request.headers.get("x-slack-retry-num", [None])[0]))
        say(text=event["text"], thread_ts=event["ts"])

    human.mention("a < b")
    human.redeliver(times=2)

    assert slack.messages[0].text == "<@U0BOT> a &lt; b"
    assert len({ident for ident, _ in seen}) == 1
    assert [number for _, number in seen] == [None, "1", "2"]
    with pytest.raises(NotPossible):
        human.mention("hello", channel="C2")


def test_a_direct_message_and_the_home_tab_reach_the_app(slack, app, human):
    """Both are events in the person's own conversation with the app."""
    app.event("message")(lambda event, say: say(text=event["channel_type"]))
    app.event("app_home_opened")(
        lambda event, client: client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [section()]})
    )
    human.direct_message("help")
    human.open_home()
    assert (slack.messages[0].channel, slack.messages[0].text, list(slack.modals.homes)) == ("DU1", "im", ["U1"])


def test_a_click_says_where_and_what(slack, app, human):
    """A click names its button among its like, and may change the message it stands in."""
    buttons = actions(button("One day", action_id="a", value="1"), button("One week", action_id="b", value="7"))
    client = app.client
    client.chat_postMessage(channel="C1", text="due", blocks=[buttons])

    @app.action("b")
    def snooze(ack, action, body, respond):
        ack()
        client.chat_update(
            channel="C1", ts=body["message"]["ts"], text=f"snoozed {action['value']}", blocks=[section()]
        )
        respond(text="until next week", replace_original=False)

    human.click(slack.messages[0], "b")

    assert (slack.messages[0].text, slack.ephemerals[0].text) == ("snoozed 7", "until next week")
    with pytest.raises(NotPossible):
        human.click(slack.messages[0], "b")


def test_a_shortcut_hands_over_the_message(slack, app, human):
    """What somebody else wrote can become a record, with its words and its ts."""

    @app.message_shortcut("record_as_outcome")
    def record(ack, body, client):
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=modal(section(body["message"]["text"])))

    human.shortcut(slack.say("C1", "Donors meet again in May", user="U2"), "record_as_outcome")
    assert "Donors meet again in May" in slack.views[0].words


def test_forged_stale_and_changed_deliveries_are_known_for_what_they_are(app, human):
    """Bolt turns away a wrong signature, an old one, a changed body and none at all; a right one passes."""
    app.command("/ica")(lambda ack: ack("fine"))

    assert human.command("/ica").message.text == "fine"
    assert [a.status for a in (human.forge(), human.stale(), human.tamper(), human.unsigned())] == [401] * 4
    assert human.stale(age=200).status == 200


def test_the_address_is_verified_by_a_challenge(human):
    """Slack sends a challenge to a new address and wants it back."""
    assert human.url_verification("abc").status == 200
