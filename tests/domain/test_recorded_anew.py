"""What may be on record once does not come back beside what took its place."""

import pytest
from builders import a_command, a_report, a_retraction
from databases import BOTH

from domain.corrections.errors import RecordedAnew

pytestmark = BOTH
ONCE = {
    "an Article 7 report": a_report,
    "a signature": lambda **also: a_command("record-signature", state="XAA", **{"signed_on": "2010-01-01"} | also),
    "an accession": lambda **also: a_command(
        "record-accession", state="XAA", action="accession", **{"deposited_on": "2011-01-01"} | also
    ),
    "an obligation": lambda **also: a_command("declare-obligation", state="XAA", article=3, **also),
}


@pytest.mark.parametrize("command", ONCE.values(), ids=ONCE.keys())
def test_it_does_not_come_back_beside_another(record, command):
    """Retracted, recorded anew: the first retraction can only be taken back once the second is retracted."""
    first = record.handle(command()).event_ids[0]
    taken = record.handle(a_retraction(first)).id
    second = record.handle(command()).event_ids[0]

    refused = record.refusal(a_retraction(taken))
    assert (type(refused), refused.field) == (RecordedAnew, "retract")

    again = record.handle(a_retraction(second)).id
    record.handle(a_retraction(taken))
    assert type(record.refusal(a_retraction(again))) is RecordedAnew


def test_nor_by_a_longer_way(record):
    """A retraction of a retraction of a retraction brings back as much as one alone."""
    act = record.handle(a_report()).event_ids[0]
    for _ in range(3):
        act = record.handle(a_retraction(act)).id
    record.handle(a_report())

    assert type(record.refusal(a_retraction(act))) is RecordedAnew


def test_another_year_is_another_report(record):
    """What does not repeat it does not stand in its way."""
    taken = record.handle(a_retraction(record.handle(a_report(year=2023)).event_ids[0])).id
    record.handle(a_report(year=2024))

    record.handle(a_retraction(taken))


def test_another_clock_is_another_obligation(record):
    """Under Article 4 each end of hostilities has its own."""
    declared = a_command("declare-obligation", state="XAA", article=4, anchor_on="2015-01-01")
    taken = record.handle(a_retraction(record.handle(declared).event_ids[0])).id
    record.handle(a_command("declare-obligation", state="XAA", article=4, anchor_on="2019-01-01"))

    record.handle(a_retraction(taken))


def test_a_state_that_joined_again_has_joined_twice(record):
    """Both accessions were on record before: the first may be taken back and come back."""
    accession = {"state": "XAA", "action": "accession"}
    first = record.handle(a_command("record-accession", **accession, deposited_on="2011-01-01")).event_ids[0]
    record.handle(a_command("record-withdrawal", state="XAA", notified_on="2015-01-01"))
    record.handle(a_command("record-accession", **accession, deposited_on="2017-01-01"))

    taken = record.handle(a_retraction(first)).id
    record.handle(a_retraction(taken))
