"""Why did they leave? What the donor had been told by the day of its decision, and what followed."""

import pytest
from builders import (
    a_command,
    a_contact,
    a_correction,
    a_payment,
    a_pledge,
    a_report,
    a_request,
    a_retraction,
    a_shift,
    an_announcement,
    an_explanation,
)

from projections.audience import COORDINATORS, PUBLIC, STATES_PARTIES

DECIDED = "2025-04-15"


def on(day, command, *then):
    """A command recorded on a day, and what is said about its fact afterwards."""
    return [(day, lambda _: command), *then]


def later(day, build):
    return (day, build)


def held_back(occurred_on="2025-03-01"):
    return a_request(occurred_on=occurred_on, visibility="coordinators")


TOLD = {
    "a request": on("2025-03-01", a_request()),
    "a public request": on("2025-03-01", a_request(visibility="public")),
    "a request of that very day": on("2025-04-15", a_request()),
    "a report": on("2025-03-05", a_report(filed_on="2025-03-05")),
    "a contact with the donor, held back": on("2025-03-10", a_contact(on="2025-03-10", visibility="coordinators")),
    "a request announced by then": on(
        "2025-03-01", held_back(), later("2025-04-01", lambda fact: an_announcement(fact, "states_parties"))
    ),
    "a request held back only since": on(
        "2025-03-01", a_request(), later("2025-05-01", lambda fact: an_announcement(fact, "coordinators"))
    ),
    "a request open for a month before it was held back": on(
        "2025-03-01", a_request(), later("2025-04-01", lambda fact: an_announcement(fact, "coordinators"))
    ),
    "a request withdrawn meanwhile": on(
        "2025-03-01", a_request(), later("2025-04-01", lambda f: a_command("withdraw-request", request_id=f, why="-"))
    ),
}
TOLD_LATER = {
    "a request recorded after the decision": on("2025-06-01", a_request(occurred_on="2025-03-01")),
    "a contact recorded after the decision": on("2025-06-01", a_contact(on="2025-03-10")),
    "an announcement recorded after the decision": on(
        "2025-05-30",
        held_back(),
        later("2025-06-01", lambda fact: an_announcement(fact, "states_parties", occurred_on="2025-04-01")),
    ),
}
NOT_TOLD = {
    "a request of the day after": on("2025-04-16", a_request()),
    "a request held back": on("2025-03-01", held_back()),
    "a request announced only since": on(
        "2025-03-01", held_back(), later("2025-05-01", lambda fact: an_announcement(fact, "public"))
    ),
    "a contact with another donor": on("2025-03-10", a_contact(donor="XBC", on="2025-03-10")),
    "a contact about another State": on("2025-03-10", a_contact(state="XAB", on="2025-03-10")),
    "a contact afterwards": on("2025-04-20", a_contact(on="2025-04-20")),
    "another State's request": on("2025-03-01", a_request(state="XAB")),
    "a request that never was": on("2025-03-01", a_request(), later("2025-06-01", a_retraction)),
    "a request that was made later than first noted": on(
        "2025-03-01", a_request(), later("2025-06-01", lambda fact: a_correction(fact, occurred_on="2025-05-01"))
    ),
    "a pledge": on("2025-03-01", a_pledge(donor="XBC")),
}
CASES = [
    (name, steps, expected)
    for table, expected in ((TOLD, [False]), (TOLD_LATER, [True]), (NOT_TOLD, []))
    for name, steps in table.items()
]


@pytest.fixture
def record(record, clock):
    """The donor pledged in January and cut in April."""
    clock.set("2025-01-10")
    record.handle(a_pledge())
    clock.set(DECIDED)
    record.handle(a_shift("cut", 30, key="cut"))
    return record


def tell(record, clock, steps):
    fact = ""
    for day, build in steps:
        clock.set(day)
        receipt = record.handle(build(fact))
        fact = fact or receipt.event_ids[0]
    clock.set("2025-07-01")
    return fact


