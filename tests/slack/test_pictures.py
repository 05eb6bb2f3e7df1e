"""The pictures in the README show what the bot sends today."""

import re
from pathlib import Path
from typing import Any

import pytest
from fake_slack.kit.walk import words_of
from pictures.draw import KEPT
from pictures.render import page
from pictures.scenes import Scene, as_kept, scenes

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> dict[str, Scene]:
    """What the bot sends, with the demonstration record before it."""
    return scenes(tmp_path_factory.mktemp("pictures"))


def test_the_blocks_beside_each_picture_are_those_of_today(shown: dict[str, Scene]):
    """Where they differ, `make pictures` draws them anew."""
    kept = {path.stem: path.read_text("utf-8") for path in KEPT.glob("*.json")}

    assert kept == {name: as_kept(scene) for name, scene in shown.items()}


def test_every_picture_is_in_the_readme_and_every_one_named_there_is_drawn(shown: dict[str, Scene]):
    """Of a question, a form, a reminder and the Home tab."""
    named = set(re.findall(r"\(docs/pictures/(\w+)\.png\)", README.read_text("utf-8")))

    assert named == set(shown) == {path.stem for path in KEPT.glob("*.png")}


def test_every_word_of_the_blocks_is_in_the_picture(shown: dict[str, Scene]):
    """Nothing is left out to look better."""
    for name, scene in shown.items():
        drawn = _letters(re.sub(r"<[^>]+>", " ", page(scene)))
        for words in words_of(_closed(scene["blocks"])):
            for line in words.splitlines():
                assert _letters(re.sub(r"<[^|>]+\|([^>]+)>", r"\1", line)) in drawn, (name, line)


def _closed(part: Any) -> Any:
    """A list to choose from is closed in a picture."""
    if isinstance(part, dict):
        return {name: _closed(each) for name, each in part.items() if name != "options"}
    return [_closed(each) for each in part] if isinstance(part, list) else part


def _letters(words: str) -> str:
    return re.sub(r"&\w+;|&#\w+;|\W|_", "", words)
