"""Where a correction removes a name only auditors see the old words; others see that a correction was made."""

import pytest
from builders import (
    AUDITOR,
    COORDINATOR,
    a_command,
    a_contact,
    a_correction,
    a_payment,
    a_pledge,
    a_rate,
    a_report,
    a_request,
    a_retraction,
    a_shift,
    euros,
    moment,
    someone,
    stated,
)

from domain.actor import Actor
from projections.audience import audience_of
from projections.moment import Moment

NAME = "Jane Roe"
WHO = {
    "public": someone("public"),
    "reader": someone("reader"),
    "recipient": someone("state", "XAA"),
    "donor": someone("donor", "XBB"),
    "coordinator": COORDINATOR,
    "admin": someone("admin"),
    "auditor": AUDITOR,
    "operator": Actor("cli:ana", operator=True),
}
OPEN = {"visibility": "public"}
NAMED = {
    "need": a_request(need=f"Ask {NAME}.", **OPEN),
    "conditions": a_pledge(conditions=f"Says {NAME}.", **OPEN),
    "in_kind": a_pledge(in_kind=f"The trainer {NAME}.", **OPEN),
    "authorised_by": a_pledge(authorised_by=NAME, **OPEN),
    "reason_text": a_shift("cut", 1, **stated(f"{NAME} left."), **OPEN),
    "needs": a_report(needs=f"Through {NAME}.", **OPEN),
    "text": a_contact(text=f"With {NAME}.", **OPEN),
    "note": a_request(note=f"From {NAME}.", **OPEN),
}


def surfaces(record, who, when):
    """Everything that a reader can read."""
    viewer = audience_of(who)
    return str(
        [
            record.log(viewer, when),
            record.history(viewer, when),
            record.requests(viewer, when),
            record.pledges(viewer, when),
            record.shifts(viewer, when),
            record.decisions(viewer, when),
        ]
    )


@pytest.mark.parametrize("field", NAMED)
def test_only_auditors_see_a_name_that_was_taken_away(record, clock, field):
    """Now, as of an earlier day, and as known before the correction; everybody sees that one was made."""
    receipt = record.handle(NAMED[field])
    record.handle(a_shift("end", None, **stated(), visibility="public"))
    clock.set("2025-07-01")
    event = receipt.event_ids[0]
    correction = record.handle(a_correction(event, **{field: "A friend."})).id

    moments = (Moment(), Moment(as_of="2025-06-15"), Moment(known_at=moment("2025-06-20")))
    for when in moments:
        seeing = {reader for reader, who in WHO.items() if NAME in surfaces(record, who, when)}
        assert seeing == {"auditor", "operator"}
    for who in WHO.values():
        items = {item["event_id"]: item for item in record.history(audience_of(who))}
        assert items[event]["corrected_by"] == correction
        assert "A friend." in str(items[correction])


def test_words_of_a_superseded_correction_are_taken_away_too(record, clock):
    """A name that the first correction brought in and the second removed is gone from the first, then and now."""
    request = record.handle(a_request(need="Ask.", visibility="public")).id
    clock.set("2025-07-01")
    record.handle(a_correction(request, need=f"Ask {NAME}."))
    clock.set("2025-08-01")
    record.handle(a_correction(request, need="Ask the ministry."))

    for when in (Moment(), Moment(known_at=moment("2025-07-15"))):
        seeing = {reader for reader, who in WHO.items() if NAME in surfaces(record, who, when)}
        assert seeing == {"auditor", "operator"}


def test_a_source_taken_away_keeps_its_shape(record):
    """Programs read its kind; the words alone are gone."""
    request = record.handle(a_request(source={"kind": "letter", "ref": f"Letter of {NAME}"})).id
    record.handle(a_correction(request, source={"kind": "letter", "ref": "Letter 12"}))
    record.handle(a_correction(request, source={"kind": "letter", "ref": "Letter 13"}))

    items = record.history(audience_of(WHO["reader"]))
    assert items[0]["source"] == {"kind": "letter", "ref": "[taken away by a correction]"}
    assert items[1]["detail"]["changes"]["source"] == {"kind": "letter", "ref": "[taken away by a correction]"}


def test_figures_and_days_stay_readable(record, clock):
    """A wrong amount is no name: everybody sees what was first recorded, and what rates were used before."""
    pledge = record.handle(a_pledge(visibility="public")).id
    payment = record.handle(a_payment(pledge, 40)).id
    rate = record.handle(a_rate(visibility="public", usd_rate="1.5")).id
    clock.set("2025-07-01")
    record.handle(a_correction(payment, money=euros(50)))
    record.handle(a_correction(rate, usd_rate="1.3"))
    public = audience_of(WHO["public"])

    assert record.log(public, event_id=payment)[0]["detail"]["money"] == euros("40.00")
    assert record.totals(public)["usd"]["paid"]["amount"] == "65.00"
    assert record.totals(public, Moment(known_at=moment("2025-06-20")))["usd"]["paid"]["amount"] == "60.00"


def test_a_retraction_takes_no_words_away(record):
    """A wrong entry stays visible as retracted: to remove a name it is corrected."""
    request = record.handle(a_request(visibility="public")).id
    amendment = record.handle(a_command("amend-request", request_id=request, need="All districts.")).event_ids[0]
    record.handle(a_retraction(amendment))

    item = record.log(audience_of(WHO["public"]), event_id=amendment)[0]
    assert (item["retracted"], item["detail"]["need"]) == (True, "All districts.")
