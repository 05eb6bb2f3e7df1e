"""Pages in a real browser: quiet, accessible, at home on narrow screens, and without scripts."""

from pathlib import Path

import pytest

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours."""
NARROW = {"viewport": {"width": 320, "height": 700}, "reduced_motion": "reduce"}
"""A small screen, on which colours change at once."""
PAGES = [
    "/",
    "/states?q=Arvandr",
    "/states/XAA?as_of=2025-06-01",
    "/states/XAC",
    "/requests/{request}",
    "/pledges",
    "/pledges/{pledge}",
    "/shifts?unexplained=true",
    "/shifts/{cut}",
    "/explanations?donor=XBB&state=XAA",
    "/events/{event of payment}",
    "/deadlines",
    "/states",
    "/states/XAE",
    "/states/XAH",
    "/meetings",
    "/meetings/{spring}",
    "/meetings/{spring}/summary",
    "/outcomes?status=all",
    "/states/Nowhere",
]


@pytest.fixture
def look(browser, address):
    """Open pages as a coordinator; what the browser complains of and whom else it asks is kept on the page."""
    contexts = []

    def open_page(path: str, **options):
        headers = {"Authorization": "Bearer ica_coordinator"}
        context = browser.new_context(base_url=address, extra_http_headers=headers, **options)
        contexts.append(context)
        page = context.new_page()
        page.said, page.strangers = [], []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda asked: asked.url.startswith(address) or page.strangers.append(asked.url))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def widest(page) -> int:
    """How far the page reaches to the right."""
    return page.evaluate("document.documentElement.scrollWidth")


def faults(page, path) -> list[tuple[str, str, list[str]]]:
    """What axe finds on a page: by all rules in light colours, and by those about colours in dark ones."""
    page.evaluate(f"{AXE}; 0")
    found = []
    for scheme, rules in (("light", WCAG), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme)
        found += page.evaluate("rules => axe.run(document, {runOnly: rules})", rules)["violations"]
    return [(path, each["id"], [node["html"] for node in each["nodes"]]) for each in found]


def test_pages_are_accessible_narrow_quiet_and_alone(look, ids):
    """WCAG 2.2 AA by axe in both schemes, no sideways scroll at 320 px, no complaint, and no other host."""
    page = look("/", **NARROW)
    for path in PAGES:
        status = page.goto(path.format_map(ids)).status
        assert widest(page) == 320, path
        assert faults(page, path) == []
        assert [said for said in page.said if status == 200 or "404" not in said] == [], path
        page.said.clear()
    assert page.strangers == []
    assert page.title() != "taken"


def test_pages_fit_every_screen(look, ids):
    """At no width does a page scroll sideways."""
    page = look("/")
    for path in PAGES:
        page.goto(path.format_map(ids))
        for width in (1400, 1000, 800, 600):
            page.set_viewport_size({"width": width, "height": 900})
            assert widest(page) == width, path


def test_everything_works_without_scripts(look):
    """Looking up a State, filtering its history and going back in time are plain links and forms."""
    page = look("/", java_script_enabled=False)
    page.get_by_label("Find a State or organisation").fill("Arvandor")
    page.get_by_role("button", name="Find").click()
    assert page.url.endswith("/states/XAA")

    page.get_by_label("Kind").select_option("pledge.disbursed")
    page.get_by_role("button", name="Filter").click()
    assert page.url.endswith("/states/XAA?kind=pledge.disbursed#history")
    assert page.locator("ol.facts > li").count() == 1

    page.get_by_label("As known at").fill("2025-05-04")
    page.get_by_role("button", name="Show that moment").click()
    assert page.url.endswith("/states/XAA?kind=pledge.disbursed&known_at=2025-05-04")
    page.get_by_role("link", name="Return to now").click()
    assert page.url.endswith("/states/XAA?kind=pledge.disbursed")


def test_the_keyboard_reaches_what_matters(look):
    """The first stop leads past the menu; every stop can be seen, and the main links are among the first."""
    page = look("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert page.locator(".skip").bounding_box()["x"] >= 0

    reached = []
    for _ in range(10):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert reached[:6] == ["ICA Ledger", "Deadlines", "States", "Requests", "Pledges", "Shifts"]

    page.keyboard.press("Shift+Tab")
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "q"


def test_a_link_to_a_correction_lands_on_it(look, ids):
    """Following the mark of a corrected fact brings the correction into view, set apart."""
    page = look("/states/XAA")
    page.locator(f"#e-{ids['event of payment']}").get_by_role("link", name="see the correction").click()
    correction = page.locator(f"#e-{ids['event of correction']}")

    assert page.evaluate("document.querySelector(':target').id") == f"e-{ids['event of correction']}"
    assert "A zero was lost." in correction.text_content()


def test_paper_has_the_facts_without_the_forms(look):
    """A printed page holds the record, not the controls."""
    page = look("/states/XAA")
    page.emulate_media(media="print")

    assert not page.locator("form").first.is_visible()
    assert page.get_by_text("Halvora cut its support to Arvandor by 100,000.00 EUR.", exact=True).is_visible()
