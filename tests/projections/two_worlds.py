"""Two records that differ only in who spoke, and everything that anybody can read of a record."""

import asyncio
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import orjson
from builders import ALL, NOW, Clock, Kept, a_command, open_record
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from adapters.auth.access import digest_of
from adapters.exporters.files import write_export
from adapters.http.app import create_app
from bots.questions import Asker, answer
from domain.actor import Actor
from projections.audience import AUDITORS, COORDINATORS, PUBLIC, STATES_PARTIES, own

STATES = ("XAA", "XAB", "XAC")
PRESENT = (*STATES, "XBB")
OPERATOR = Actor("cli:ana", operator=True)
READERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "public": ("public", ()),
    "reader": ("reader", ()),
    "XAA": ("state", ("XAA",)),
    "XAB": ("state", ("XAB",)),
    "XAC": ("state", ("XAC",)),
    "donor": ("donor", ("XBB",)),
    "coordinator": ("coordinator", ()),
    "admin": ("admin", ()),
    "auditor": ("auditor", ()),
}
MOMENTS = {"public": ({"as_of": "2025-06-18"},), "coordinator": ({"known_at": "2025-06-20"},)}
QUESTIONS = ("history XAA", "history XAB", "history XAA known at 2025-06-20", "outcomes", "requests", "deadlines XAA")
_HASH = re.compile(rb'leaf_hash(?:"|\\"|"")?:\s*(?:"|\\"|"")?[0-9a-f]{64}')
"""Texts are sealed with keys of their own, so that no two records have the same hashes, whoever spoke."""


@dataclass
class World:
    """A record with a meeting in it."""

    record: Kept
    meeting: str

    def do(self, name: str, **body: Any) -> str:
        """The Coordinators record something; the id of what it made."""
        return self.record.handle(a_command(name, **body)).id

    def statement(self, **said: Any) -> str:
        """What an affected State said, without its name unless told otherwise."""
        body = {"text": "The area is small.", "attribution": "group", "group": "affected_state"} | said
        return self.do("record-statement", meeting_id=self.meeting, **body)


def a_world(database: str) -> World:
    """The tokens of every reader, and a meeting at which three affected States and a donor were."""
    record = open_record(database, Clock("2025-06-15"))
    for name, (role, parties) in READERS.items():
        if role != "public":
            body = {"role": role, "digest": digest_of(_secret(name)), "parties": list(parties) or None}
            record.record(OPERATOR, "create-token", body, f"token-{name}")
    common: dict[str, Any] = {"visibility": "public", "on": "2025-06-10", "title": "Informal meeting"}
    meeting = record.handle(a_command("schedule-meeting", key="meeting", kind="affected", **common)).id
    record.handle(a_command("hold-meeting", key="held", meeting_id=meeting, attended=PRESENT))
    record.handle(a_command("approve-summary", key="approved", meeting_id=meeting))
    for state in STATES:
        needed: dict[str, Any] = {"article": 4, "nature": ["legal"], "need": "A law.", "visibility": "public"}
        record.handle(a_command("submit-request", key=f"request-{state}", state=state, **needed))
    return World(record, meeting)


def everything(world: World, readers: Iterable[str], folder: Path) -> dict[str, bytes]:
    """By reader and place, the bytes of every answer: all addresses, exports and the answers of the bot."""
    found = asyncio.run(_pages(world, list(readers)))
    found |= _exports(world, folder) | _answers(world)
    return {place: _HASH.sub(b"leaf_hash", said) for place, said in found.items()}


async def _pages(world: World, readers: list[str]) -> dict[str, bytes]:
    app, found = create_app(world.record), {}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://record") as http:
        described = (await http.get("/api/v1/openapi.json")).json()["paths"]
        served = {path for path in _paths(app) if not path.startswith(("/static", "/docs"))}
        assert set(described) - served == {path for path in described if "get" not in described[path]}
        for address in (filled for path in sorted(served) for filled in _filled(world, path)):
            for reader, when in _asking(readers, address):
                headers = {} if reader == "public" else {"Authorization": f"Bearer {_secret(reader)}"}
                said = await http.get(address, params=when, headers=headers)
                head = sorted((name, value) for name, value in said.headers.items())
                found[f"{reader} {address} {when}"] = orjson.dumps([said.status_code, head]) + said.content
    return found


def _paths(app: FastAPI) -> Iterator[str]:
    """Whatever can be read: what is described, and its other forms and pages."""
    yield from (route.path for route in iter_route_contexts(app.routes) if "GET" in (route.methods or ()))


def _asking(readers: list[str], address: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Everybody asks what is so now; of the past, one of each kind that reads something else."""
    for reader in readers:
        yield reader, {}
        if address.startswith("/api/v1/"):
            yield from ((reader, when) for when in MOMENTS.get(reader, ()))


def _filled(world: World, path: str) -> Iterator[str]:
    """An address with whatever fits its blank; the first statement's id stands for things of another kind."""
    log = [orjson.loads(each) for each in world.record.queries.log(AUDITORS, ALL, NOW).items]
    field = [each for each in log if each["refs"]["meeting_id"]]
    said = next(each["detail"]["statement_id"] for each in field if "statement_id" in each["detail"])
    fits = {
        "state": ["XAA", "XAB", "XZZ"],
        "event_id": [each["event_id"] for each in field],
        "meeting_id": [world.meeting],
    }
    if not (blank := re.search(r"\{(\w+?)(:\w+)?\}", path)):
        yield path + ("?donor=XBB&state=XAA" if "explanations" in path else "")
        return
    yield from (path.replace(blank[0], value) for value in fits.get(blank[1], [said]))


def _exports(world: World, folder: Path) -> dict[str, bytes]:
    found = {}
    for clearance in ("public", "states_parties", "coordinators"):
        for kind, party, ending in [("log", None, "jsonl"), *(("history", state, "csv") for state in STATES)]:
            write_export(world.record, kind, party, path := folder / f"out.{ending}", clearance)
            found[f"export {kind} {party} {clearance}"] = path.read_bytes()
    return found


def _answers(world: World) -> dict[str, bytes]:
    found = {}
    for viewer in (PUBLIC, STATES_PARTIES, own("XAA"), COORDINATORS):
        asker = Asker(viewer, world.record.queries, world.record.coordination.names, "2025-06-30", "http://record")
        for question in QUESTIONS:
            said = answer(question, asker)
            found[f"{viewer.label} {question}"] = f"{said.kind}\n{said.text}\n{said.blocks}".encode()
    return found


def _secret(reader: str) -> str:
    return f"ica_{reader}"
