"""`ica token` and `ica person`, beside a server that is running."""

import re
from collections.abc import Iterator

import pytest
from outside.caller import Caller, refused
from outside.command_line import CommandLine
from outside.server import Server, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server; tokens are made beside it by `ica`."""
    with serving(tmp_path_factory.mktemp("tokens")) as running:
        yield running


def _caller(server: Server, secret: str) -> Caller:
    return Caller(server.http, secret, server.progress)


def _rows(ica: CommandLine) -> list[list[str]]:
    """The table of tokens, cell by cell."""
    header, *rows = ica.done("token", "list").out.splitlines()
    starts = [match.start() for match in re.finditer(r"(?<=\s\s)\S|^\S", header)]
    return [[row[at:end].strip() for at, end in zip(starts, [*starts[1:], None], strict=True)] for row in rows]


def test_a_token_is_printed_alone_on_the_last_line(server: Server) -> None:
    """`TOKEN=$(ica token create … | tail -1)` is a token that works at once in a running server."""
    done = server.ica.afresh("token", "create", "--role", "coordinator", "--label", "from a script")
    assert re.fullmatch(r"ica_[\w-]{43}", done.last_line)
    assert done.out.count(done.last_line) == 1
    _caller(server, done.last_line).record("make-pledge", donor="XBB", state="XAA")


def test_a_token_of_a_state_by_name(server: Server) -> None:
    """States by code or name, several if wanted; it speaks for them and no other."""
    words = ["token", "create", "--role", "state", "--state", "Arvandor", "--state", "XAB"]
    caller = _caller(server, server.ica.done(*words).last_line)
    said = {"article": 4, "nature": ["legal"], "need": "Help."}
    for state in ("XAA", "XAB"):
        caller.record("submit-request", state=state, **said)
    refused(caller.say("submit-request", state="XAC", **said), 403)


def test_the_list_of_tokens(server: Server) -> None:
    """One row each, whatever its label: id, role, State, label, created, last used, expires; no secret."""
    label = "[/] [bold]a very long label[/bold]\nover two lines that goes on " + "and on " * 20
    secrets = [
        server.ica.done("token", "create", "--role", "donor", "--state", "NOR", "--label", label).last_line,
        server.ica.done("token", "create", "--role", "auditor", "--expires-in", "90d").last_line,
    ]
    assert _caller(server, secrets[1]).read("/events", limit=1).status_code == 200
    listed = server.ica.done("token", "list").out
    assert not [secret for secret in secrets if secret in listed]
    assert listed.splitlines()[0].split("  ")[0] == "id"
    rows = _rows(server.ica)
    assert all(re.fullmatch(r"[0-9a-f]{8}", row[0]) for row in rows)
    labelled, used = rows[-2:]
    assert labelled[1:3] == ["donor", "NOR"]
    assert labelled[3] == " ".join(label.split())
    assert labelled[5] == ""
    assert used[1] == "auditor"
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", used[5])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", used[6])


def test_a_revoked_token_is_refused_at_once(server: Server) -> None:
    """The next request of the running server: 401. It cannot be revoked twice, and the list says so."""
    caller = _caller(server, server.ica.done("token", "create", "--role", "reader").last_line)
    assert caller.read("/pledges").status_code == 200
    token_id = _rows(server.ica)[-1][0]

    server.ica.done("token", "revoke", token_id)
    refused(caller.read("/pledges"), 401)
    again = server.ica("token", "revoke", token_id)
    assert (again.code, again.err.startswith("token_id: ")) == (1, True)
    assert _rows(server.ica)[-1][6] == "revoked"


def test_people(server: Server) -> None:
    """A role each time, from and until a day; all of them taken back at once; who did it is on record."""
    server.ica.done("person", "link", "--slack", "T0AB/U0CD", "--role", "coordinator", "--as", "chair")
    server.ica.done(
        "person", "link", "--slack", "T0AB/U0CD", "--role", "state", "--state", "Arvandor", "--from", "2025-01-01",
        "--until", "2099-12-31",
    )  # fmt: skip
    held = server.beside.access.by_slack("T0AB", "U0CD")
    assert {(grant.role.value, *grant.parties) for grant in held.grants} == {("coordinator",), ("state", "XAA")}

    server.ica.done("person", "unlink", "--slack", "T0AB/U0CD")
    held = server.beside.access.by_slack("T0AB", "U0CD")
    assert [grant.role.value for grant in held.grants] == ["public"]
    log = server.ica.log()
    linked = [(event["kind"], event["recorded_by"]) for event in log if event["kind"].startswith("person.")]
    assert linked[0] == ("person.linked", "chair")
    assert [kind for kind, _ in linked] == ["person.linked", "person.linked", "person.unlinked", "person.unlinked"]


def test_only_auditors_and_administrators_see_who_holds_what(server: Server) -> None:
    """Tokens and people are in the log for them, and for nobody else."""
    for role, sees in (("auditor", True), ("admin", True), ("coordinator", False), ("reader", False)):
        kinds = {item["kind"] for item in server.caller(role).items("/events", limit=200)}
        assert ("token.created" in kinds) == sees
