"""A dry run, and the first look of a strict one, keep nobody waiting: others record meanwhile."""

from collections.abc import Iterator

import pytest
from builders import COORDINATOR, Kept, a_pledge, a_report, a_shift, euros
from databases import BOTH

from adapters.importers.line import Line
from adapters.importers.run import Import
from projections.audience import COORDINATORS

pytestmark = BOTH
CUT = {"direction": "cut", "unexplained": True, "donor": "XBB", "state": "XAA"}


def a_file(*more: Line) -> list[Line]:
    """Later lines build on earlier ones: a pledge, and a cut of it by its key."""
    pledge = {"donor": "XBB", "state": "XAA", "money": euros(100), "note": "Told on the phone."}
    return [
        Line(1, (("make-pledge", "first", pledge),)),
        Line(2, (("shift-support", "second", CUT | {"pledge_id": "key:first", "money": euros(60)}),)),
        *more,
    ]


BEYOND = Line(3, (("shift-support", "third", CUT | {"pledge_id": "key:first", "money": euros(60)}),))


class Interrupted(Import):
    """While this import is rehearsed somebody else cuts the same pledge after each line, and hears that it is done."""

    def _take_all(self, lines, outcome):
        rehearsed = self.service.datastore is not self.service.storage.log.datastore
        super()._take_all(self._interrupted(lines) if rehearsed else lines, outcome)

    def _interrupted(self, lines) -> Iterator[Line]:
        for line in lines:
            yield line
            self.service.writer.handle(a_shift("cut", 1))


@pytest.mark.parametrize("how", [{"dry_run": True}, {"strict": True}])
def test_what_is_refused_was_rehearsed_alone(record, how):
    """The limit holds over what earlier lines would record; nothing of them is on record."""
    outcome = Import(record, COORDINATOR).run(a_file(BEYOND), **how)

    assert [number for number, _ in outcome.refused] == [3]
    assert outcome.taken == (2 if "dry_run" in how else 0)
    assert record.recorder.last_position() == 0


def test_a_rehearsal_knows_what_is_on_record(record):
    """Keys that were used, reports that were filed, pledges that can be cut."""
    record.handle(a_report())
    Import(record, COORDINATOR).run(a_file())
    report = {"state": "XAA", "kind": "annual", "year": 2024, "filed_on": "2025-04-28"}
    more = Line(4, (("file-article7-report", "fourth", report),))

    outcome = Import(record, COORDINATOR).run(a_file(BEYOND, more), dry_run=True)

    assert (outcome.known, outcome.taken) == (2, 0)
    assert [number for number, _ in outcome.refused] == [3, 4]


def cuts(number: int) -> list[Line]:
    """So many cuts of the one pledge."""
    return [Line(n, (("shift-support", f"cut-{n}", CUT | {"money": euros(30)}),)) for n in range(1, number + 1)]


@pytest.mark.parametrize("how", [{"dry_run": True}, {"strict": True}])
def test_others_record_while_a_file_is_rehearsed(record: Kept, how):
    """The lock is free meanwhile: a rehearsal that held it would never hear the other's answer.

    What others add to the same pledge does not tear the rehearsed one.
    """
    record.handle(a_pledge())

    outcome = Interrupted(record, COORDINATOR).run(cuts(3), **how)

    assert (outcome.taken, outcome.refused) == (3, [])
    record.projector.catch_up()
    assert record.pledges(COORDINATORS)[0]["pledged"] == [euros("97.00" if "dry_run" in how else "7.00")]


def test_what_others_took_meanwhile_counts(record: Kept):
    """A file that was sound when it was rehearsed is refused whole where it no longer is."""
    record.handle(a_pledge(money=euros(92)))

    outcome = Interrupted(record, COORDINATOR).run(cuts(3), strict=True)

    assert (outcome.taken, [number for number, _ in outcome.refused]) == (0, [3])
    record.projector.catch_up()
    assert record.pledges(COORDINATORS)[0]["pledged"] == [euros("89.00")]
