"""Every question, every reader, every circle: the answer holds what the reader may see, and betrays nothing else."""

import pytest
from builders import (
    AUDITOR,
    COORDINATOR,
    NOW,
    a_command,
    a_contact,
    a_payment,
    a_pledge,
    a_receipt,
    a_request,
    a_shift,
    an_announcement,
    euros,
    moment,
    someone,
    stated,
)

from domain.actor import Actor
from projections.audience import COORDINATORS, audience_of
from projections.moment import Moment

STATE, DONOR = someone("state", "XAA"), someone("donor", "XBB")
READERS = {
    "public": someone("public"),
    "reader": someone("reader"),
    "recipient": STATE,
    "donor": DONOR,
    "another State": someone("state", "XAC"),
    "coordinator": COORDINATOR,
    "auditor": AUDITOR,
    "admin": someone("admin"),
    "operator": Actor("cli:ana", operator=True),
}
OFTEN = {"public", "reader", "recipient", "donor", "coordinator"}
PAST = Moment("2025-06-15", moment("2025-06-16"))
CIRCLES = ["public", "states_parties", "coordinators"]
ALL = {"coordinator", "auditor", "admin", "operator"}
PARTIES = ALL | {"reader", "recipient", "donor", "another State"}
SEES = {"public": PARTIES | {"public"}, "states_parties": PARTIES, "coordinators": ALL}

QUESTIONS = {
    "history": lambda r, viewer, when: bool(r.history(viewer, when)),
    "the donor's history": lambda r, viewer, when: bool(r.history(viewer, when, state="XBB")),
    "log": lambda r, viewer, when: bool(r.log(viewer, when)),
    "requests": lambda r, viewer, when: bool(r.requests(viewer, when)),
    "pledges": lambda r, viewer, when: bool(r.pledges(viewer, when)),
    "totals": lambda r, viewer, when: bool(r.totals(viewer, when)["pledged"]),
    "shifts": lambda r, viewer, when: bool(r.shifts(viewer, when)),
    "decisions": lambda r, viewer, when: bool(r.decisions(viewer, when)),
    "states": lambda r, viewer, when: bool(r.queries.states(viewer, when)),
    "last contacts": lambda r, viewer, when: bool(r.queries.last_contacts(viewer, "XAA", when)),
}
RECORDED = {
    "a request of the State": (lambda circle: [a_request(by=STATE, visibility=circle)], {"recipient"}),
    "a pledge of the donor": (lambda circle: [a_pledge(by=DONOR, visibility=circle)], {"donor"}),
    "a shift the donor reported": (lambda circle: [a_shift(by=DONOR, visibility=circle)], {"donor"}),
    "a shift the State reported": (lambda circle: [a_shift(by=STATE, visibility=circle)], {"recipient"}),
    "a contact the donor recorded": (lambda circle: [a_contact(by=DONOR, visibility=circle)], {"donor"}),
    "a pledge the Coordinators heard of": (lambda circle: [a_pledge(visibility=circle)], set()),
}
ANSWERED_BY = {
    "a request of the State": {"history", "log", "requests", "states"},
    "a pledge of the donor": {"history", "the donor's history", "log", "pledges", "totals", "states"},
    "a shift the donor reported": {
        "history", "the donor's history", "log", "pledges", "shifts", "decisions", "states",
    },
    "a contact the donor recorded": {"history", "the donor's history", "log", "states", "last contacts"},
}  # fmt: skip
ANSWERED_BY["a shift the State reported"] = ANSWERED_BY["a shift the donor reported"]
ANSWERED_BY["a pledge the Coordinators heard of"] = ANSWERED_BY["a pledge of the donor"]


@pytest.mark.parametrize("circle", CIRCLES)
@pytest.mark.parametrize("recorded", RECORDED)
def test_every_answer_to_every_reader(record, recorded, circle):
    """Its circle sees it in every answer that is about it, whoever's word it is too, and nobody else in any."""
    commands, owners = RECORDED[recorded]
    for command in commands(circle):
        record.handle(command)

    for when, readers in ((NOW, READERS.keys()), (PAST, OFTEN)):
        told = {
            (reader, question)
            for reader in readers
            for question, ask in QUESTIONS.items()
            if ask(record, audience_of(READERS[reader]), when)
        }
        seeing = (SEES[circle] | owners) & readers
        assert told == {(reader, question) for reader in seeing for question in ANSWERED_BY[recorded]}