@pytest.mark.parametrize(("steps", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_the_donor_had_been_told(record, clock, steps, expected):
    """What had happened by that day and was open to it, or was said to it; marked where the record learnt it later."""
    fact = tell(record, clock, steps)

    (decision,) = record.decisions(COORDINATORS)
    told = [item["recorded_later"] for item in decision["told_by_then"] if item["event_id"] == fact]
    assert told == expected
    assert len(decision["told_by_then"]) == len(expected)


def test_an_amendment_tells_by_itself(record, clock):
    """One that was held back did not reach the donor, though the request had."""
    clock.set("2025-03-01")
    request = record.handle(a_request()).id
    for day, visibility in (("2025-03-10", "states_parties"), ("2025-03-20", "coordinators")):
        clock.set(day)
        record.handle(a_command("amend-request", request_id=request, need=f"Said on {day}.", visibility=visibility))

    (decision,) = record.decisions(COORDINATORS)
    days = [(item["kind"], item["occurred_on"]) for item in decision["told_by_then"]]
    assert days == [("request.submitted", "2025-03-01"), ("request.amended", "2025-03-10")]


def test_what_followed(record, clock):
    """The State's further words and whatever passed between the two, in the order in which it happened."""
    clock.set("2025-06-01")
    (pledge,) = record.pledges(COORDINATORS)
    record.handle(an_explanation(record.shifts(COORDINATORS)[0]["id"], occurred_on="2025-05-20"))
    record.handle(a_payment(pledge["id"], 10, paid_on="2025-05-10"))
    record.handle(a_request(occurred_on="2025-05-01"))
    record.handle(a_contact(on="2025-04-30"))
    record.handle(a_contact(donor="XBC", on="2025-04-30"))
    record.handle(a_request(state="XAB", occurred_on="2025-05-01"))
    record.handle(a_pledge(donor="XBC", occurred_on="2025-05-01"))

    (decision,) = record.decisions(COORDINATORS)
    assert [item["kind"] for item in decision["since"]] == [
        "contact.recorded",
        "request.submitted",
        "pledge.disbursed",
        "shift.explained",
    ]


def test_mending_is_not_something_that_followed(record, clock):
    """A retraction counts nowhere, and a correction acts through what it corrects."""
    clock.set("2025-06-01")
    contact = record.handle(a_contact(on="2025-05-01")).id
    request = record.handle(a_request(occurred_on="2025-05-02")).id
    record.handle(a_retraction(contact))
    record.handle(a_correction(request, need="All districts."))

    (decision,) = record.decisions(COORDINATORS)
    assert [item["summary"][-14:] for item in decision["since"]] == ["All districts."]


def test_a_redirect_was_followed_by_the_pledge_it_opened(record, clock):
    """Where the support went is the first thing that its loser asks."""
    clock.set("2025-05-01")
    record.handle(a_shift("redirect", 20))

    decision = record.decisions(COORDINATORS)[-1]
    assert [item["summary"] for item in decision["since"]] == [
        "Support of Halvora to Belmora was opened by a redirect: 20.00 EUR."
    ]


def test_each_reader_sees_what_it_may(record, clock):
    """The public reads only public words, and finds no decision that is not public."""
    clock.set("2025-03-01")
    for visibility in ("public", "states_parties"):
        record.handle(a_request(visibility=visibility))
    record.handle(a_contact(on="2025-03-01", visibility="coordinators"))
    (pledge,) = record.pledges(COORDINATORS)

    assert record.decisions(PUBLIC) == []
    record.handle(an_announcement(pledge["id"]))
    told = [len(record.decisions(viewer)[0]["told_by_then"]) for viewer in (PUBLIC, STATES_PARTIES, COORDINATORS)]
    assert told == [1, 2, 3]


def test_every_decision_is_listed_in_order(record):
    """Oldest first, by the day on which it was taken."""
    record.handle(a_shift("end", None, occurred_on="2025-04-01"))
    record.handle(a_shift("increase", 5, occurred_on="2025-02-01"))

    days = [(decision["occurred_on"], decision["direction"]) for decision in record.decisions(COORDINATORS)]
    assert days == [("2025-02-01", "increase"), ("2025-04-01", "end"), (DECIDED, "cut")]
