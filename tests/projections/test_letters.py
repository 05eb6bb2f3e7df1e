"""A decision as a paragraph for a letter: what somebody said, and nothing that was inferred."""

from builders import Kept, a_command, a_contact, a_pledge, a_request, a_shift, an_explanation, someone, stated

from projections.audience import COORDINATORS, STATES_PARTIES


def paragraph(record: Kept) -> str:
    """The only decision's."""
    (decision,) = record.decisions(STATES_PARTIES)
    return str(decision["paragraph"])


def test_what_it_had_been_told_what_it_decided_and_its_own_words(record: Kept):
    """Late words carry their day."""
    record.handle(a_request(occurred_on="2025-01-10"))
    record.handle(a_contact(on="2025-02-01"))
    record.handle(a_contact(on="2025-02-11"))
    record.handle(a_pledge(occurred_on="2025-01-20"))
    cut = record.handle(a_shift(occurred_on="2025-04-02")).id
    record.handle(an_explanation(cut, occurred_on="2025-05-01"))

    assert paragraph(record) == (
        "On 2025-04-02 Halvora cut its support to Arvandor by 30.00 EUR. By then it had been told through a request "
        "and 2 contacts, the latest on 2025-02-11 (3 of these came to the record only later). Halvora stated its "
        "reason on 2025-05-01: its strategy changed (“The new strategy turns elsewhere”)."
    )


def test_silence_is_said_and_an_inference_is_not(record: Kept):
    """What the Coordinators infer is nothing to write to a donor."""
    record.handle(a_pledge(occurred_on="2025-01-20"))
    cut = record.handle(a_shift(occurred_on="2025-04-02")).id
    record.handle(a_command("ask-explanation", shift_id=cut, asked_of="XBB", occurred_on="2025-04-20"))
    record.handle(an_explanation(cut, **stated("Perhaps an election.", "coordinator_inference")))
    (decision,) = record.decisions(COORDINATORS)

    assert "Nothing is on record by which Halvora had been told of the needs of Arvandor." in decision["paragraph"]
    assert "Halvora has not stated a reason, although it was asked on 2025-04-20." in decision["paragraph"]
    assert "election" not in decision["paragraph"]


def test_a_recipients_account_and_a_dispute_are_told_as_theirs(record: Kept):
    """Each in its own words, beside the donor's."""
    state = someone("state", "XAA")
    record.handle(a_pledge(occurred_on="2025-01-20"))
    cut = record.handle(a_shift(occurred_on="2025-04-02", **stated())).id
    record.handle(an_explanation(cut, by=state, occurred_on="2025-04-09", reason="budget", reason_text="They said so.",
                                 reason_source="recipient_account"))  # fmt: skip
    record.handle(a_command("dispute", about=cut, statement="The cut was twice as large.", by=state))
    told = paragraph(record)

    assert "Halvora stated its reason: its strategy changed" in told
    assert "Arvandor gave this account on 2025-04-09: its budget (“They said so”)." in told
    assert told.endswith("Arvandor disputes this: The cut was twice as large.")


def test_a_plan_and_a_meeting_of_both_tell_a_donor(record: Kept):
    """A meeting tells it what the State said there in its own name; one that it did not attend tells nothing."""
    record.handle(a_command("adopt-plan", state="XAA", article=4, kind="completion", from_on="2025-01-01",
                            until="2026-01-01", occurred_on="2025-01-05"))  # fmt: skip
    for title, attended in (("Both", ["XAA", "XBB", "XAB"]), ("Alone", ["XAA", "XAB", "XAC"])):
        meeting = record.handle(a_command("schedule-meeting", title=title, kind="joint", on="2025-03-01")).id
        record.handle(a_command("hold-meeting", meeting_id=meeting, attended=attended, occurred_on="2025-03-01"))
        for attribution in ({"attribution": "named", "speaker": "XAA"}, {"attribution": "named", "speaker": "XAB"},
                            {"attribution": "group", "group": "affected_state"}):  # fmt: skip
            said = a_command("record-statement", meeting_id=meeting, text="Funds are short.", **attribution)
            record.handle(said)
    record.handle(a_pledge(occurred_on="2025-01-20"))
    record.handle(a_shift(occurred_on="2025-06-02"))
    (decision,) = record.decisions(COORDINATORS)

    assert [each["kind"] for each in decision["told_by_then"]] == ["plan.adopted", "meeting.held", "statement.recorded"]
    assert decision["told_by_then"][2]["summary"].startswith("Arvandor said at Both")
