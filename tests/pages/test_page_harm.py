"""Texts that people write reach the page as text, whatever they hold."""

import hashlib
import html
import re
from pathlib import Path

import pytest
from pages.page_facts import HARM, RIGHT_TO_LEFT
from pages.reading import fact

VENDOR = Path(__file__).parent / "vendor"


@pytest.mark.parametrize("path", ["/requests", "/requests/{harm}", "/states/XAC", "/events/{event of harm}"])
def test_markup_in_a_text_is_text(visit, ids, path):
    """A tag somebody wrote is shown, never run; text that runs from the right keeps to its own place."""
    page = visit(path.format_map(ids)).text

    assert html.escape(HARM, quote=False) in page.replace("&#34;", '"').replace("&#39;", "'")
    assert "<script" not in page
    assert "<img" not in page
    assert re.search(rf'dir="auto">[^<]*{RIGHT_TO_LEFT}', page)


def test_only_addresses_of_the_web_are_linked(visit, ids):
    """A source whose address a browser would run is named, not linked."""
    line = fact(visit("/states/XAC").text, ids["event of harm"])

    assert "javascript:" not in line
    assert "Source: Press," in re.sub(r"\s+", " ", line)


@pytest.mark.parametrize(
    "path", [f"/states?q={HARM}", f"/states/{HARM}", f"/states/XAA?as_of={HARM}", f"/{HARM}", f"/states/XAA?{HARM}=1"]
)
def test_an_address_is_never_markup(visit, path):
    """What stands in an address comes back as text too."""
    answer = visit(path.replace("#", "%23"))

    assert answer.headers["content-type"].startswith("text/html")
    assert "<script" not in answer.text
    assert "<img" not in answer.text


@pytest.mark.parametrize("path", ["//example.org/?a=", "//example.org/page?a=", "/%2Fexample.org/page?a="])
def test_no_page_leads_away(visit, address, path):
    """An address that looks like another host is not followed there."""
    location = visit(path).headers.get("location", "/")

    assert location.startswith(("/", address))
    assert not location.startswith("//")


def test_the_checker_is_the_one_recorded():
    """The sums in the README are those of the files, and no file is without one."""
    readme = (VENDOR / "README.md").read_text("utf-8")
    recorded = dict(re.findall(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", readme, re.MULTILINE))
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in VENDOR.iterdir()}

    assert files == recorded | {"README.md": files["README.md"]}
