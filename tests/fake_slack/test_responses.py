"""Response URLs: for whoever holds one, a few times, for a while."""

from slack_sdk.webhook import WebhookClient

from .samples import section


def test_a_response_url_works_five_times_in_half_an_hour(slack):
    """It needs no membership, is for the person alone by default, and then ends."""
    hook = WebhookClient(slack.response_url("commands", "C2", "U1"))
    assert [hook.send(text=f"{n}").status_code for n in range(6)] == [200] * 5 + [404]
    assert {(m.channel, m.to) for m in slack.ephemerals} == {("C2", "U1")}

    late = WebhookClient(slack.response_url("commands", "C1", "U1"))
    slack.advance(30 * 60 + 1)
    assert "expired_url" in late.send(text="x").body


def test_a_response_url_holds_blocks_to_the_same_rules(slack):
    """What chat.postMessage refuses, a response_url refuses."""
    hook = WebhookClient(slack.response_url("actions", "C1", "U1"))
    assert hook.send(text="x", blocks=[section("x" * 3001)]).status_code == 400
    assert slack.refusals[0].error == "invalid_blocks"