def test_an_unannounced_pledge_is_invisible_until_announced(record, clock):
    """To the public, to its recipient, beside the request it answers, and in every total."""
    request = record.handle(a_request(visibility="public")).id
    pledge = record.handle(a_pledge(by=DONOR, visibility="coordinators", request_id=request)).id
    record.handle(a_payment(pledge, 40, by=DONOR))
    record.handle(a_shift("cut", 10, by=DONOR, **stated()))
    outsiders = [audience_of(READERS[reader]) for reader in ("public", "reader", "recipient", "another State")]
    clock.set("2025-07-01")

    for viewer in outsiders:
        assert (record.pledges(viewer), record.shifts(viewer), record.decisions(viewer)) == ([], [], [])
        assert [each["kind"] for each in record.history(viewer)] == ["request.submitted"]
        assert record.totals(viewer)["pledges"] == 0
        (seen,) = record.requests(viewer)
        assert (seen["pledges"], seen["coverage"]["pledged"], seen["coverage"]["paid"]) == ([], [], [])
        assert pledge not in str(record.log(viewer))
    (mine,) = record.pledges(audience_of(DONOR))
    assert (mine["pledged"], mine["paid"]) == ([euros("90.00")], [euros("40.00")])

    record.handle(an_announcement(pledge, by=DONOR))

    for viewer in outsiders:
        assert record.totals(viewer)["paid"] == [euros("40.00")]
        assert [each["id"] for each in record.requests(viewer)[0]["pledges"]] == [pledge]
        assert len(record.decisions(viewer)) == 1
        assert record.totals(viewer, Moment(known_at=moment("2025-06-30")))["pledges"] == 0


def test_a_hidden_fact_leaves_no_trace_in_what_is_seen(record):
    """Neither a figure, nor a mark, nor a count, nor a version tells that something was held back."""
    pledge = record.handle(a_pledge(by=DONOR)).id
    reader = audience_of(READERS["reader"])
    before = (record.pledges(reader), record.history(reader), record.totals(reader))

    record.handle(a_payment(pledge, 40, visibility="coordinators"))
    record.handle(a_shift("cut", 10, visibility="coordinators"))

    assert (record.pledges(reader), record.history(reader), record.totals(reader)) == before
    assert record.handle(a_receipt(pledge, 40, by=STATE, if_match=1)).version == 4, "nor is what one read stale for it"


def test_only_those_who_work_with_the_record_see_people(record):
    """Others see the role and the organisation that recorded."""
    record.handle(a_request(by=someone("state", "XAA", name="token:3f2a:minister"), visibility="public"))

    shown = {reader: record.history(audience_of(who))[0]["recorded_by"] for reader, who in READERS.items()}
    assert {reader for reader, name in shown.items() if name == "token:3f2a:minister"} == ALL
    assert {shown[reader] for reader in READERS.keys() - ALL} == {"state XAA"}
    named = {reader: record.requests(audience_of(who))[0]["recorded_by"] for reader, who in READERS.items()}
    assert named["recipient"] == "state XAA"
    assert named["coordinator"] == "token:3f2a:minister"


def test_tokens_and_people_are_for_auditors_and_administrators(record):
    """Who may use the record is no affair of the field."""
    record.handle(a_request(visibility="public"))
    record.handle(a_command("create-token", role="reader", digest="d" * 64, by=READERS["operator"]))

    seeing = {
        reader
        for reader, who in READERS.items()
        if any(each["kind"] == "token.created" for each in record.log(audience_of(who)))
    }
    assert seeing == {"auditor", "admin", "operator"}


def test_the_most_telling_row_is_given_once(record):
    """A donor that sees more of a pledge than its circle gets one pledge, with all it may see."""
    pledge = record.handle(a_pledge(by=DONOR)).id
    record.handle(a_payment(pledge, 10, by=DONOR, visibility="coordinators"))

    assert [each["paid"] for each in record.pledges(audience_of(DONOR))] == [[euros("10.00")]]
    assert [each["paid"] for each in record.pledges(audience_of(STATE))] == [[]]
    assert [each["paid"] for each in record.pledges(COORDINATORS)] == [[euros("10.00")]]


def test_a_name_in_other_letters_is_another_name(record):
    """Whose fact it is, is compared letter by letter: a database that takes two cases for the same would tell more."""
    record.handle(a_request(by=STATE, visibility="coordinators"))

    assert len(record.log(audience_of(STATE))) == 1
    assert record.log(audience_of(someone("state", "xaa"))) == []
