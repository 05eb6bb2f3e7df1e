"""The demonstration has something to show on every page and question, and is a sample that users can copy from."""

import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from builders import Clock, Kept, open_record

from adapters.demonstration import PATH
from adapters.demonstration.load import DEMO
from domain.authority import NOT_ASKED_FOR
from domain.command import COMMANDS
from domain.meeting_words import AccessIssue, Addressee, Attribution, Group, MeetingKind, OutcomeResult
from domain.names import sources
from domain.words import (
    Article,
    Challenge,
    Channel,
    ContactKind,
    CoverageSubject,
    DecidedBy,
    Direction,
    Earmarking,
    Joining,
    Nature,
    Outlook,
    PlanKind,
    Reason,
    ReasonSource,
    ReportKind,
    Settlement,
    SourceKind,
    TiedStatus,
    Visibility,
)
from projections.audience import COORDINATORS, PUBLIC, STATES_PARTIES, Audience
from projections.filters import (
    DeadlineFilter,
    HistoryFilter,
    MeetingFilter,
    OutcomeFilter,
    PledgeFilter,
    RequestFilter,
    ShiftFilter,
)
from projections.moment import Moment
from projections.page import Page

LAST_DAY = "2026-11-01"
LINES: list[dict[str, Any]] = [json.loads(line) for line in PATH.read_text("utf-8").splitlines()]
EVERY, NOW = Page(200), Moment()
MENTIONS = (
    "state", "donor", "to_state", "via", "asked_of", "reported_by", "hosts", "attended", "speaker", "owner",
)  # fmt: skip
ANSWERS = {"acknowledge-reminder", "snooze-reminder"}
"""These answer a reminder that was sent to a channel in Slack, and a demonstration sends none."""
SINCE_THE_CONVENTION = {"record-signature", "record-accession"}


def load(record: Kept) -> list[bool]:
    """Record every line as a door would; True for each that was recorded before."""
    bodies = ({name: value for name, value in line.items() if name not in {"command", "id"}} for line in LINES)
    receipts = [
        record.record(DEMO, line["command"], body, line["id"]) for line, body in zip(LINES, bodies, strict=True)
    ]
    record.projector.catch_up()
    return [receipt.replayed for receipt in receipts]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """The demonstration as it stands on the last day that anything in it happened."""
    record = open_record(tmp_path_factory.mktemp("demonstration") / "demo.db", Clock(LAST_DAY))
    assert not any(load(record))
    yield record
    record.close()


def said(name: str) -> set[Any]:
    """Every value of a field in any line, its parts where it is a list."""
    values = [line[name] for line in LINES if name in line]
    return set(chain.from_iterable(value if isinstance(value, list) else [value] for value in values))


def items(listing: Any) -> list[dict[str, Any]]:
    """The documents of a list."""
    return [json.loads(document) for document in listing.items]


class TestFile:
    """What stands in commands.jsonl."""

    def test_a_second_load_changes_nothing(self, loaded):
        """`make run` loads it at each start: every line meets itself."""
        before = loaded.reader.last_position()

        assert all(load(loaded))
        assert loaded.reader.last_position() == before

    def test_every_command_is_shown_by_an_example(self):
        """Whoever looks for the form of a command finds it here."""
        assert said("command") == COMMANDS.keys() - NOT_ASKED_FOR - ANSWERS

    @pytest.mark.parametrize(
        ("field", "words"),
        [
            ("article", Article), ("nature", Nature), ("direction", Direction), ("reason", Reason),
            ("reason_source", ReasonSource), ("earmarking", Earmarking), ("tied_status", TiedStatus),
            ("channel", Channel), ("status", Settlement), ("visibility", Visibility), ("action", Joining),
            ("what", CoverageSubject), ("outlook", Outlook), ("decided_by", DecidedBy), ("attribution", Attribution),
            ("group", Group), ("challenges", Challenge), ("access_issues", AccessIssue), ("addressed_to", Addressee),
        ],
    )  # fmt: skip
    def test_every_word_of_the_field_is_used(self, field, words):
        """A word that no example uses is a page that nobody has looked at."""
        assert {words(value) for value in said(field)} == set(words)

    @pytest.mark.parametrize(
        ("command", "field", "words"),
        [
            ("record-contact", "kind", ContactKind), ("file-article7-report", "kind", ReportKind),
            ("schedule-meeting", "kind", MeetingKind), ("adopt-plan", "kind", PlanKind),
            ("close-outcome", "result", OutcomeResult),
        ],
    )  # fmt: skip
    def test_every_kind_is_used(self, command, field, words):
        """These share their field's name, so each is read where it stands."""
        assert {line[field] for line in LINES if line["command"] == command} == set(words)

    def test_every_kind_of_source_is_used(self):
        """Wherever it stands."""
        assert {line["source"]["kind"] for line in LINES if "source" in line} == set(SourceKind)

    def test_only_invented_states_and_organisations_take_part(self):
        """No decision of a real State is ever made up, nor one of a real organisation."""
        registered = {line.get("code", line["name"]) for line in LINES if line["command"] == "register-organisation"}

        assert set().union(*(said(name) for name in MENTIONS)) <= sources.demonstration().keys() | registered

    def test_no_text_names_a_real_state_or_organisation(self):
        """Not in passing either: a need, a reason or a source could."""
        real = {row["en"] for row in sources.states().values()}
        real |= {name for organisation in sources.organisations().values() for name in organisation.names}
        text = PATH.read_text("utf-8")

        assert not [name for name in real if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)]

    def test_a_line_builds_only_on_lines_above_it(self):
        """Read from top to bottom, every `key:` is an id already seen."""
        known: set[str] = set()
        for line in LINES:
            named = {str(value) for value in line.values() if str(value).startswith("key:")}
            assert {name.removeprefix("key:") for name in named} <= known
            known.add(line["id"])
        assert len(known) == len(LINES)

    def test_nothing_happens_on_a_day_yet_to_come(self):
        """Every line says its day, in the years the demonstration covers; States joined before."""
        dates = [
            line.get("occurred_on") or line.get(COMMANDS[line["command"]].DATED_BY or "", "")
            for line in LINES
            if line["command"] not in {"correct"} | SINCE_THE_CONVENTION
        ]
        assert "2019-01-01" <= min(dates) <= max(dates) <= LAST_DAY


