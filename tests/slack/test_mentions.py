"""Mentions and direct messages: answered once, in the thread, after the acknowledgement, for the eyes there."""

import logging
from typing import Any

import pytest
from fake_slack import FakeSlack, Human
from fake_slack.workspace import BOT_ID, BOT_USER
from serving import record, replies

SHIFT = {"donor": "NOR", "state": "LAO", "direction": "cut", "unexplained": True}


def settled(slack: FakeSlack, ana: Human) -> list[Any]:
    """What the bot has in C1 once it has answered a later question there."""
    before = len(slack.in_channel("C1"))
    ana.mention("history TCD")
    slack.wait_for(lambda fake: any("Chad:" in message.words for message in fake.in_channel("C1")[before:]))
    return [message for message in slack.in_channel("C1") if "Chad:" not in message.words]


class TestOnce:
    """One message, one answer."""

    def test_a_mention_is_answered_in_its_thread(self, service, slack: FakeSlack, ana: Human):
        """The answer stands under the question, not in the channel."""
        record(service, "shift-support", **SHIFT)
        answer = ana.mention("why did Norway leave Lao PDR?")
        (reply,) = replies(slack)

        assert answer.elapsed < 2.5
        assert reply.thread_ts == slack.said[-1].ts
        assert "Norway cut its support to Lao PDR" in reply.words

    def test_in_a_thread_the_answer_stays_there(self, slack: FakeSlack, ana: Human):
        """A mention in a thread is answered in that thread."""
        parent = slack.say("C1", "About Laos.")
        ana.mention("history LAO", thread_ts=parent.ts)

        assert replies(slack)[0].thread_ts == parent.ts

    def test_slacks_retries_are_answered_once(self, slack: FakeSlack, ana: Human):
        """The same event is the same question, also when it comes three times more."""
        ana.mention("history LAO")
        ana.redeliver(times=3)
        replies(slack)

        assert len(settled(slack, ana)) == 1

    def test_a_slow_slack_does_not_delay_the_acknowledgement(self, slack: FakeSlack, ana: Human):
        """The message goes out after Slack has its answer, later if Slack wants so."""
        slack.fail_next("chat.postMessage", status=429, retry_after=1)
        answer = ana.mention("history LAO")

        assert answer.elapsed < 2.5
        assert len(slack.wait_for(lambda fake: fake.in_channel("C1"), timeout=10)) == 1

    def test_a_dropped_connection_posts_nothing_twice(self, slack: FakeSlack, ana: Human):
        """Slack took the message though nobody heard so: it is found where Slack lets us look."""
        slack.scopes.add("channels:history")
        slack.fail_next("chat.postMessage", drop="after")
        ana.mention("history LAO")
        slack.wait_for(lambda fake: any(each.method == "conversations.replies" for each in fake.calls))

        assert len(settled(slack, ana)) == 1

    def test_where_nobody_can_look_it_may_be_a_repeat(self, slack: FakeSlack, ana: Human):
        """In a direct message the bot may look, in a channel it may not: then the second says so."""
        slack.fail_next("chat.postMessage", drop="after", times=2)
        ana.direct_message("history LAO")
        slack.wait_for(lambda fake: any(each.method == "conversations.replies" for each in fake.calls))
        ana.mention("history LAO")
        told = slack.wait_for(lambda fake: len(fake.in_channel("C1")) == 2 and fake.in_channel("C1"))
        slack.calls[:] = [each for each in slack.calls if each.error != "missing_scope"]

        assert ["(may be a repeat)" in each.words for each in told] == [False, True]
        assert len(slack.in_channel("DU1")) == 1

    @pytest.mark.parametrize(
        "changed",
        [
            {"bot_id": BOT_ID},
            {"bot_id": "B0OTHER", "subtype": "bot_message"},
            {"user": BOT_USER, "bot_id": BOT_ID},
            {"subtype": "message_changed"},
            {"subtype": "message_deleted"},
            {"edited": {"user": "U1", "ts": "1.2"}},
            {"user": None},
        ],
    )
    def test_bots_and_edits_are_not_answered(self, slack: FakeSlack, ana: Human, changed):
        """Only what a person newly wrote is a question, or the bot would talk to itself."""
        said = slack.say("C1", "history LAO")
        event = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": said.ts, "event_ts": said.ts, "team": "T1"}
        ana.event({**event, "text": f"<@{BOT_USER}> history LAO", **changed})

        assert settled(slack, ana) == []

    def test_what_is_said_in_channels_is_not_listened_to(self, slack: FakeSlack, ana: Human):
        """Without a mention there is no question."""
        said = slack.say("C1", "history LAO")
        ana.event(
            {"type": "message", "channel_type": "channel", "user": "U1", "channel": "C1", "ts": said.ts,
             "event_ts": said.ts, "team": "T1", "text": "history LAO"}
        )  # fmt: skip

        assert settled(slack, ana) == []


class TestWords:
    """What Slack passes on of what was typed."""

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("history Bosnia & Herzegovina", "Bosnia and Herzegovina: nothing on record"),
            ("", "Ask the record, or add to it."),
            ("history <Lao PDR>", "Lao PDR: nothing on record"),
            ("frobnicate <!channel>", "I did not understand “frobnicate &lt;!channel&gt;”"),
        ],
    )
    def test_signs_that_slack_escapes_are_read_as_typed(self, slack: FakeSlack, ana: Human, text, said):
        """And what is said back wakes nobody."""
        ana.mention(text)
        (reply,) = replies(slack)

        assert said in reply.words
        assert not reply.wakes_everyone

    def test_a_mention_may_stand_anywhere_and_links_are_words(self, slack: FakeSlack, ana: Human):
        """Slack turns what looks like an address into a link; the bot reads the words."""
        said = slack.say("C1", "x")
        event = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": said.ts, "event_ts": said.ts, "team": "T1"}
        ana.event({**event, "text": f"history <http://lao.pdr|Lao> PDR <@{BOT_USER}>"})

        assert "Lao PDR: nothing on record" in replies(slack)[0].words


def test_no_words_of_people_reach_the_log(service, slack: FakeSlack, ana: Human, caplog):
    """Even with every log turned on, questions, answers and forms stay out of it."""
    with caplog.at_level(logging.DEBUG):
        ana.command("/ica", "history Zanzibarland")
        ana.forge(ana.compose(text="history Zanzibarland"))
        ana.mention("history Zanzibarland")
        replies(slack)

    assert "Zanzibarland" not in caplog.text
