"""Which files are read as OCHA FTS flows, and how the others are refused."""

import json

import pytest
from fts_files import COLUMNS, a_flow, a_row, bodies, csv_file, json_page, the_line

from adapters.importers import fts
from adapters.importers.line import UnreadableFile


def test_a_page_a_bare_list_and_the_csv_say_the_same(tmp_path):
    """Whatever the format, one flow becomes the same commands, but for who reported it, which the CSV leaves out."""
    page = the_line(json_page(tmp_path, a_flow(reportDetails=[], grandBargainEarmarkingType=None)))
    bare = tmp_path / "bare.json"
    bare.write_text(json.dumps([a_flow(reportDetails=[], grandBargainEarmarkingType=None)]))
    row = the_line(csv_file(tmp_path, a_row(refCode="QZA-20/1", destGlobalClusters="Mine Action")))

    assert page.commands == the_line(bare).commands == row.commands
    assert [name for name, _, _ in page.commands] == ["make-pledge", "commit-pledge", "disburse-pledge"]


def test_a_byte_order_mark_is_tolerated(tmp_path):
    """Spreadsheets put a mark before the text; it is no part of it."""
    for path in (json_page(tmp_path, a_flow()), csv_file(tmp_path, a_row())):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
        assert the_line(path).commands


def test_a_row_of_hxl_tags_is_not_a_flow(tmp_path):
    """HDX writes hashtags below the header; the first flow is still line 1."""
    path = csv_file(tmp_path, a_row(id="#activity+id+fts_internal", status="#status+text"), a_row())

    assert the_line(path).number == 1


def test_a_row_cut_short_is_refused_and_the_rest_is_taken(tmp_path):
    """What was lost in a download is named, not guessed."""
    path = csv_file(tmp_path, a_row(), a_row(id="1002"))
    path.write_text(path.read_text().rstrip().rsplit(",", 2)[0])

    whole, cut = fts.read(path)

    assert whole.commands
    assert "not as many cells" in cut.refused


def test_what_is_not_a_flow_is_refused_and_the_rest_is_taken(tmp_path):
    """A page may hold rubbish beside flows."""
    rubbish, flow = fts.read(json_page(tmp_path, "nothing", a_flow()))

    assert "not a flow" in rubbish.refused
    assert flow.commands


def test_an_empty_page_has_no_lines(tmp_path):
    """A search without results is not an error."""
    assert list(fts.read(json_page(tmp_path))) == []
    assert list(fts.read(csv_file(tmp_path))) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b'{"data": {"flows": [{"id": "1"', "is not whole JSON"),
        (b'{"data": {"flows": [{"amountUSD": NaN}]}}', "no flow is written in"),
        (b"[" * 100_000, "no flow is written in"),
        (b'{"status": "error", "message": "no"}', "has no list of flows"),
        (b"<iati-activities/>", "is neither a JSON page nor a CSV of FTS flows"),
        (b"id,amountUSD,date\n1,2,3\n", "columns status, srcOrganization, destLocations are missing"),
        (",".join(COLUMNS).encode() + b"\n\xff\xfe", "is not UTF-8"),
        (b'"' + b"a" * 200_000, "is not a CSV file"),
    ],
)
def test_a_file_that_holds_no_flows_is_refused_as_a_whole(tmp_path, content, sentence):
    """One sentence says what the file is not, before any line is read."""
    path = tmp_path / "given"
    path.write_bytes(content)

    with pytest.raises(UnreadableFile, match=sentence):
        fts.read(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    """The reason is the system's own."""
    with pytest.raises(UnreadableFile, match=r"absent\.json cannot be opened: No such file"):
        fts.read(tmp_path / "absent.json")


def test_odd_types_within_a_flow_do_no_harm(tmp_path):
    """A field of another type than OCHA's counts as silent, or refuses that flow alone."""
    odd = a_flow(keywords="Mine action", childFlowIds=7, reportDetails=None, sourceObjects={"type": "Organization"})
    line, good = fts.read(json_page(tmp_path, odd, a_flow(id=1002, keywords=[None, 5])))

    assert "source Organization is missing" in line.refused
    assert bodies(good)["make-pledge"]["source"]["ref"] == "1002"
