"""`make pictures`: draws what the bot shows, with Chromium, and keeps the blocks beside each picture."""

import os
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from pictures.render import page
from pictures.scenes import as_kept, scenes

KEPT = Path(__file__).parents[2] / "docs" / "pictures"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    """One picture and one file of blocks for each scene."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        tab = browser.new_page(viewport={"width": 690, "height": 100})
        for name, scene in scenes(Path(folder)).items():
            tab.set_content(page(scene))
            tab.screenshot(path=KEPT / f"{name}.png", full_page=True)
            (KEPT / f"{name}.json").write_text(as_kept(scene), "utf-8")
        browser.close()


if __name__ == "__main__":
    main()
