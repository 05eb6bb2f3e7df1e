"""Who is told, in which message and thread, and who may answer."""

import pytest
from builders import someone
from databases import BOTH

from domain.errors import NotAllowed
from projections.audience import AUDITORS

from .walking import Walk, bosnia

pytestmark = BOTH
REPORTS = {"year": 2020, "kind": "annual"}


@pytest.fixture
def three(walk: Walk) -> Walk:
    """Three States owe a report on 2021-04-30."""
    walk.on("2021-01-02", "record-coverage", what="article7", from_on="2021-01-01")
    for state in ("XAA", "XAB", "XAC"):
        walk.on("2021-01-02", "record-accession", state=state, deposited_on="2010-09-07", action="ratification")
    return walk


def test_one_message_to_the_channel_and_each_states_own(three: Walk) -> None:
    """What is due the same day at the same step is one message to the channel; a State's own channel hears of it."""
    three.slack.workspace.add_channel("C4")
    three.on("2021-01-03", "set-route", state="XAB", about=["deadlines"], channel="C4")
    assert three.tick("2021-01-30").sent == 4
    (common,), (own,) = three.words("C1"), three.words("C4")
    assert "annual Article 7 report, 3 outstanding" in common
    assert common.count("•") == 3
    assert "XAB" in own or "XAB" in three.slack.in_channel("C4")[0].words

    three.on("2021-03-29", "file-article7-report", state="XAA", **REPORTS, filed_on="2021-03-28")
    three.on("2021-03-29", "record-accession", state="XAD", deposited_on="2010-09-07", action="ratification")
    three.tick("2021-03-29")
    assert three.tick("2021-03-30").sent == 4
    assert three.words("C1")[-1].count("•") == 3
    assert len(three.threads("C1")) == 1
    assert len(three.threads("C4")) == 1


def test_the_last_route_on_a_subject_holds(walk: Walk) -> None:
    """Deadlines and outcomes have routes of their own; a later route takes the place of an earlier one."""
    for channel in ("C4", "C5", "C6"):
        walk.slack.workspace.add_channel(channel)
    bosnia(walk)
    meeting = walk.on("2020-01-02", "schedule-meeting", title="Coordination", kind="coordination", on="2020-01-02")
    said = {"text": "Send the plan.", "owner": "BIH", "due_on": "2020-12-01"}
    walk.on("2020-01-02", "record-outcome", meeting_id=meeting, **said)
    walk.on("2020-01-02", "set-route", state="BIH", about=["deadlines", "outcomes"], channel="C4")
    walk.on("2020-01-02", "set-route", state="BIH", about=["outcomes"], channel="C5", visibility="coordinators")
    walk.on("2020-01-02", "set-route", state="BIH", about=["explanations"], channel="C6")
    walk.tick("2020-12-01")

    assert ["clearance" in each for each in walk.words("C4")] == [True]
    assert ["outcome" in each for each in walk.words("C5")] == [True]
    assert walk.words("C6") == []
    assert len(walk.words("C1")) == 2


def test_whose_it_is_may_answer(walk: Walk) -> None:
    """Coordinators and the State or donor itself; no other."""
    meeting = walk.on("2020-01-02", "schedule-meeting", title="Coordination", kind="coordination", on="2020-01-02")
    said = {"text": "Send the plan.", "owner": "NOR", "due_on": "2020-12-01"}
    walk.on("2020-01-02", "record-outcome", meeting_id=meeting, **said)
    walk.tick("2020-12-01")
    reminder = walk.last_reminder()
    for other in (someone("donor", "SWE"), someone("state", "BIH"), someone("reader"), someone("auditor")):
        with pytest.raises(NotAllowed):
            walk.on("2020-12-02", "acknowledge-reminder", by=other, reminder_id=reminder)
    for itself, until in ((someone("donor", "NOR"), "2020-12-04"), (someone("state", "NOR"), "2020-12-05")):
        walk.on("2020-12-02", "snooze-reminder", by=itself, reminder_id=reminder, until=until)
    walk.on("2020-12-02", "acknowledge-reminder", by=someone("donor", "NOR"), reminder_id=reminder)


