"""What a cache may keep, for whom, and when it is told that nothing changed."""

from collections.abc import Callable

import pytest
from outside.caller import Caller

LISTS = (
    "/requests", "/pledges", "/shifts", "/events", "/states", "/kinds", "/states/XAA/history", "/pledges.csv",
    "/pledges.xlsx", "/deadlines", "/meetings", "/outcomes",
)  # fmt: skip
THINGS = ("/states/XAA", "/explanations?donor=XBB&state=XAA")


@pytest.fixture(scope="module", autouse=True)
def something(office: Caller) -> None:
    """One public pledge, so that every list has an item."""
    office.record("make-pledge", donor="XBB", state="XAA", visibility="public")


def _asked(address: str) -> tuple[str, dict[str, str]]:
    path, _, query = address.partition("?")
    return path, dict(part.split("=") for part in query.split("&") if part)


@pytest.mark.parametrize("address", [*LISTS, "/explanations?donor=XBB&state=XAA", "/states/XAA"])
def test_nothing_changed(address: str, office: Caller) -> None:
    """The ETag again: 304 without a body, with the headers of the 200 that matter; weak or in a list, the same."""
    path, asked = _asked(address)
    first = office.read(path, **asked)
    etag = first.headers["etag"]
    for known in (etag, f"W/{etag}", f'"other", {etag}', f'W/"other",W/{etag}'):
        again = office.read(path, headers={"If-None-Match": known}, **asked)
        assert (again.status_code, again.content) == (304, b""), known
        for name in ("etag", "vary", "cache-control"):
            assert again.headers[name] == first.headers[name]


@pytest.mark.parametrize("address", LISTS)
def test_something_changed(address: str, office: Caller) -> None:
    """After one more fact the old ETag is answered in full, under a new one."""
    first = office.read(address)
    office.record("make-pledge", donor="XBB", state="XAA")
    again = office.read(address, headers={"If-None-Match": first.headers["etag"]})

    assert again.status_code == 200
    assert again.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize("address", [*LISTS, "/explanations?donor=XBB&state=XAA", "/states/XAA"])
def test_audiences_do_not_share(address: str, office: Caller, someone: Callable[..., Caller]) -> None:
    """Each audience has an ETag of its own: one's is no answer to another."""
    path, asked = _asked(address)
    callers = [
        someone(None), someone("reader"), someone("coordinator"), someone("auditor"), someone("admin"),
        someone("state", "XAA"), someone("state", "XAB"), someone("state", "XAA", "XAB"), someone("donor", "XBB"),
    ]  # fmt: skip
    etags = [caller.read(path, **asked).headers["etag"] for caller in callers]

    assert len(set(etags)) == len(callers)
    assert office.read(path, headers={"If-None-Match": ", ".join(etags[:2])}, **asked).status_code == 200


@pytest.mark.parametrize("address", [*LISTS, "/states/XAA", "/explanations?donor=XBB&state=XAA"])
def test_only_what_is_public_may_be_kept_by_others(
    address: str, public: Caller, someone: Callable[..., Caller]
) -> None:
    """`private` for every token, `public` without one; both vary by who asks and in which form."""
    path, asked = _asked(address)
    for caller, kept in ((public, "public"), (someone("reader"), "private"), (someone("coordinator"), "private")):
        headers = caller.read(path, **asked).headers
        assert kept in headers["cache-control"]
        assert ("public" in headers["cache-control"]) == (kept == "public")
        assert {"Authorization", "Cookie", "Accept"} <= {name.strip() for name in headers["vary"].split(",")}


@pytest.mark.parametrize("address", ["/pledges/none", "/pledges?limit=0", "/states/Atlantis"])
def test_a_refusal_is_not_kept(address: str, public: Caller) -> None:
    """A 404 of now may be an announcement of tomorrow: no cache may keep it, nor give it to another."""
    path, asked = _asked(address)
    answer = public.read(path, **asked)
    assert answer.status_code in {404, 422}
    assert answer.headers["cache-control"] == "no-store"


def test_pages_and_forms_do_not_share(office: Caller) -> None:
    """JSON and CSV under one address have ETags of their own."""
    as_json, as_csv = office.read("/pledges"), office.read("/pledges", headers={"Accept": "text/csv"})
    assert as_json.headers["etag"] != as_csv.headers["etag"]
    crossed = office.read("/pledges", headers={"Accept": "text/csv", "If-None-Match": as_json.headers["etag"]})
    assert crossed.status_code == 200


def test_a_thing_read_by_its_version_is_told_apart_by_who_reads(office: Caller, public: Caller, state: str) -> None:
    """A single thing's ETag is its version; it is never answered to another from a shared cache."""
    made = office.record("make-pledge", donor="XBB", state=state, visibility="public")["id"]
    for caller in (office, public):
        answer = caller.read(f"/pledges/{made}")
        assert answer.headers["etag"] == '"1"'
        assert "Authorization" in answer.headers["vary"]


@pytest.mark.parametrize("address", ["/api/v1/pledges", "/api/v1/docs", "/healthz", "/api/v1/nothing"])
def test_a_browser_is_told_to_be_careful(address: str, public: Caller) -> None:
    """No sniffing, no framing, nothing from elsewhere."""
    headers = public.http.get(address).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "server" not in headers
