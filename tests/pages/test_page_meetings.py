"""Meetings and outcomes on pages: no speaker is betrayed, a draft is the Coordinators', an outcome is followed."""

import re

import pytest
from pages.page_facts import UNKNOWN_ID
from pages.reading import links, prose, section
from pages.treaty_facts import BARE, WORDS


def test_meetings_to_come_stand_before_those_past(visit):
    """The next one first, then the latest; a moved one says so."""
    page = visit("/meetings").text

    assert re.findall(r"<bdi>(\w+) meeting", section(page, "To come")) == ["Autumn"]
    assert "8 April 2025 Moved Spring meeting" in prose(section(page, "Past"))
    assert "15 people" in prose(section(page, "Past"))


def test_a_speaker_is_told_only_where_the_statement_is_named(visit, ids):
    """A group stands as a group, a withheld statement as a participant's, and neither is near a name."""
    for role in (None, "reader", "state", "coordinator"):
        said = section(visit(f"/meetings/{ids['spring']}", role).text, "What was said")
        speakers = re.findall(r'<p class="when">(.*?)</p>', said)
        assert speakers == ["An affected State", "A participant", "Arvandor"]
        assert "XAE" not in said


@pytest.mark.parametrize("state", ["XAA", "XAE", "XAG"])
@pytest.mark.parametrize("role", [None, "state", "coordinator"])
def test_no_states_page_tells_what_its_group_said(visit, state, role):
    """Those who were there have the meeting in their history, and of its statements only their own named one."""
    page = visit(f"/states/{state}", role).text

    assert "Spring meeting took place" in page
    assert BARE not in page
    assert "Its area is too small" not in page
    assert ("We will share our plan." in page) == (state == "XAA")


def test_a_draft_is_offered_to_the_coordinators_alone(visit, ids):
    """Others find neither the link, nor the page, nor a word of it; the answer is that of an unknown meeting."""
    path = f"/meetings/{ids['spring']}"
    for role in (None, "reader", "state", "donor"):
        hidden, unknown = visit(f"{path}/summary", role), visit(f"/meetings/{UNKNOWN_ID}/summary", role)
        assert hidden.status_code == 404
        assert hidden.content == unknown.content
        assert "summary" not in visit(path, role).text
        assert WORDS not in visit(path, role).text + visit("/states/XAE", role).text

    draft = visit(f"{path}/summary", "coordinator").text
    assert "Draft meeting summary" in draft
    assert WORDS in draft
    assert f'href="{path}/summary"' in visit(path, "coordinator").text


def test_a_summary_has_the_layout_its_readers_know(visit, ids):
    """Key points, outcomes and recommendations, then the detailed record."""
    page = visit(f"/meetings/{ids['spring']}/summary", "coordinator").text
    headings = re.findall(r"<h[2-4]>(.*?)</h[2-4]>", page)

    assert headings == [
        "1. Key points raised", "1.1 Challenges and needs relating to implementing the Convention",
        "1.2 Key issues regarding access to assistance",
        "1.3 Key outcomes and recommendations", "Outcomes", "Recommendations", "2. Detailed record of the meeting",
    ]  # fmt: skip
    assert "Lack of capacity" in page
    assert "Funding is tied to specific projects" in page
    assert "Seek partners. (Halvora, by 30 May 2025, open)" in prose(page)
    assert {visit(link, "coordinator").status_code for link in links(page, r"/api/v1/meetings/[^\"]+")} == {200}


def test_the_ledger_begins_with_what_is_past_its_day(visit):
    """Open outcomes by their days, those without a day last; who owns each, and through which meetings it went."""
    page = visit("/outcomes").text
    texts = re.findall(r'<span class="text" dir="auto">(.*?)</span>', page)
    first = prose(re.search(r"<tr id=.*?</tr>", page, re.DOTALL)[0])

    assert texts == ["Seek partners.", "Draft a form.", "Think of it again."]
    assert "30 May 2025 16 days ago Seek partners. Spring meeting, 8 April 2025 Halvora" in first
    assert "Autumn meeting, 7 October 2025" in first
    assert 'class="late"' in page
    assert "Nobody named" in page


def test_an_outcome_names_only_meetings_its_reader_may_know(visit):
    """Carried through the Coordinators' own talk, it says so to them alone."""
    for path in ("/outcomes", "/meetings"):
        assert "Our own talk" not in visit(path, "reader").text
        assert "Our own talk" in visit(path, "coordinator").text


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        ("status=done", ["Write to all."]),
        ("status=dropped", []),
        ("status=all", ["Seek partners.", "Draft a form.", "Think of it again.", "Write to all."]),
        ("owner=XAE", ["Draft a form."]),
        ("limit=1", ["Seek partners."]),
        ("limit=1&after=1", ["Draft a form."]),
    ],
)
def test_the_ledger_keeps_what_is_asked_for(visit, asked, texts):
    """By status and owner, page by page."""
    page = visit(f"/outcomes?{asked}").text

    assert re.findall(r'<span class="text" dir="auto">(.*?)</span>', page) == texts
    if asked == "status=done":
        assert "Done 11 April 2025: Letters went out." in prose(page)


def test_a_meeting_tells_what_was_carried_to_it(visit, ids):
    """An outcome is found from the meeting that took it up again, too."""
    page = section(visit(f"/meetings/{ids['autumn']}").text, "Carried forward to this meeting")

    assert "Seek partners." in page
    assert f'href="/meetings/{ids["spring"]}"' in page


@pytest.mark.parametrize("role", [None, "reader", "state", "donor"])
def test_a_meeting_held_back_answers_as_an_unknown_one(visit, ids, role):
    """The same bytes as for what does not exist."""
    hidden, unknown = (visit(f"/meetings/{each}", role) for each in (ids["preparation"], UNKNOWN_ID))

    assert hidden.status_code == 404
    assert hidden.content == unknown.content
