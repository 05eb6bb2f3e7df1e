"""Pages on who could help: matches both ways, and a request's own page, which says what it lacks."""

from pages.reading import links, plain, section


def test_matches_stand_best_first_with_their_reasons(visit, ids):
    """Each match says in words why it fits; the better one comes before."""
    page = visit(f"/matches?request_id={ids['valleys']}").text
    said = plain(page)

    assert "It names Estovar among the States it supports. Its window is open until 31 December 2025." in said
    assert page.index(f"/profiles/{ids['near']}") < page.index(f"/profiles/{ids['far']}")
    assert "Fit 100 Halvora" in said


def test_a_donor_sees_whom_it_could_help(visit, ids):
    """Asked by donor, the list leads to the requests."""
    page = visit("/matches?donor=Halvora").text

    assert "Whom could Halvora help?" in plain(page)
    assert set(links(page, r"/requests/[^\"]+")) == {f"/requests/{ids['valleys']}"}


def test_a_match_needs_a_profile_on_record(visit, ids):
    """Before any donor has published, the page says who could be asked instead."""
    assert "No profile on record matches." in plain(visit("/matches?donor=XBD").text)


def test_matches_keep_the_moment(visit):
    """Every link of a page on the past leads into the same past."""
    onward = links(visit("/matches?known_at=2025-05-20").text, r"/(?:profiles|requests|states)/[^\"]+")

    assert onward
    assert all(link.endswith("known_at=2025-05-20") for link in onward)


def test_a_request_says_what_it_lacks_in_words(visit, ids):
    """What is missing for a donor is named with the way to add it, and blocks nothing."""
    ready = plain(section(visit(f"/requests/{ids['valleys']}").text, "Ready for a donor\\?"))

    assert "57 % of what donors look for is there: nature, need, plan and period." in ready
    assert "Give the budget line by line. Say what the State itself puts in" in ready
    assert "Say what is needed" not in ready


def test_a_request_shows_who_could_help_with_it(visit, ids):
    """Its page lists the donors that fit, without the request repeated."""
    helping = section(visit(f"/requests/{ids['valleys']}").text, "Who could help")

    assert [plain(name) for name in ("Halvora", "Calvera") if name in helping] == ["Halvora", "Calvera"]
    assert "Clear the valleys." not in helping


def test_the_plan_that_a_request_serves_is_linked(visit, ids):
    """From the need to the plan behind it is one step."""
    assert links(visit(f"/requests/{ids['valleys']}").text, r"/plans/[^\"]+") == [f"/plans/{ids['plan']}"]
