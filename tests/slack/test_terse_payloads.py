"""What a payload leaves out is found elsewhere in it, or done without: nobody sees an error for that."""

from fake_slack import FakeSlack, Human, leaving_out
from serving import record, replies

ELSEWHERE = (
    "container", "channel_type", "event_id", "message_ts", "authorizations", "is_ext_shared_channel", "hash", "team",
)  # fmt: skip


def test_questions_presses_and_shortcuts(service, slack: FakeSlack, ana: Human) -> None:
    """Each is answered, and once, though it comes three times more."""
    record(service, "schedule-meeting", title="Today", kind="joint", on=service.today())
    for number in range(12):
        record(service, "submit-request", state="LAO", article=4, nature=["financial"], need=f"Need {number}")
    leaving_out(ana, *ELSEWHERE)
    ana.mention("requests LAO")
    ana.redeliver(3)
    (reply,) = replies(slack)
    ana.click(reply, "page_next")
    ana.redeliver(3)
    (page,) = slack.wait_for(lambda fake: fake.ephemerals)
    ana.direct_message("history LAO")
    ana.redeliver(3)
    replies(slack, "DU1")
    ana.shortcut(slack.say("C1", "Seek partners.", user="U2"), "record_as_outcome")
    form = slack.views[-1]
    ana.submit(form)
    ana.open_home()
    slack.wait_for(lambda fake: fake.modals.homes)

    assert "1 to 2 of 12" in page.words
    assert form.title == "Recorded"
    assert (len(slack.in_channel("C1")), len(slack.in_channel("DU1")), len(slack.ephemerals)) == (1, 1, 1)
