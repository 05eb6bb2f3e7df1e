"""What is shown in each picture: real blocks, from the demonstration record on a fixed day."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from builders import Clock, Kept
from fake_slack import FakeSlack, Human
from serving import SECRET, link, served

from adapters.demonstration.load import load
from adapters.posting import PostOffice
from adapters.settings import read_settings
from adapters.wiring import open_service

DAY = "2026-12-01"
AT = datetime.fromisoformat(f"{DAY}T10:00:00+01:00")
CHANNEL = "C1"
QUESTION = "why did Meridian Union cut support to Estovar?"
REMINDED = "clearance (Article 4)"
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b\d{10}\.\d{6}\b|\bgen\d+\b")
Scene = dict[str, Any]


def scenes(folder: Path) -> dict[str, Scene]:
    """By name: what kind of surface, and its blocks or its view."""
    with FakeSlack() as slack, _record(folder, slack) as record, served(record) as url:
        ana = Human(slack, url, SECRET)
        asked = ana.command("/ica", QUESTION).message
        ana.command("/ica", "shift XBB XAA")
        form = slack.views[-1].spec
        ana.open_home()
        slack.wait_for(lambda fake: fake.modals.homes)
        PostOffice(record, spacing=0.0).ticker.tick(AT)
        reminder = next(each for each in slack.in_channel(CHANNEL) if REMINDED in each.words)
        return {
            "question": {"said": f"/ica {QUESTION}", "blocks": asked.blocks},
            "form": form,
            "reminder": {"said": "", "blocks": reminder.blocks},
            "home": slack.modals.homes["U1"].spec,
        }


def as_kept(scene: Scene) -> str:
    """As it is kept beside its picture: ids that are made anew each time are numbered."""
    known: dict[str, str] = {}
    text = json.dumps(scene, indent=1, ensure_ascii=False, sort_keys=True)
    return _ID.sub(lambda found: known.setdefault(found[0], f"id-{len(known) + 1}"), text) + "\n"


@contextmanager
def _record(folder: Path, slack: FakeSlack) -> Iterator[Kept]:
    """The demonstration as a Coordinator, U1, has it on that day."""
    settings = read_settings(
        database_url=f"sqlite:///{folder / 'pictures.db'}", base_url="https://ica.example.org",
        slack_bot_token=slack.bot_token, slack_signing_secret=SECRET, slack_api_url=slack.api_url,
        slack_channel=CHANNEL,
    )  # fmt: skip
    clock = Clock()
    clock.set(DAY)
    record = Kept(**vars(open_service(settings, clock)), clock=clock)
    record.projector.start()
    load(record)
    link(record, "T1/U1", "coordinator")
    yield record
    record.close()
