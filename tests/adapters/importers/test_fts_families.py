"""Parents, children and repeats: nothing is counted twice."""

from fts_files import HALO, a_cluster, a_flow, a_place, an_organisation, bodies, json_page

from adapters.importers import fts

EMPTIED = a_flow(id="1", flowType="Parked", amountUSD=0, childFlowIds=[2, 3], status="commitment")
OTHER_WORK = [an_organisation("OXFAM", "NGO"), a_cluster("Health"), a_place("Afghanistan")]


def pledges(lines):
    return {line.number: bodies(line)["make-pledge"] for line in lines if line.commands}


def test_a_parent_comes_before_its_children_whatever_the_order_of_the_file(tmp_path):
    """A child names its parent by key, so the parent is recorded first; numbers stay those of the file."""
    lines = list(fts.read(json_page(tmp_path, a_flow(id="2", parentFlowId=1), a_flow(id="9"), EMPTIED)))

    assert [line.number for line in lines] == [3, 1, 2]
    assert pledges(lines)[1]["parent_pledge_id"] == "key:fts:1"
    assert "parent_pledge_id" not in pledges(lines)[2]


def test_an_emptied_parent_carries_no_money(tmp_path):
    """The children carry what the parent announced, so the parent's amount stays unknown and is remarked on."""
    parent, child = fts.read(json_page(tmp_path, EMPTIED, a_flow(id="2", parentFlowId=1)))

    assert not any("money" in body for body in bodies(parent).values())
    assert bodies(parent)["make-pledge"]["note"] == "A parent flow: the money is with its children (2)."
    assert bodies(child)["commit-pledge"]["money"]["amount"] == "102870.00"


def test_what_a_parent_has_not_passed_on_is_its_own(tmp_path):
    """OCHA leaves on a parent what no child has taken yet; it is recorded, and the children name their parent."""
    parent, _ = fts.read(json_page(tmp_path, EMPTIED | {"amountUSD": 7398}, a_flow(id="2", parentFlowId=1)))

    assert bodies(parent)["commit-pledge"]["money"] == {"amount": "7398.00", "currency": "USD"}
    assert "what has not been passed on" in bodies(parent)["make-pledge"]["note"]


def test_a_parent_that_is_not_taken_is_not_named(tmp_path):
    """A parent in another file, of other work, or refused leaves its child alone, and that is remarked on."""
    other = a_flow(id="1", destinationObjects=OTHER_WORK)
    refused = a_flow(id="1", status="cancelled")
    child = a_flow(id="2", parentFlowId=1)

    for page in ([child], [other, child], [refused, child]):
        pledge = list(pledges(fts.read(json_page(tmp_path, *page))).values())[-1]
        assert "parent_pledge_id" not in pledge
        assert pledge["note"] == "A part of flow 1, which was not imported with it."


def test_flows_that_are_each_others_parents_end_somewhere(tmp_path):
    """A circle in the file is broken, not followed."""
    circle = [a_flow(id="1", parentFlowId=2), a_flow(id="2", parentFlowId=1), a_flow(id="3", parentFlowId=3)]
    lines = list(fts.read(json_page(tmp_path, *circle)))

    assert sorted(line.number for line in lines if line.commands) == [1, 2, 3]


def test_a_flow_that_recurs_is_taken_once(tmp_path):
    """The second is already there."""
    first, second = fts.read(json_page(tmp_path, a_flow(), a_flow(amountUSD=5)))

    assert first.commands
    assert second.skipped == "already there: flow 1001 is line 1"


def test_the_same_file_gives_the_same_commands(tmp_path):
    """Keys and bodies depend on the file alone, so a repeated import meets itself."""
    path = json_page(tmp_path, EMPTIED, a_flow(id="2", parentFlowId=1, destinationObjects=[HALO, a_place("Chad")]))

    assert list(fts.read(path)) == list(fts.read(path))
