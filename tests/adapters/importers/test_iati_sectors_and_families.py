"""Which activities are taken, and in which order."""

from iati_files import a_file, a_transaction, an_activity, lines, said

from adapters.importers import iati


def _sectors(*parts: tuple[str, str, str]) -> str:
    return "".join(f'<sector vocabulary="{kind}" code="{code}" percentage="{part}"/>' for kind, code, part in parts)


def test_a_sector_among_several(tmp_path):
    """The whole activity is taken, and the sector's part of it is said."""
    two = an_activity(a_transaction(value="50"), sector=_sectors(("1", "15250", "40"), ("1", "72010", "60")))
    (line,) = lines(tmp_path, two, sector="15250")
    (pledge,) = said(line, "make-pledge")
    assert said(line, "disburse-pledge")[0]["money"]["amount"] == "50.00"
    assert pledge["note"] == "Sector 15250 is 40 % of this activity; its amounts are those of the whole."


def test_other_sectors_are_skipped(tmp_path):
    """Those of other lists too, though they use the same number; a missing vocabulary means the DAC's."""
    found = lines(
        tmp_path,
        an_activity(a_transaction(), sector=_sectors(("1", "72010", ""))),
        an_activity(a_transaction(), sector=_sectors(("99", "15250", ""))),
        an_activity(a_transaction(), sector=""),
        an_activity(sector=""),
        an_activity(a_transaction(), sector='<sector code="15250"/>', identifier="B"),
        an_activity(a_transaction(), sector='<sector vocabulary="DAC" code="15250"/>', identifier="C"),
        sector="15250",
    )
    assert [line.skipped for line in found] == ["not sector 15250"] * 4 + [None] * 2


def test_a_group_of_sectors(tmp_path):
    """Three digits hold all five-digit sectors that begin with them."""
    (line,) = lines(tmp_path, an_activity(a_transaction()), sector="152")
    assert line.commands


def test_transactions_with_sectors_of_their_own(tmp_path):
    """Only those of the sector are taken; the others are as asked for, not left out."""
    mine, other = '<sector code="15250"/>', '<sector code="72010"/>'
    (line,) = lines(
        tmp_path,
        an_activity(a_transaction(inside=mine), a_transaction("2", inside=other), sector=""),
        sector="15250",
    )
    assert [name for name, _, _ in line.commands] == ["make-pledge", "disburse-pledge"]
    assert line.left_out == ()


def test_a_parent_comes_before_its_children(tmp_path):
    """Whichever of them names the other, and wherever they stand; each keeps its place as its number."""
    child = an_activity(a_transaction(), identifier="C", inside='<related-activity ref="P" type="1"/>')
    second = an_activity(a_transaction(), identifier="D")
    parent = an_activity(a_transaction(), identifier="P", inside='<related-activity ref="D" type="2"/>')
    found = lines(tmp_path, child, second, parent)

    assert [line.number for line in found] == [3, 1, 2]
    assert [said(line, "make-pledge")[0].get("parent_pledge_id") for line in found] == [
        None, "key:iati:P:XAA", "key:iati:P:XAA",
    ]  # fmt: skip


def test_a_circle_of_parents(tmp_path):
    """Ends, with every activity read once."""
    one = an_activity(a_transaction(), identifier="A", inside='<related-activity ref="B" type="1"/>')
    two = an_activity(a_transaction(), identifier="B", inside='<related-activity ref="A" type="1"/>')
    assert sorted(line.number for line in lines(tmp_path, one, two)) == [1, 2]


def test_siblings_are_no_family(tmp_path):
    """Only types 1 and 2 are parent and child."""
    odd = '<related-activity ref="X" type="3"/>'
    (line,) = lines(tmp_path, an_activity(a_transaction(), inside=odd))
    assert "parent_pledge_id" not in said(line, "make-pledge")[0]


def test_how_many_there_are(tmp_path):
    """Is known before they are read."""
    read = iati.read(a_file(tmp_path, *(an_activity(identifier=str(number)) for number in range(7))))
    assert len(read) == 7
