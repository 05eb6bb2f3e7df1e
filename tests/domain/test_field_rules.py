"""Plans, profiles, challenges, practices and disputes: what is refused, and why."""

import pytest
from builders import COORDINATOR, Kept, a_command, a_payment, a_pledge, a_request, a_retraction, euros, someone

from domain.command import Command
from domain.disputes.decisions import NothingToDispute
from domain.errors import InvalidCommand, NotAllowed, UnknownId
from domain.names import lies_in, region
from domain.period import PeriodEndsBeforeItBegins
from domain.requests.errors import OtherStatesPlan
from projections.audience import COORDINATORS as COORDINATORS_VIEW


def a_plan(state: str = "XAA", **said: object) -> Command:
    """A completion plan for three years."""
    body = {"article": 4, "kind": "completion", "from_on": "2025-01-01", "until": "2027-12-31"}
    return a_command("adopt-plan", state=state, **body | said)


def a_profile(**said: object) -> Command:
    """XBB gives money for clearance."""
    return a_command("publish-profile", **{"donor": "XBB", "articles": [4], "natures": ["financial"]} | said)


def a_dispute(about: str, **said: object) -> Command:
    """Somebody holds that it is not so."""
    return a_command("dispute", about=about, **{"statement": "Only half arrived."} | said)


class TestPlans:
    """A plan has a beginning and an end, and belongs to its State."""

    def test_it_does_not_end_before_it_begins(self, record: Kept):
        """Neither when adopted nor after a correction."""
        assert isinstance(record.refusal(a_plan(until="2024-12-31")), PeriodEndsBeforeItBegins)
        plan = record.handle(a_plan())
        mend = a_command("correct", event_id=plan.event_ids[0], changes={"until": "2024-12-31"}, why="Misread.")
        assert record.refusal(mend).field == "changes.until"

    def test_a_request_rests_on_a_plan_of_its_own_state(self, record: Kept):
        """Another State's plan, or none on record, is refused where it is named."""
        mine, other = record.handle(a_plan()).id, record.handle(a_plan("XAB")).id

        assert isinstance(record.refusal(a_request(plan_id=other)), OtherStatesPlan)
        assert isinstance(record.refusal(a_request(plan_id="nothing")), UnknownId)
        request = record.handle(a_request(plan_id=mine)).id
        assert isinstance(
            record.refusal(a_command("amend-request", request_id=request, plan_id=other)), OtherStatesPlan
        )

    def test_a_key_names_it(self, record: Kept):
        """As in a file of commands; what is stored is the plan's id."""
        plan = record.handle(a_plan(key="our-plan")).id
        request = record.handle(a_request(plan_id="key:our-plan")).id
        (shown,) = [each for each in record.requests(COORDINATORS_VIEW) if each["id"] == request]

        assert shown["plan_id"] == plan


class TestProfiles:
    """What a donor wants is said in words that can be matched."""

    @pytest.mark.parametrize(
        ("said", "stored"),
        [
            ("South-East Asia", "South-eastern Asia"),
            ("southeast asia", "South-eastern Asia"),
            ("AFRICA", "Africa"),
            ("sub_saharan_africa", "Sub-Saharan Africa"),
            ("Middle East", "Western Asia"),
            ("worldwide", "World"),
            ("Asia-Pacific", "Asia Pacific"),
        ],
    )
    def test_a_region_is_said_as_people_say_it(self, said, stored):
        """However it is written, and read again it is the same."""
        assert region(said) == stored
        assert region(stored) == stored

    def test_an_unknown_region_is_refused_with_those_there_are(self):
        """It would never match anything."""
        with pytest.raises(InvalidCommand) as refused:
            a_profile(regions=["Africa", "Narnia"])
        (error,) = refused.value.errors
        assert error.field == "regions[1]"
        assert "South-eastern Asia" in error.message

    @pytest.mark.parametrize(
        ("state", "name", "inside"),
        [
            ("LAO", "South-eastern Asia", True),
            ("LAO", "Asia", True),
            ("LAO", "Asia Pacific", True),
            ("LBN", "Western Asia", True),
            ("TCD", "Middle Africa", True),
            ("TCD", "Sub-Saharan Africa", True),
            ("BIH", "Southern Europe", True),
            ("LAO", "Africa", False),
            ("XAA", "Africa", False),
            ("XAA", "World", True),
        ],
    )
    def test_a_state_lies_in_its_regions(self, state, name, inside):
        """As UN M49 has it; invented States lie in the world only."""
        assert lies_in(state, name) is inside

    def test_a_window_does_not_close_before_it_opens(self, record: Kept):
        """The refusal names the end."""
        refused = record.refusal(a_profile(window={"from_on": "2025-05-01", "until": "2025-04-30"}))

        assert (type(refused), refused.field) == (PeriodEndsBeforeItBegins, "window.until")

    def test_a_donor_publishes_its_own(self, record: Kept):
        """Another's is for the Coordinators."""
        record.handle(a_profile(by=someone("donor", "XBB")))
        with pytest.raises(NotAllowed):
            record.handle(a_profile(by=someone("donor", "XBC")))
        record.handle(a_profile(by=COORDINATOR))