def test_what_is_restricted_is_never_told(walk: Walk) -> None:
    """Neither in the channel nor on a route; announced, it is told from then on, at its latest step."""
    walk.slack.workspace.add_channel("C4")
    walk.on("2019-01-02", "record-coverage", what="article7", from_on="2098-01-01")
    walk.on("2019-01-02", "record-accession", state="BIH", deposited_on="2010-09-07", action="ratification")
    walk.on("2019-01-02", "set-route", state="BIH", about=["deadlines"], channel="C4")
    obligation = walk.on("2019-01-02", "declare-obligation", state="BIH", article=4, visibility="coordinators")
    assert walk.through("2020-11-30", "2020-12-02") == []

    walk.on("2020-12-03", "change-visibility", about=obligation, visibility="public", why="Announced.")
    assert walk.tick("2020-12-03").sent == 2


def test_the_proof_stands_in_the_log(walk: Walk) -> None:
    """Each reminder that reached Slack is an event, with its place there; what was done with it names it."""
    bosnia(walk)
    walk.tick("2020-12-01")
    walk.on("2020-12-02", "snooze-reminder", reminder_id=walk.last_reminder(), until="2020-12-09")
    walk.on("2020-12-02", "acknowledge-reminder", reminder_id=walk.last_reminder())
    proof, *answers = [each for each in walk.record.log(AUDITORS) if each["kind"].startswith("reminder.")]
    assert (proof["occurred_on"], proof["recorded_by"]) == ("2020-12-01", "service:reminders")
    assert proof["detail"]["rung"] == "3m"
    assert proof["detail"]["message_ts"] == walk.slack.in_channel("C1")[0].ts
    about = "Bosnia and Herzegovina, treaty date, 2021-03-01."
    assert [each["summary"] for each in (proof, *answers)] == [
        f"A reminder was sent: {about}", f"A reminder was put off until 2020-12-09: {about}",
        f"A reminder was acknowledged: {about}",
    ]  # fmt: skip
    assert {each["detail"]["reminder_id"] for each in (proof, *answers)} == {walk.last_reminder()}


def test_people_ping_nobody(walk: Walk) -> None:
    """What somebody wrote is shown letter by letter, however long."""
    meeting = walk.on("2020-01-02", "schedule-meeting", title="A <!here>", kind="coordination", on="2020-01-02")
    said = {"text": "<!channel> & " * 400, "due_on": "2020-12-01"}
    walk.on("2020-01-02", "record-outcome", meeting_id=meeting, **said)
    walk.tick("2020-12-01")
    message, digest = walk.slack.in_channel("C1")
    assert not message.wakes_everyone
    assert not digest.wakes_everyone
    assert message.words.endswith("|Open the outcomes>") or "|Open the outcomes>" in message.words


@pytest.mark.parametrize(("what", "told"), [("obligations", 0), ("meetings", 1)])
def test_what_the_record_does_not_cover(walk: Walk, what: str, told: int) -> None:
    """Nothing due before the day from which its subject is on record is reminded of."""
    bosnia(walk)
    walk.on("2021-06-01", "record-coverage", what=what, from_on="2021-05-01")
    assert walk.tick("2021-06-01").sent == told


def test_nothing_without_an_obligation(walk: Walk) -> None:
    """Article 4 has no clock before the obligation is declared, and Articles 5 and 9 have no date."""
    walk.on("2019-01-02", "record-accession", state="BIH", deposited_on="2010-09-07", action="ratification")
    walk.on("2019-01-02", "record-coverage", what="article7", from_on="2098-01-01")
    for article in (5, 9):
        walk.on("2019-01-02", "declare-obligation", state="BIH", article=article)
    assert walk.through("2021-02-25", "2021-03-10") == []


def test_two_dates_of_one_obligation_share_a_thread(walk: Walk) -> None:
    """Term and lodging day each have their ladder, in one thread; put off is the obligation."""
    bosnia(walk)
    walk.on("2020-02-01", "schedule-meeting", title="MSP", kind="msp", on="2021-02-15")
    told = walk.through("2020-02-20", "2020-05-16")
    assert ["lodge" in each for each in walk.words()].count(True) == len(told) - 1
    assert len(walk.threads()) == 1
    walk.on("2020-05-17", "snooze-reminder", reminder_id=walk.last_reminder(":lodging"), until="2020-06-03")

    back = walk.through("2020-05-17", "2020-06-07")
    assert [each.isoformat() for each in back] == ["2020-06-03", "2020-06-03", "2020-06-05"]
