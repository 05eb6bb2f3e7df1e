"""Which flows are mine action: by OCHA's labels, else by words that nothing else uses."""

import pytest
from fts_files import a_cluster, a_flow, a_place, a_row, an_organisation, bodies, csv_file, json_page, the_line

from adapters.importers.fts.mine_action import names_it

OXFAM = an_organisation("OXFAM", "NGO")


def a_relief_flow(**changed):
    return a_flow(**{"destinationObjects": [OXFAM, a_cluster("Health"), a_place("Afghanistan")], **changed})


@pytest.mark.parametrize(
    "changed",
    [
        {"destinationObjects": [OXFAM, a_cluster("Mine Action"), a_place("Afghanistan")]},
        {"destinationObjects": [OXFAM, a_cluster("Protection - Mine Action"), a_place("Afghanistan")]},
        {"destinationObjects": [OXFAM, {"type": "Cluster", "name": "Mine action"}, a_place("Afghanistan")]},
        {"destinationObjects": [an_organisation("United Nations Mine Action Service", "UN agency"), a_place("Chad")]},
        {"destinationObjects": [OXFAM, {"type": "Project", "name": "Mine risk education"}, a_place("Chad")]},
        {"keywords": ["Multiyear", "Mine action"]},
        {"description": "Clearance of explosive ordnance"},
    ],
)
def test_any_label_or_text_that_names_mine_action_is_enough(tmp_path, changed):
    """Cluster, keyword, organisation, project or description: any of them decides."""
    assert the_line(json_page(tmp_path, a_relief_flow(**changed))).commands


def test_other_flows_are_skipped_unless_all_are_wanted(tmp_path):
    """What is not mine action is counted as skipped; `--all` takes it."""
    path = json_page(tmp_path, a_relief_flow())

    assert the_line(path).skipped == "not mine action"
    assert the_line(path, everything=True).commands


def test_a_flow_that_is_not_mine_action_is_never_refused(tmp_path):
    """Its faults are nobody's concern here."""
    assert the_line(json_page(tmp_path, a_relief_flow(amountUSD="much", sourceObjects=[]))).skipped


def test_the_csv_is_judged_by_the_same_words(tmp_path):
    """Clusters and keywords stand in one cell each, parted by commas."""
    assert the_line(csv_file(tmp_path, a_row())).commands
    assert the_line(csv_file(tmp_path, a_row(destGlobalClusters="Health", destOrganization="OXFAM"))).skipped
    assert the_line(csv_file(tmp_path, a_row(destGlobalClusters="", keywords="Multiyear,Mine action"))).commands


@pytest.mark.parametrize(
    "text",
    [
        "Humanitarian mine and ordnance disposal", "Humanitarian DEMINING", "de-mining", "Landmine survivors",
        "land mines", "ERW", "HALO Trust",
        "anti-personnel mines", "unexploded ordnance", "UXO removal", "EORE sessions",
        "explosive remnants of war", "cluster munitions", "cluster bombs", "weapon contamination",
        "mine-risk education", "minefields", "Mine clearance",
        "Déminage humanitaire", "lutte antimines", "action contre les mines", "restes explosifs de guerre",
        "bombes à sous-munitions", "desminado", "Acción contra las minas", "minas antipersonal",
    ],
)  # fmt: skip
def test_words_of_mine_action(text):
    """Three languages, with or without hyphens, accents and capitals."""
    assert names_it(text)


@pytest.mark.parametrize(
    "text",
    [
        "Coal mine workers", "customs clearance of relief goods", "Gold mines", "determine the mineral content",
        "exploitation de minerais", "war victims", "persons with disabilities", "vitamine A", "clearance of rubble",
        "explosive population growth", "health cluster", "power of attorney", "Emergency response", "magnitude",
    ],
)  # fmt: skip
def test_words_that_only_look_like_it(text):
    """A bare mine, a clearance or a victim may be of another kind."""
    assert not names_it(text)


def test_an_amount_shared_with_other_clusters_says_so(tmp_path):
    """OCHA does not split a shared amount, so the whole is recorded with that remark."""
    shared = [OXFAM, a_cluster("Mine Action"), a_cluster("Health"), a_cluster("Protection"), a_place("Afghanistan")]
    pledge = bodies(the_line(json_page(tmp_path, a_flow(destinationObjects=shared))))["make-pledge"]

    assert pledge["note"].startswith("OCHA shares this amount with Health, Protection and does not say how much")