class TestDisputes:
    """A dispute stands beside what it is about, and overwrites nothing."""

    @pytest.mark.parametrize("who", [someone("state", "XAA"), someone("donor", "XBB"), COORDINATOR])
    def test_whom_it_concerns_may_dispute_it(self, record: Kept, who):
        """The State, the donor, the Coordinators; nobody else."""
        payment = record.handle(a_payment(record.handle(a_pledge()).id)).event_ids[0]
        record.handle(a_dispute(payment, by=who))

        with pytest.raises(NotAllowed):
            record.handle(a_dispute(payment, by=someone("state", "XAB")))

    def test_what_one_may_not_see_is_unknown(self, record: Kept):
        """An unannounced pledge is not there for its recipient."""
        pledge = record.handle(a_pledge(visibility="coordinators")).id

        assert isinstance(record.refusal(a_dispute(pledge, by=someone("state", "XAA"))), UnknownId)

    def test_what_was_retracted_is_not_disputed(self, record: Kept):
        """It counts no longer."""
        payment = record.handle(a_payment(record.handle(a_pledge()).id)).event_ids[0]
        record.handle(a_retraction(payment))

        assert isinstance(record.refusal(a_dispute(payment)), NothingToDispute)

    def test_a_dispute_about_an_unnamed_statement_names_nobody(self, record: Kept):
        """Who disputes words that nobody is named for may be who spoke them."""
        meeting = record.handle(a_command("schedule-meeting", title="Spring", kind="joint", on="2025-03-01")).id
        said = record.handle(
            a_command("record-statement", meeting_id=meeting, text="Funds are short.", attribution="withheld")
        )
        refused = record.refusal(a_dispute(said.id, statement="The Iraqi delegation did not say so."))
        record.handle(a_dispute(said.id, statement="This was not said.", reported_by="XAA"))
        (dispute,) = [each for each in record.log(COORDINATORS_VIEW) if each["kind"] == "dispute.raised"]

        assert refused.field == "statement"
        assert dispute["reported_by"] is None
        assert "XAA" not in dispute["summary"]

    def test_figures_stay_as_reported(self, record: Kept):
        """Both accounts stand; the sum is still the giver's."""
        pledge = record.handle(a_pledge()).id
        payment = record.handle(a_payment(pledge)).event_ids[0]
        record.handle(a_dispute(payment, by=someone("state", "XAA")))
        (shown,) = record.pledges(COORDINATORS_VIEW)

        assert shown["paid"] == [euros("40.00")]
        assert [(each["about"], each["reported_by"], each["statement"]) for each in shown["disputes"]] == [
            (payment, "XAA", "Only half arrived.")
        ]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("adopt-plan", {"article": 4, "kind": "completion", "from_on": "2025-01-01", "until": "2026-01-01"}),
        ("report-challenge", {"challenge": ["funding"], "text": "Too little."}),
        ("share-practice", {"title": "Survey", "text": "First.", "articles": [4]}),
    ],
)
def test_a_state_speaks_for_itself(record: Kept, name, body):
    """Plans, challenges and practices are a State's own; another's are for the Coordinators."""
    record.handle(a_command(name, state="XAA", by=someone("state", "XAA"), **body))
    with pytest.raises(NotAllowed):
        record.handle(a_command(name, state="XAA", by=someone("state", "XAB"), **body))
    with pytest.raises(NotAllowed):
        record.handle(a_command(name, state="XAA", by=someone("donor", "XBB"), **body))
