"""The meeting of 24 November 2017 as a file of commands: its summary has the parts of the one that was written then."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from databases import KINDS, Databases
from outside.server import Server, serving

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "meeting-2017-11-24.jsonl"
LINES = len(EXAMPLE.read_text("utf-8").splitlines())
SPOKE = [
    *["The Coordinators"] * 3,
    *["The ISU"] * 3,
    "An affected State",
    "A representative of the Coordination Committee",
    *["An affected State"] * 2,
    "A representative of the Coordination Committee",
    *["An affected State"] * 2,
    "A representative of the Coordination Committee",
    "The ISU",
    *["An affected State"] * 3,
    *["A representative of the Coordination Committee"] * 2,
    "The ISU",
]
RAISED = [
    "scale_of_contamination", "capacity", "funding", "expertise_and_resources", "long_term_partnerships", "procedures",
    "armed_conflict", "new_contamination", "geography_and_climate",
]  # fmt: skip
"""The nine challenges that the summary of then lists, in its order; what else it reports was tagged by its record."""
HINDERED = ["few_select_states", "donor_priorities_opaque", "tied_to_projects", "no_organisation_presence"]
HEADINGS = [
    "# Informal meeting on enhancing international cooperation and assistance",
    "## 1. Key points raised",
    "### 1.1 Challenges and needs relating to implementing the Convention",
    "### 1.2 Key issues regarding access to assistance",
    "### 1.3 Key outcomes and recommendations",
    "#### Outcomes",
    "#### Recommendations",
    "## 2. Detailed record of the meeting",
]


@pytest.fixture(scope="module", params=KINDS)
def server(request: Any, databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server, beside which the file was imported twice."""
    with databases.elsewhere(request.param) as url, serving(tmp_path_factory.mktemp("meeting"), url=url) as running:
        assert running.ica.done("import", "commands", EXAMPLE).out == f"{LINES} lines taken, 0 skipped, 0 refused.\n"
        before = running.log_size()
        again = running.ica.done("import", "commands", EXAMPLE).out
        assert again == f"0 lines taken, {LINES} skipped ({LINES} already there), 0 refused.\n"
        running.progress.position = running.log_size()
        assert before == running.progress.position
        yield running


@pytest.fixture
def meeting(server: Server) -> str:
    """Its id."""
    (found,) = server.caller("coordinator").items("/meetings")
    return str(found["id"])


def test_the_summary_has_every_part(server: Server, meeting: str) -> None:
    """Who convened, how many came, the points raised, the outcome, nine recommendations, and the record in order."""
    summary = server.caller("coordinator").get(f"/meetings/{meeting}/summary.json")
    challenges = [each["tag"] for each in summary["key_points"]["challenges"]]

    assert (summary["on"], summary["hosts"], summary["participants"]) == ("2017-11-24", ["Australia", "Peru"], 15)
    assert challenges[: len(RAISED)] == RAISED
    assert [each["tag"] for each in summary["key_points"]["access_issues"]] == HINDERED
    assert [each["status"] for each in summary["outcomes"]] == ["open"]
    assert [each["addressed_to"] for each in summary["recommendations"]] == [
        *["affected_states"] * 4, "coordinators", *["donors"] * 2, *["all"] * 2,
    ]  # fmt: skip
    assert [each["who"] for each in summary["record"]] == SPOKE


def test_as_markdown_and_as_a_page(server: Server, meeting: str) -> None:
    """The same headings in the same order, and every sentence of the record."""
    office = server.caller("coordinator")
    said = [each["text"] for each in office.get(f"/meetings/{meeting}/summary")["record"]]
    text = office.read(f"/meetings/{meeting}/summary.md").text
    page = office.read(f"/meetings/{meeting}/summary.html").text

    assert [line for line in text.splitlines() if line.startswith("#")] == HEADINGS
    assert "Hosted by Australia and Peru." in text
    assert "Representatives who took part: 15." in text
    assert all(each in text for each in said)
    assert all(f">{heading.strip('# ')}</h" in page for heading in HEADINGS)
    assert "Representatives who took part: 15." in page


def test_it_is_a_draft_until_it_is_approved(server: Server, meeting: str) -> None:
    """For the Coordinators alone; then for States Parties, as the meeting is."""
    office, reader, public = (server.caller(role) for role in ("coordinator", "reader", None))
    path = f"/meetings/{meeting}/summary"
    assert "Draft meeting summary" in office.read(f"{path}.md").text
    assert reader.read(path).status_code == 404

    office.record("approve-summary", meeting_id=meeting)
    assert "Draft" not in reader.read(f"{path}.md").text
    assert public.read(path).status_code == 404


def test_no_word_of_it_names_a_speaker(server: Server, meeting: str) -> None:
    """The statements were taken without anybody's confirmation, and no State's history tells of them."""
    office = server.caller("coordinator")
    statements = office.get(f"/meetings/{meeting}")["statements"]

    assert "confirmed_anonymous" not in EXAMPLE.read_text("utf-8")
    assert {each["speaker"] for each in statements} == {None}
    for state in ("AUS", "PER"):
        kinds = {each["kind"] for each in office.items(f"/states/{state}/history")}
        assert "statement.recorded" not in kinds
