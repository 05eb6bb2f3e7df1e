"""Under an answer: other pages, what may have been meant, and *Share here*."""

import pytest
from fake_slack import FakeSlack, Human
from serving import record, replies

NEEDS = 25


@pytest.fixture
def needs(service) -> None:
    """More requests than a page holds."""
    for number in range(NEEDS):
        record(
            service, "submit-request", state="LAO", article=4, nature=["financial"], need=f"Need {number:02} <!channel>"
        )


class TestPages:
    """Ten at a time, to the last."""

    @pytest.mark.usefixtures("needs")
    def test_every_part_is_on_some_page_and_none_on_two(self, ana: Human, slack: FakeSlack):
        """Going back to the earliest, and forth again, in place of what was shown."""
        message = ana.command("/ica", "requests LAO").message
        seen = [_needs(message.words)]
        for pressed in ("page_next", "page_next", "page_before"):
            ana.click(message, pressed)
            slack.wait_for(lambda _: len(message.earlier) == len(seen))
            seen.append(_needs(message.words))

        assert [len(page) for page in seen] == [10, 10, 5, 10]
        assert sorted(need for page in seen[:3] for need in page) == [f"{number:02}" for number in range(NEEDS)]
        assert seen[3] == seen[1]
        assert "6 to 15 of 25" in message.words
        assert not message.wakes_everyone

    @pytest.mark.usefixtures("needs")
    def test_a_page_asked_for_in_a_channel_is_shown_to_whoever_asked(self, ben: Human, ana: Human, slack: FakeSlack):
        """With the eyes of whoever pressed, in the thread; what all see stays."""
        ana.mention("requests LAO")
        (reply,) = replies(slack)
        ben.click(reply, "page_next")
        (shown,) = slack.wait_for(lambda fake: fake.ephemerals)

        assert (shown.to, shown.thread_ts) == ("U2", reply.thread_ts)
        assert "no requests" in shown.words
        assert reply.earlier == []

    @pytest.mark.usefixtures("needs")
    def test_a_press_delivered_again_shows_nothing_twice(self, ana: Human, slack: FakeSlack):
        """One press, one page."""
        ana.mention("requests LAO")
        (reply,) = replies(slack)
        ana.click(reply, "page_next")
        ana.redeliver(3)
        slack.wait_for(lambda fake: fake.ephemerals)
        slack.never(lambda fake: len(fake.ephemerals) > 1)

    @pytest.mark.usefixtures("needs")
    def test_what_may_have_been_shown_already_says_so(self, ana: Human, slack: FakeSlack):
        """The connection ends before Slack says that it took the page: it comes again, marked."""
        ana.mention("requests LAO")
        slack.fail_next("response_url", drop="after")
        ana.click(replies(slack)[0], "page_next")
        shown = slack.wait_for(lambda fake: fake.ephemerals[1:] and fake.ephemerals)

        assert ["(may be a repeat)" in each.words for each in shown] == [False, True]


class TestDidYouMean:
    """A near miss is a button, never an answer."""

    def test_what_was_meant_is_answered_in_place(self, ana: Human, slack: FakeSlack):
        """One press on the right question."""
        message = ana.command("/ica", "histroy LAO").message
        ana.click(message, "ask_0")
        slack.wait_for(lambda _: message.earlier)

        assert "Lao PDR: nothing on record" in message.words


class TestSharing:
    """*Share here* shows a channel at most what States Parties may see."""

    @pytest.fixture
    def told(self, service) -> None:
        """One fact for each circle."""
        for donor, circle in (("NOR", "public"), ("SWE", "states_parties"), ("CHE", "coordinators")):
            record(
                service, "shift-support", donor=donor, state="LAO", direction="cut", unexplained=True, visibility=circle
            )

    @pytest.mark.usefixtures("told")
    def test_a_channel_sees_no_coordinators_facts(self, ana: Human, slack: FakeSlack):
        """However often Slack delivers the press: one message, which says who asked what."""
        message = ana.command("/ica", "shifts LAO").message
        assert "Switzerland" in message.words
        ana.click(message, "share_here")
        ana.redeliver(3)
        (shared,) = replies(slack)

        assert "Sweden" in shared.words
        assert "Switzerland" not in shared.words
        assert "<@U1> asked: shifts LAO" in shared.words
        slack.never(lambda fake: len(fake.in_channel("C1")) > 1)

    @pytest.mark.usefixtures("told")
    def test_where_outsiders_read_along_the_public_is_shown(self, ana: Human, slack: FakeSlack):
        """Slack says of a channel that another organisation shares it."""
        slack.workspace.channels["C1"].is_ext_shared = True
        ana.click(ana.command("/ica", "shifts LAO").message, "share_here")

        assert "Norway" in replies(slack)[0].words
        assert "Sweden" not in replies(slack)[0].words

    @pytest.mark.usefixtures("told")
    def test_nobody_guesses_who_reads_along(self, ana: Human, slack: FakeSlack):
        """Where Slack cannot say it just now, it is asked again; nothing was sent meanwhile, so nothing is marked."""
        slack.workspace.channels["C1"].is_ext_shared = True
        for fault in ({"error": "internal_error"}, {"status": 429}, {"drop": "before"}):
            slack.fail_next("conversations.info", **fault)
        ana.click(ana.command("/ica", "shifts LAO").message, "share_here")
        (shared,) = slack.wait_for(lambda fake: fake.in_channel("C1"), 10)

        assert ("Norway" in shared.words, "Sweden" in shared.words, "repeat" in shared.words) == (True, False, False)

    @pytest.mark.usefixtures("told")
    def test_where_the_bot_is_not_it_shares_by_the_way_left_open(self, ana: Human, slack: FakeSlack):
        """In a channel that it may look at, all that States Parties may see; nobody has to invite it."""
        ana.click(ana.command("/ica", "shifts LAO", channel="C2").message, "share_here")

        assert "Sweden" in replies(slack, "C2")[0].words

    @pytest.mark.usefixtures("told")
    def test_where_it_cannot_look_the_public_is_shown(self, ana: Human, slack: FakeSlack):
        """Who reads in a channel that is hidden from it, nobody told it; it says so."""
        slack.workspace.add_channel("C7", private=True, bot=False)
        ana.click(ana.command("/ica", "shifts LAO", channel="C7").message, "share_here")
        (shared,) = replies(slack, "C7")

        assert "Norway" in shared.words
        assert "Sweden" not in shared.words
        assert "invite me to show more" in shared.words
        slack.calls[:] = [call for call in slack.calls if call.method != "conversations.info"]

    @pytest.mark.usefixtures("told")
    def test_somebody_without_a_role_shares_what_is_public(self, ben: Human, slack: FakeSlack):
        """A channel learns no more from a person than the person knows."""
        ben.click(ben.command("/ica", "shifts LAO").message, "share_here")

        assert "Sweden" not in replies(slack)[0].words


def _needs(words: str) -> list[str]:
    return [line.split("Need ")[1][:2] for line in words.splitlines() if "Need " in line]
