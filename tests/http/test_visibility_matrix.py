"""Who reads what, everywhere: each circle's words reach those who may read them, on every address, and nobody else."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from outside.caller import Caller
from outside.server import Server, fresh_state

CIRCLES = ("public", "states_parties", "coordinators")
READERS: dict[str, tuple[str | None, set[str]]] = {
    "public": (None, {"public"}),
    "reader": ("reader", {"public", "states_parties"}),
    "state": ("state", {"public", "states_parties"}),
    "donor": ("donor", {"public", "states_parties"}),
    "coordinator": ("coordinator", set(CIRCLES)),
    "admin": ("admin", set(CIRCLES)),
    "auditor": ("auditor", set(CIRCLES)),
}
"""Each kind of reader, with its token's role and the circles whose facts it may read; state and donor are others'."""
MARK = re.compile(r"MARK-([a-z_]+?)-(\w+)-END")


def _tell(office: Caller, circle: str, state: str, donor: str) -> set[str]:
    """One thing of each kind, with a mark in whatever words it takes; the kinds that were told."""
    told: set[str] = set()

    def mark(kind: str) -> str:
        told.add(kind)
        return f"MARK-{circle}-{kind}-END"

    def record(command: str, **body: Any) -> dict[str, Any]:
        return office.record(command, visibility=circle, **body)

    eur = {"amount": "500", "currency": "EUR"}
    record("record-accession", state=state, deposited_on="2020-03-02", action="accession", note=mark("accession"))
    record("declare-obligation", state=state, article=4, note=mark("obligation"))
    record("report-progress", state=state, article=4, figures={"cleared_m2": 5}, period=mark("progress"))
    record("adopt-plan", state=state, article=4, kind="completion", from_on="2025-01-01", until="2030-01-01",
           url=f"https://x.example/{mark('plan')}")  # fmt: skip
    record("report-challenge", state=state, challenge=["funding"], text=mark("challenge"))
    record("share-practice", state=state, title="T", text=mark("practice"), articles=[4])
    record("publish-profile", donor=donor, articles=[4], natures=["financial"], contact=mark("profile"))
    record("form-coalition", state=state, article=4, lead=donor, goal=mark("coalition"), until="2030-01-01")
    record("submit-request", state=state, article=4, nature=["financial"], need=mark("request"))
    pledge = record("make-pledge", donor=donor, state=state, money=eur, conditions=mark("pledge"))["id"]
    record("commit-pledge", pledge_id=pledge, money=eur, agreement_ref=mark("commitment"))
    shift = record("shift-support", donor=donor, state=state, pledge_id=pledge, direction="cut", money=eur,
                   reason="budget", reason_text=mark("shift"), reason_source="donor_stated")["id"]  # fmt: skip
    record("dispute", about=shift, statement=mark("dispute"))
    record("record-contact", state=state, donor=donor, kind="letter", on="2025-01-02", text=mark("contact"))
    record("file-article7-report", state=state, kind="annual", year=2024, filed_on="2025-04-01", needs=mark("report"))
    meeting = record("schedule-meeting", title=mark("meeting"), kind="joint", on="2025-02-03")["id"]
    record("hold-meeting", meeting_id=meeting, attended=[state, donor], summary=mark("summary"))
    record("approve-summary", meeting_id=meeting)
    record("record-statement", meeting_id=meeting, text=mark("statement"), attribution="named", speaker=state)
    record("record-outcome", meeting_id=meeting, text=mark("outcome"), owner=state, due_on="2030-01-01")
    record("record-recommendation", meeting_id=meeting, text=mark("recommendation"), addressed_to="donors")
    return told


@pytest.fixture(scope="module")
def parties() -> dict[str, tuple[str, str]]:
    """For each circle a State and a donor of its own."""
    return {circle: (fresh_state(), fresh_state()) for circle in CIRCLES}


@pytest.fixture(scope="module")
def told(office: Caller, parties: dict[str, tuple[str, str]]) -> dict[str, set[str]]:
    """All that can be said of them, by circle."""
    return {circle: _tell(office, circle, *parties[circle]) for circle in CIRCLES}


@pytest.fixture(scope="module")
def addresses(
    server: Server, office: Caller, parties: dict[str, tuple[str, str]], told: dict[str, set[str]]
) -> list[str]:
    """Every reading address, its blanks filled with whatever the Coordinators see: no reader is told of these ids."""
    described = server.http.get("/api/v1/openapi.json").json()["paths"]
    asked = [path.removeprefix("/api/v1") for path, said in described.items() if "get" in said]
    assert told
    codes = [code for pair in parties.values() for code in pair]
    return sorted({filled for path in asked for filled in _filled(office, path, codes)})


def _filled(office: Caller, path: str, codes: list[str]) -> Iterator[str]:
    if not (blank := re.search(r"\{(\w+)\}", path)):
        yield {"/changes": "/changes?since=2020-01-01"}.get(path, path)
        return
    if blank[1] == "state":
        named = codes
    else:
        parent = path.split("/{", maxsplit=1)[0]
        named = [each["id"] for each in _marked(office, parent)]
    yield from (path.replace(blank[0], each) for each in named)


def _marked(office: Caller, address: str) -> list[dict[str, Any]]:
    """What on an address bears a mark."""
    found, after = [], 0
    while True:
        answer = office.read(address, limit=200, after=after, **({"status": "all"} if address == "/outcomes" else {}))
        found += answer.json()["items"]
        if "next" not in answer.links:
            return [each for each in found if MARK.search(str(each))]
        after = int(re.search(r"after=(\d+)", answer.links["next"]["url"])[1])


def _seen(caller: Caller, addresses: list[str]) -> tuple[set[tuple[str, str]], list[str]]:
    """Every circle and kind whose words are read somewhere, and the addresses that broke."""
    found: set[tuple[str, str]] = set()
    broken = []
    for address in addresses:
        following: str | None = f"/api/v1{address}" + ("" if "?" in address or "{" in address else "?limit=200")
        while following:
            answer = caller.http.get(following, headers=caller.headers)
            if answer.status_code not in {200, 404, 422}:
                broken.append(f"{answer.status_code} {following}")
            found |= set(MARK.findall(answer.text))
            following = answer.links["next"]["url"] if "next" in answer.links else None
    return found, broken


@pytest.mark.parametrize("reader", READERS)
def test_each_circles_words_reach_those_who_may_read_them(
    server: Server, told: dict[str, set[str]], addresses: list[str], reader: str
) -> None:
    """All that its circles hold can be found, and nothing of the others, whatever is asked."""
    role, circles = READERS[reader]
    parties = [fresh_state()] if role in {"state", "donor"} else []
    found, broken = _seen(server.caller(role, *parties), addresses)

    assert broken == []
    assert found == {(circle, kind) for circle in circles for kind in told[circle]}