class TestAnswers:
    """What somebody sees who starts it and asks."""

    @pytest.mark.parametrize(
        ("party", "least"),
        [("XAA", 50), ("XAB", 30), ("XAC", 15), ("XAD", 15), ("XAE", 12), ("XAF", 15),
         ("XBA", 10), ("XBB", 25), ("XBC", 15), ("XBD", 8), ("XBE", 10), ("XBF", 10), ("Meridian Union", 8)],
    )  # fmt: skip
    def test_everyone_has_a_history(self, loaded, party, least):
        """Affected States and donors alike have enough on record to read."""
        history = loaded.queries.state_history(STATES_PARTIES, party, HistoryFilter(), EVERY, NOW)

        assert len(history.items) >= least

    def test_why_halvora_cut_its_support_to_arvandor_is_answered(self, loaded):
        """The cut waited 263 days for the donor's word; a letter and a report had told it otherwise before."""
        decisions = loaded.queries.explanations(STATES_PARTIES, "XBB", "XAA", NOW)["decisions"]
        cut = next(each for each in decisions if each["occurred_on"] == "2023-09-14")
        told = {(item["kind"], item["occurred_on"]) for item in cut["told_by_then"]}

        assert [each["direction"] for each in decisions] == ["increase", "cut", "increase", "cut"]
        assert (cut["reason"], cut["reason_source"]) == ("believed_resolved", "donor_stated")
        assert cut["days_to_explanation"] == 263
        assert {("report.filed", "2023-04-28"), ("contact.recorded", "2023-05-22")} <= told
        assert [account["reason"] for account in cut["accounts"]] == ["memory_lost", "believed_resolved"]

    def test_the_queue_of_unexplained_shifts_holds_old_and_new(self, loaded):
        """Some wait for years; asked or not, with an inference or another's account beside them or nothing at all."""
        queue = items(loaded.queries.shifts(COORDINATORS, ShiftFilter(unexplained=True), EVERY, NOW))

        assert len(queue) >= 6
        assert min(shift["days_waiting"] for shift in queue) < 90
        assert max(shift["days_waiting"] for shift in queue) > 5 * 365
        assert {shift["reason_source"] for shift in queue} == {None, "recipient_account", "coordinator_inference"}
        assert {len(shift["asked"]) for shift in queue} == {0, 1, 2}
        assert any(shift["money"] is None for shift in queue)

    def test_requests_stand_at_every_status(self, loaded):
        """Open ones with support and without, and one that was taken back."""
        requests = items(loaded.queries.requests(COORDINATORS, RequestFilter(), EVERY, NOW))
        still_open = [request for request in requests if request["status"] in {"open", "partly_met"}]

        assert {request["status"] for request in requests} == {*map(str, Settlement), "open", "withdrawn"}
        assert len(still_open) >= 8
        assert {bool(request["pledges"]) for request in still_open} == {True, False}

    def test_pledges_carry_every_mark(self, loaded):
        """What is out of the ordinary is to be seen: above its pledge, above its commitment, of an unknown amount."""
        pledges = items(loaded.queries.pledges(COORDINATORS, PledgeFilter(), EVERY, NOW))
        marks = set(chain.from_iterable(pledge["marks"] for pledge in pledges))

        assert marks >= {
            "amount_unknown", "committed_above_pledge", "paid_above_commitment", "received_differs_from_paid",
        }  # fmt: skip
        assert any(pledge["parent_pledge_id"] for pledge in pledges)
        assert any(pledge["redirected_from"] for pledge in pledges)
        assert any(pledge["ended_on"] for pledge in pledges)

    def test_each_circle_sees_more_than_the_wider_one(self, loaded):
        """The public sees an announced pledge, States Parties more, and the Coordinators one not yet announced."""

        def seen(viewer: Audience) -> int:
            return len(loaded.queries.pledges(viewer, PledgeFilter(), EVERY, NOW).items)

        assert 0 < seen(PUBLIC) < seen(STATES_PARTIES) < seen(COORDINATORS)

    def test_a_pledge_held_back_is_seen_since_it_was_announced(self, loaded):
        """Quillmark's pledge to Delvanor was told in confidence before it was public."""
        pledges = items(loaded.queries.pledges(PUBLIC, PledgeFilter(donor="XBF", state="XAD"), EVERY, NOW))

        assert [pledge["visibility"] for pledge in pledges] == ["public"]

    def test_mistakes_are_on_record_with_what_mended_them(self, loaded):
        """A wrong amount, a name taken away, and a payment entered twice."""
        log = items(loaded.queries.log(STATES_PARTIES, EVERY, NOW))
        corrected = [event for event in log if event["corrected_by"] and not event["retracted"]]

        assert [event["kind"] for event in corrected] == ["pledge.disbursed", "contact.recorded"]
        assert "[taken away by a correction]" in corrected[1]["detail"]["text"]
        assert [event["kind"] for event in log if event["retracted"]] == ["pledge.disbursed"]

    def test_figures_in_dollars_say_what_they_leave_out(self, loaded):
        """A currency without a rate on record is named, not guessed."""
        totals = loaded.queries.totals(PUBLIC, PledgeFilter(), NOW)

        assert {money["currency"] for money in totals["committed"]} == {"CHF", "EUR", "JPY", "NOK", "USD"}
        assert totals["usd"]["pledged"]["left_out"] == ["SEK"]
        assert len(totals["usd"]["committed"]["rates"]) >= 5

    def test_deadlines_are_soon_overdue_met_and_extended_alike(self, loaded):
        """Whoever opens the page first sees every way in which a treaty's clock can stand."""
        due, _ = loaded.queries.deadlines(PUBLIC, DeadlineFilter(), NOW)
        left = [each["days_left"] for each in due if each["status"] == "fixed"]

        assert {each["status"] for each in due} >= {"fixed", "met", "no_fixed_date"}
        assert any(0 < days < 150 for days in left)
        assert sum(days < 0 for days in left) >= 5
        assert any(days > 3 * 365 for days in left)
        assert {each["outlook"] for each in due if each["kind"] == "clearance"} == {
            "on_track", "needs_assistance", "unclear",
        }  # fmt: skip
        assert any("by silence procedure" in each["basis"] for each in due)
        assert any("end of hostilities" in each["basis"] for each in due)

    def test_an_extension_is_pending(self, loaded):
        """Arvandor asked in time for the conference that decides, which has moved; its term stands until then."""
        due, _ = loaded.queries.deadlines(PUBLIC, DeadlineFilter(state="XAA", article=4), NOW)

        terms = [each for each in due if each["obligation_id"]]
        assert [(each["kind"], each["due_on"], each["status"]) for each in terms] == [
            ("extension_lodging", "2026-03-07", "met"),
            ("clearance", "2027-03-01", "fixed"),
        ]

    def test_nothing_is_due_from_the_state_that_left(self, loaded):
        """Its history stays."""
        due, _ = loaded.queries.deadlines(STATES_PARTIES, DeadlineFilter(state="XBF"), NOW)

        assert due == []

    def test_outcomes_are_open_carried_forward_done_and_dropped(self, loaded):
        """One is overdue and was carried through two meetings, one is due soon."""
        ledger = items(loaded.queries.outcomes(STATES_PARTIES, OutcomeFilter("all"), EVERY, NOW))

        assert [(each["status"], len(each["carried_to"]), each["due_on"] < LAST_DAY) for each in ledger] == [
            ("done", 0, True), ("open", 2, True), ("dropped", 0, True), ("open", 0, False),
        ]  # fmt: skip

    def test_one_summary_is_a_draft_and_one_is_for_all(self, loaded):
        """The draft is for the Coordinators alone."""
        meetings = items(loaded.queries.meetings(COORDINATORS, MeetingFilter(), EVERY, NOW))
        with_words = [each["id"] for each in meetings if each["statements"]]

        assert [bool(loaded.queries.meeting_summary(PUBLIC, each, NOW)) for each in with_words] == [True, True, False]
        assert all(loaded.queries.meeting_summary(COORDINATORS, each, NOW) for each in with_words)
