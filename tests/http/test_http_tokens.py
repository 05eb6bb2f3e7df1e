"""A token opens what its role may, or nothing at all."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from outside.caller import Caller, refused
from outside.server import Server

from domain.actor import Actor

READING = (
    "/states", "/states/XAA", "/states/XAA/history", "/events", "/kinds", "/requests", "/pledges", "/shifts",
    "/explanations", "/requests/none", "/pledges/none", "/shifts/none", "/shifts/none/explanation", "/events/none",
    "/states/Nowhere", "/requests?no_such=1", "/pledges.csv", "/states/XAA/history.csv", "/deadlines", "/meetings",
    "/meetings/none", "/meetings/none/summary", "/meetings/none/summary.md", "/outcomes", "/outcomes.xlsx",
)  # fmt: skip
BAD = {
    "unknown": "Bearer ica_0000000000000000000000000000000000000000000",
    "another scheme": "Basic YWxhZGRpbjpvcGVuc2VzYW1l",
    "no secret": "Bearer",
    "no scheme": "ica_0000000000000000000000000000000000000000000",
    "two secrets": "Bearer ica_one ica_two",
    "empty": "",
}


@pytest.mark.parametrize("header", BAD.values(), ids=BAD)
@pytest.mark.parametrize("address", ["/pledges", "/states/XAA/history", "/requests/none"])
def test_a_bad_token_opens_nothing(public: Caller, header: str, address: str) -> None:
    """401 with WWW-Authenticate, even for what anybody may read."""
    answer = public.http.get(f"/api/v1{address}", headers={"Authorization": header})
    refused(answer, 401)
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("address", READING)
def test_a_bad_token_is_refused_before_anything_else(public: Caller, address: str) -> None:
    """On every reading address: 401, not 404 for what is unknown nor 422 for what is wrong."""
    refused(public.http.get(f"/api/v1{address}", headers={"Authorization": BAD["unknown"]}), 401)


@pytest.mark.parametrize("header", [None, *BAD.values()], ids=["none", *BAD])
def test_recording_needs_a_token(public: Caller, server: Server, header: str | None) -> None:
    """401 before the key, the body or the command's rules are looked at; nothing is recorded."""
    before = server.log_size()
    headers = {"Authorization": header} if header is not None else {}
    answer = public.http.post("/api/v1/commands/make-pledge", content=b"not json", headers=headers)

    refused(answer, 401)
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert server.log_size() == before


def test_a_token_expires(someone: Callable[..., Caller], server: Server) -> None:
    """Through its last day it opens; after it, nothing."""
    today = date.fromisoformat(server.beside.today())
    assert someone("reader", expires_on=today.isoformat()).read("/pledges").status_code == 200
    refused(someone("reader", expires_on=(today - timedelta(days=1)).isoformat()).read("/pledges"), 401)


def test_a_revoked_token_opens_nothing_at_once(server: Server, state: str, donor: str) -> None:
    """The very next request of a running server answers 401, for reading and for recording."""
    secret = server.token("coordinator", label="to be revoked")
    caller = Caller(server.http, secret, server.progress)
    caller.record("make-pledge", donor=donor, state=state)
    (held,) = (row for row in server.beside.access.tokens() if row["label"] == "to be revoked")
    server.beside.record(Actor("cli:tester", operator=True), "revoke-token", {"token_id": held["id"]}, held["id"])

    refused(caller.read("/pledges"), 401)
    refused(caller.say("make-pledge", donor=donor, state=state), 401)


def test_bad_tokens_cannot_be_told_apart(someone: Callable[..., Caller], public: Caller) -> None:
    """Unknown and expired answer in the same bytes."""
    expired = someone("reader", expires_on="2020-01-01").read("/pledges")
    unknown = public.http.get("/api/v1/pledges", headers={"Authorization": BAD["unknown"]})
    assert expired.content == unknown.content


def test_the_scheme_is_read_in_any_case(server: Server) -> None:
    """`bearer` and `BEARER` are the same scheme (RFC 9110)."""
    secret = server.token("reader")
    for scheme in ("bearer", "BEARER"):
        answer = server.http.get("/api/v1/pledges", headers={"Authorization": f"{scheme} {secret}"})
        assert answer.status_code == 200


@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/api/v1/docs", "/api/v1/openapi.json"])
def test_what_names_nobody_needs_no_token(public: Caller, address: str) -> None:
    """Health and documentation are open to all."""
    assert public.http.get(address).status_code == 200


def test_a_secret_is_nowhere_on_record(server: Server) -> None:
    """Auditors, who see every event, see no token's secret."""
    secret = server.token("auditor", label="auditor's own")
    auditor = Caller(server.http, secret, server.progress)
    made = auditor.read("/events", limit=200, after=server.log_size() - 1, wait=server.log_size())
    assert made.json()["items"][0]["kind"] == "token.created"
    assert secret not in made.text
    assert server.ica.url or secret.encode() not in server.ica.database.read_bytes()
