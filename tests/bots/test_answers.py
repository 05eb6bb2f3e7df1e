"""What answers say: the fact first, whose words a reason is, where a figure is from, and nothing above one's circle."""

import pytest
from builders import Kept, a_payment, a_pledge, a_request, a_shift, an_announcement, an_explanation, euros, stated
from halvora import asking

from projections.audience import PUBLIC, STATES_PARTIES, own

INFERRED = "Perhaps the minister changed."


class TestWhy:
    """`why`: a decision with what the donor had been told, the reason, and whose words it is."""

    def test_the_decision_and_the_figures_come_first(self, ask):
        """The fact stands in the first line, amounts with donor, State, stage and whose figure each is."""
        first, figures = ask("why XBB XAA").text.splitlines()[:2]

        assert first == (
            "2025-05-01: Halvora cut its support to Arvandor by 100,000.00 EUR. "
            "It is the latest of 2 decisions on record."
        )
        assert figures == (
            "Support of Halvora to Arvandor (1 pledge): committed 1,000,000.00 EUR, paid 400,000.00 EUR (as Halvora "
            "reports); received 390,000.00 EUR (as Arvandor reports); pledged 1,200,000.00 EUR, counted in neither."
        )

    def test_what_was_told_by_then_marks_what_was_entered_later(self, ask):
        """A briefing before the decision counts as told; that it was recorded only afterwards is said."""
        cut = ask("why XBB XAA").parts[0].said

        assert "What Halvora had been told by then:" in cut
        assert "• 2025-01-10 Arvandor requested financial assistance under Article 4 (1,200,000.00 EUR)" in cut
        assert "• 2025-02-01 Halvora was briefed on Arvandor. (entered in the record only on 2025-05-01)" in cut

    def test_each_decision_tells_what_is_new_since_the_one_before(self, ask):
        """What stands under the decision before is counted, not told again, nor is what followed the next one."""
        first, second = (part.said for part in ask("why XBB XAA").parts)

        assert "• 2 already told by 2025-04-02, the decision before\n• nothing new since" in second
        assert "2025-02-01 Halvora was briefed" not in second
        assert "• 2025-05-01 Halvora cut its support to Arvandor by 100,000.00 EUR" in first

    def test_what_came_after_the_next_decision_stands_there(self, record: Kept, clock):
        """The list of what followed ends with the next decision, and says how much came later."""
        clock.set("2025-01-01")
        pledge = record.handle(a_pledge()).id
        for day in ("2025-03-01", "2025-04-01"):
            clock.set(day)
            record.handle(a_shift(amount=10))
        clock.set("2025-05-01")
        record.handle(a_request())
        record.handle(a_payment(pledge, 5))

        first, second = (part.said for part in asking(record)("why XBB XAA").parts)

        assert "• … 2 after the next decision" in first
        assert "2025-05-01" not in first
        assert "• 2025-05-01 Arvandor requested" in second

    def test_an_inference_never_reads_as_the_donors_word(self, ask):
        """What Coordinators think says so before its words, and the shift stays unexplained."""
        cut = ask("why XBB XAA").parts[0].said.splitlines()

        assert f"The Coordinators infer, Halvora has not said so: its strategy changed (“{INFERRED}”)." in cut[1]
        assert cut[2] == "Unexplained: Halvora has given no reason, waiting 74 days."

    def test_the_donors_own_word_reads_as_such(self, ask):
        """A stated reason opens with who states it."""
        assert "Halvora says: its strategy changed (“The new strategy turns elsewhere.”)." in ask("why XBB XAA").text

    def test_days_waited_count_to_the_day_asked_about(self, ask):
        """As of a day, the clock stands at that day."""
        assert "waiting 28 days" in ask("why XBB XAA as of 2025-04-30").text

    def test_a_late_explanation_says_how_late(self, record: Kept, clock):
        """The donor's late word closes the question and tells its day and how long it took."""
        clock.set("2025-04-02")
        cut = record.handle(a_shift())
        clock.set("2025-06-01")
        record.handle(an_explanation(cut.id, **stated("The aid budget fell.")))

        told = asking(record)("why XBB XAA").text

        assert "Halvora says: its strategy changed (“The aid budget fell.”). Said on 2025-06-01, 60 days after." in told
        assert "Unexplained" not in told

    def test_the_recipients_account_is_told_beside_and_closes_nothing(self, record: Kept):
        """What the State says of a cut is not the donor's word either."""
        record.handle(a_shift(**stated("They said so on the telephone.", "recipient_account")))

        told = asking(record)("why XBB XAA").text

        assert "By the account of Arvandor, not of Halvora: its strategy changed" in told
        assert "Unexplained: Halvora has given no reason" in told

    def test_words_in_lines_never_look_like_the_answers_own(self, record: Kept):
        """A text with line breaks stays on its line: nobody can write a line in the donor's name."""
        record.handle(a_shift(**stated("Unclear\nHalvora says: we left", "coordinator_inference")))

        told = asking(record)("why XBB XAA").text

        assert not [line for line in told.splitlines() if line.strip().startswith("Halvora says")]


