"""What the fake lets an app look up, and how often it lets it write."""

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

MARK = {"event_type": "ica_post", "event_payload": {"key": "1"}}


@pytest.fixture
def client(slack):
    """The app, with leave to read."""
    slack.scopes |= {"channels:history", "groups:history"}
    return WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])


def refused(call, **arguments):
    """Slack's word for it."""
    with pytest.raises(SlackApiError) as caught:
        call(**arguments)
    return caught.value.response["error"]


def test_a_channel_is_read_page_by_page_newest_first(slack, client):
    """Of threads what began them; metadata only for who asks for all of it."""
    first = client.chat_postMessage(channel="C1", text="one", metadata=MARK)["ts"]
    client.chat_postMessage(channel="C1", text="within", thread_ts=first)
    slack.say("C1", "two")
    page = client.conversations_history(channel="C1", limit=1)
    rest = client.conversations_history(channel="C1", limit=1, cursor=page["response_metadata"]["next_cursor"])
    whole = client.conversations_history(channel="C1", include_all_metadata=True)

    assert [each["text"] for each in (*page["messages"], *rest["messages"])] == ["two", "one"]
    assert (page["has_more"], rest["has_more"]) == (True, False)
    assert "metadata" not in rest["messages"][0]
    assert whole["messages"][1]["metadata"] == MARK


def test_a_thread_is_read_from_its_beginning(slack, client):
    """Oldest first; an unknown thread is not found."""
    first = slack.say("C1", "one")
    client.chat_postMessage(channel="C1", text="two", thread_ts=first.ts)
    answer = client.conversations_replies(channel="C1", ts=first.ts, oldest=first.ts)

    assert [each["text"] for each in answer["messages"]] == ["one", "two"]
    assert refused(client.conversations_replies, channel="C1", ts="1.000001") == "thread_not_found"


def test_a_span_is_read(slack, client):
    """Its ends belong to it only for who says so."""
    one, two, three = (slack.say("C1", text) for text in ("one", "two", "three"))
    within = client.conversations_history(channel="C1", oldest=one.ts, latest=three.ts)
    whole = client.conversations_history(channel="C1", oldest=one.ts, latest=three.ts, inclusive=True)

    assert [each["ts"] for each in within["messages"]] == [two.ts]
    assert len(whole["messages"]) == 3


def test_only_where_the_app_is_and_may(slack, client):
    """Membership and scope decide, for each kind of conversation."""
    assert refused(client.conversations_history, channel="C2") == "not_in_channel"
    assert refused(client.conversations_history, channel="C3") == "channel_not_found"
    slack.scopes -= {"channels:history", "im:history"}
    assert refused(client.conversations_history, channel="C1") == "missing_scope"
    direct = client.conversations_open(users="U1")["channel"]["id"]
    assert direct == "DU1"
    assert refused(client.conversations_history, channel=direct) == "missing_scope"


def test_a_channel_takes_a_message_a_second_after_a_burst(slack, client):
    """Each channel for itself; too soon says when to come back."""
    slack.pace.burst = 2
    for channel in ("C1", "C1", "DU1"):
        client.conversations_open(users="U1")
        client.chat_postMessage(channel=channel, text="x")
    assert refused(client.chat_postMessage, channel="C1", text="x") == "ratelimited"
    slack.advance(1)
    client.chat_postMessage(channel="C1", text="x")
    assert len(slack.in_channel("C1")) == 3
