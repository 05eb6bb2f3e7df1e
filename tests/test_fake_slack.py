"""The fake of Slack is as strict as Slack: what it takes, what it refuses, and in which words."""

import asyncio
import threading
import time

import pytest
from fake_slack import FakeSlack, SlackError
from fake_slack.kit.surfaces import check_view
from fake_slack.samples import BAD_BLOCKS, BAD_MODALS, GOOD_MESSAGE, entry, modal, section, typed
from fake_slack.signing import sign
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler, RateLimitErrorRetryHandler
from slack_sdk.http_retry.builtin_interval_calculators import FixedValueRetryIntervalCalculator
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient


@pytest.fixture
def slack():
    with FakeSlack() as fake:
        yield fake


@pytest.fixture
def client(slack):
    return WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])


def refusal(call, **arguments):
    with pytest.raises(SlackApiError) as caught:
        call(**arguments)
    return caught.value.response


def test_a_good_message_is_taken_and_remembered(slack, client):
    """A message within all limits is posted as it is, and Slack gives ids where the app gave none."""
    posted = client.chat_postMessage(channel="C1", text="Chad is due", blocks=GOOD_MESSAGE)

    [message] = slack.in_channel("C1")
    assert (message.ts, message.text) == (posted["ts"], "Chad is due")
    assert all(block["block_id"] for block in message.blocks)
    assert slack.refusals == []


def test_form_bodies_are_read_as_json_bodies_are(slack, client):
    """Blocks may come as JSON inside a form, as slack_sdk sends `data`."""
    client.api_call("chat.postMessage", data={"channel": "C1", "text": "x", "blocks": '[{"type": "divider"}]'})
    assert slack.in_channel("C1")[0].blocks[0]["type"] == "divider"


def test_the_asynchronous_client_is_served_alike(slack):
    """aiohttp sends GET where urllib sends POST, and both are understood."""

    async def calls():
        client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        ts = (await client.chat_postMessage(channel="C1", text="x", blocks=GOOD_MESSAGE))["ts"]
        return await client.chat_getPermalink(channel="C1", message_ts=ts)

    assert asyncio.run(calls())["permalink"].startswith("https://ica.slack.com/archives/C1/p")


@pytest.mark.parametrize("case", BAD_BLOCKS)
def test_bad_blocks_are_refused(slack, client, case):
    """Each limit of Block Kit is enforced, and the refusal names what was wrong."""
    blocks, reason = BAD_BLOCKS[case]
    answer = refusal(client.chat_postMessage, channel="C1", text="x", blocks=blocks)

    assert answer["error"] == "invalid_blocks"
    assert any(reason in message for message in answer["response_metadata"]["messages"]), answer.data
    assert slack.messages == []


@pytest.mark.parametrize("case", BAD_MODALS)
def test_bad_modals_are_refused(case):
    """Each limit of a modal is enforced before anyone sees it."""
    view, reason = BAD_MODALS[case]
    with pytest.raises(SlackError, match="invalid_arguments") as caught:
        check_view(view, "modal")
    assert any(reason in message for message in caught.value.messages), caught.value.messages


def test_a_view_of_more_than_250_kb_is_refused():
    """A hundred blocks may each be small enough and still be too much together."""
    with pytest.raises(SlackError, match="view_too_large"):
        check_view(modal(*[section("x" * 3000)] * 90), "modal")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ({"blocks": GOOD_MESSAGE}, "no_text"),
        ({"text": " "}, "no_text"),
        ({"text": "x" * 4001}, "msg_too_long"),
        ({"text": "x", "blocks": [section("x" * 2900)] * 5}, "msg_blocks_too_long"),
        ({"text": "x", "blocks": "[{"}, "invalid_blocks_format"),
        ({"text": "x", "colour": "red"}, "invalid_arguments"),
        ({"text": "x", "thread_ts": "1.000001"}, "thread_not_found"),
    ],
)
@pytest.mark.filterwarnings("ignore:The top-level `text` argument")
def test_a_message_as_a_whole_has_rules(client, content, error):
    """Text stands beside blocks, within limits, with known arguments, in a thread that exists."""
    assert refusal(client.chat_postMessage, channel="C1", **content)["error"] == error


@pytest.mark.parametrize(("token", "error"), [("xoxb-wrong", "invalid_auth"), (None, "not_authed")])
def test_only_the_bot_token_is_known(slack, token, error):
    """No other token is let in, and none is asked for."""
    assert refusal(WebClient(token, base_url=slack.api_url).auth_test)["error"] == error


def test_a_scope_that_was_not_granted_is_named(slack, client):
    """A refusal says which scope was needed and which there are."""
    slack.scopes.discard("chat:write")
    answer = refusal(client.chat_postMessage, channel="C1", text="x")
    assert (answer["error"], answer["needed"]) == ("missing_scope", "chat:write")


@pytest.mark.parametrize(
    ("channel", "error"), [("C2", "not_in_channel"), ("C3", "channel_not_found"), ("C9", "channel_not_found")]
)
def test_membership_decides_where_the_bot_may_write(slack, client, channel, error):
    """A public channel must be joined first; a private one is not even seen."""
    assert refusal(client.chat_postMessage, channel=channel, text="x")["error"] == error
    assert refusal(client.chat_postEphemeral, channel=channel, user="U1", text="x")["error"] == error