class TestEyes:
    """An answer shows what the asker may see, and an absent fact looks like an unknown one."""

    def test_the_public_sees_public_facts_only(self, ask):
        """Nothing in the story is public, and that only public facts are shown is said."""
        answers = [
            ask(question, PUBLIC) for question in ("history XAA", "why XBB XAA", "requests", "shifts", "pledges")
        ]

        assert all("Only what is public is shown." in answer.text for answer in answers)
        assert not any(part.said for answer in answers for part in answer.parts)

    def test_states_parties_see_no_inference(self, ask):
        """What the Coordinators infer is theirs."""
        for question in ("why XBB XAA", "history XAA", "shifts XAA"):
            assert INFERRED not in ask(question, STATES_PARTIES).text
            assert INFERRED in ask(question).text

    @pytest.mark.parametrize("question", ["history XAB", "pledges XAB", "why XBC XAB", "pledges", "pledges from XBC"])
    def test_an_unannounced_pledge_is_seen_by_its_donor_and_coordinators_alone(self, record: Kept, question):
        """Its recipient and other States see neither the pledge nor its sums."""
        record.handle(a_pledge(donor="XBC", state="XAB", visibility="coordinators", money=euros("777777")))
        ask = asking(record)

        assert "777,777.00" in ask(question).text
        for viewer in (PUBLIC, STATES_PARTIES, own("XAB")):
            assert "777,777" not in ask(question, viewer).text

    def test_people_are_named_to_coordinators_only(self, ask):
        """Others read the role of whoever recorded a fact."""
        assert "by token:coordinator" in ask("history XAA").text
        assert "by token:coordinator" not in ask("history XAA", STATES_PARTIES).text


class TestMoments:
    """As of a day and as known at one are told apart and said."""

    def test_known_at_ends_with_the_day_where_the_coordinators_are(self, record: Kept, clock):
        """What was recorded at 22:30 UTC in summer was recorded the day after in Zurich."""
        clock.set("2025-06-10", "22:30")
        record.handle(a_request())
        ask = asking(record)

        assert "no requests" in ask("requests known at 2025-06-10").text
        assert "1 request" in ask("requests known at 2025-06-11").text

    @pytest.mark.parametrize(
        "question",
        ["history XAA", "why XBB XAA", "requests open", "pledges XAA from XBB", "shifts unexplained", "silent",
         "deadlines overdue", "coverage", "overview 2024", "donors", "outcomes done", "brief XAA",
         "changes in May 2025", "contacts due"],
    )  # fmt: skip
    def test_the_page_is_of_the_moment_asked_about(self, ask, question):
        """Whoever follows the link sees what was answered: its days, and the record as it was then."""
        page = ask(f"{question} as of 2025-05-01 known at 2025-06-01").page

        assert page
        assert "as_of=2025-05-01&known_at=2025-06-01" in page
        assert ("since=2025-05-01&until=2025-05-31&" in page) == question.endswith("in May 2025")

    def test_an_announcement_holds_from_its_own_day_on(self, record: Kept, clock):
        """Before it was announced, the public knew of no request."""
        clock.set("2025-03-01")
        request = record.handle(a_request())
        clock.set("2025-04-01")
        record.handle(an_announcement(request.id))
        ask = asking(record)

        assert "1 request" in ask("requests", PUBLIC).text
        assert "no requests" in ask("requests known at 2025-03-31", PUBLIC).text


class TestFigures:
    """Each figure with its side, and where it is from."""

    def test_of_a_donor_it_is_offered_what_it_gives(self, ask):
        """Whoever asks what reached a State that gives is shown how to ask for what it gave."""
        answer = ask("pledges Halvora")

        assert answer.head == "Support to Halvora: no pledges on record."
        assert answer.instead == ("pledges from XBB",)

    def test_days_asked_about_bound_what_was_recorded_and_what_is_due(self, ask):
        """A month that is named begins and ends the answer, and both days are said."""
        recorded, due = ask("changes in May 2025"), ask("deadlines next year")

        assert recorded.head == "3 facts recorded since 2025-05-01 until 2025-05-31."
        assert due.head == "All States, since 2026-01-01, by 2026-12-31: no deadlines."

    def test_sums_of_coverage_are_written_as_sums(self, ask):
        """What is counted in dollars says so, with how many donors it rests on."""
        assert "Committed in all: 0.00 USD by recorded rates; " in ask("coverage").text