def test_an_ephemeral_message_cannot_be_updated(slack, client):
    """Only what all can see is found again by its ts."""
    client.chat_postEphemeral(channel="C1", user="U1", text="x")
    assert (
        refusal(client.chat_update, channel="C1", ts=slack.ephemerals[0].ts, text="y")["error"] == "message_not_found"
    )


def test_an_update_keeps_the_earlier_words(slack, client):
    """A test can see what a message said before it was changed, and its permalink stays."""
    ts = client.chat_postMessage(channel="C1", text="x")["ts"]
    client.chat_update(channel="C1", ts=ts, text="y")

    assert (slack.messages[0].text, slack.messages[0].earlier) == ("y", [("x", [])])
    assert ts.replace(".", "") in client.chat_getPermalink(channel="C1", message_ts=ts)["permalink"]


def test_people_and_channels_are_looked_up(client):
    """The app learns who it is, who people are, and whether it is in a channel."""
    assert client.auth_test()["user_id"] == "U0BOT"
    assert client.users_info(user="U1")["user"]["name"] == "ana"
    assert client.conversations_info(channel="C2")["channel"]["is_member"] is False


def test_a_trigger_works_once_and_for_three_seconds(slack, client):
    """An unknown, a used and an old trigger are told apart."""
    trigger = slack.tickets.trigger("U1", slack.now())
    late = slack.tickets.trigger("U1", slack.now())
    client.views_open(trigger_id=trigger, view=modal(entry("need", typed())))
    slack.advance(3.1)

    errors = [refusal(client.views_open, trigger_id=t, view=modal())["error"] for t in ("x", trigger, late)]
    assert errors == ["invalid_trigger_id", "exchanged_trigger_id", "expired_trigger_id"]


def test_a_view_is_updated_only_by_who_knows_its_hash(slack, client):
    """A hash of an earlier version is a conflict; a view nobody has open is not found."""
    view = client.views_open(trigger_id=slack.tickets.trigger("U1", slack.now()), view=modal())["view"]
    client.views_update(view_id=view["id"], view=modal(title={"type": "plain_text", "text": "Again"}))

    assert slack.views[0].title == "Again"
    again = {"view_id": view["id"], "view": modal()}
    assert refusal(client.views_update, hash=view["hash"], **again)["error"] == "hash_conflict"
    slack.modals.clear("U1")
    assert refusal(client.views_update, **again)["error"] == "not_found"


def test_the_home_tab_is_published_for_a_person(slack, client):
    """Each person has one Home tab, replaced as a whole."""
    client.views_publish(user_id="U1", view={"type": "home", "blocks": [section("one")]})
    client.views_publish(user_id="U1", view={"type": "home", "blocks": [section("two")]})
    assert slack.modals.homes["U1"].words == "two"


def test_a_rate_limit_says_when_to_come_back(slack, client):
    """429 carries Retry-After, has no effect, and slack_sdk's own handler gets past it."""
    slack.fail_next("chat.postMessage", status=429, retry_after=7)
    answer = refusal(client.chat_postMessage, channel="C1", text="x")
    assert (answer.status_code, answer.headers["Retry-After"], slack.messages) == (429, "7", [])

    slack.fail_next("chat.postMessage", status=429, retry_after=0)
    client.retry_handlers = [RateLimitErrorRetryHandler()]
    client.chat_postMessage(channel="C1", text="x")
    assert [call.error for call in slack.calls] == ["ratelimited", "ratelimited", None]


@pytest.mark.parametrize(("drop", "posted"), [("before", 1), ("after", 2)])
def test_a_dropped_connection_may_hide_an_effect(slack, client, drop, posted):
    """A client that sends again after a drop posts twice when only the answer was lost."""
    slack.fail_next("chat.postMessage", drop=drop)
    at_once = FixedValueRetryIntervalCalculator(0)
    client.retry_handlers = [ConnectionErrorRetryHandler(interval_calculator=at_once)]
    client.chat_postMessage(channel="C1", text="x")
    assert len(slack.messages) == posted


def test_other_faults_are_scripted_too(slack, client):
    """A server error, an error code and a slow answer come in the order they were asked for."""
    slack.fail_next("*", status=500)
    slack.fail_next("*", error="fatal_error")
    slack.fail_next("*", delay=0.2)

    assert refusal(client.auth_test).status_code == 500
    assert refusal(client.auth_test)["error"] == "fatal_error"
    began = time.perf_counter()
    client.auth_test()
    assert time.perf_counter() - began >= 0.2


def test_waiting_ends_as_soon_as_the_thing_is_there(slack, client):
    """A test waits for a message from another thread without polling, and not forever."""
    poster = threading.Thread(target=client.chat_postMessage, kwargs={"channel": "C1", "text": "late"})
    poster.start()
    assert slack.wait_for(lambda s: s.in_channel("C1"))[0].text == "late"
    poster.join()

    slack.never(lambda s: len(s.messages) > 1, within=0.05)
    with pytest.raises(AssertionError, match="not seen"):
        slack.wait_for(lambda s: len(s.messages) > 1, timeout=0.05)


def test_the_signature_is_slacks_own():
    """What the fake signs is what slack_sdk computes, byte for byte."""
    body, stamp = "payload=%7B%22type%22%3A+%22é%22%7D", "1700000000"
    assert sign("secret", stamp, body.encode()) == SignatureVerifier("secret").generate_signature(
        timestamp=stamp, body=body
    )
