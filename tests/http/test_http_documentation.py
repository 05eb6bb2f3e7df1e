"""The API describes itself completely, and shows it without the internet."""

import re
from typing import Any

import pytest
from outside.caller import Caller
from outside.server import Server

READING = (
    "/states", "/states/{state}", "/states/{state}/history", "/explanations", "/shifts/{shift_id}/explanation",
    "/requests", "/requests/{request_id}", "/pledges", "/pledges/{pledge_id}", "/shifts", "/shifts/{shift_id}",
    "/events", "/events/{event_id}", "/kinds", "/deadlines", "/meetings", "/meetings/{meeting_id}",
    "/meetings/{meeting_id}/summary", "/outcomes",
)  # fmt: skip
SCHEMA_WORDS = {
    "type", "format", "description", "enum", "items", "properties", "required", "additionalProperties", "title",
    "minimum", "maximum", "minItems", "default", "examples", "anyOf", "oneOf", "allOf", "$ref", "const", "maxLength",
}  # fmt: skip
TYPES = {"object", "array", "string", "integer", "number", "boolean", "null"}


@pytest.fixture(scope="module")
def described(public: Caller) -> dict[str, Any]:
    """The description, as anybody reads it."""
    said: dict[str, Any] = public.http.get("/api/v1/openapi.json").json()
    return said


def _operations(described: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, method, said) for path, each in described["paths"].items() for method, said in each.items()]


def test_it_is_openapi(described: dict[str, Any]) -> None:
    """Version 3.1, with a title, a version and only the parts that the standard knows."""
    assert re.fullmatch(r"3\.1\.\d", described["openapi"])
    assert described["info"]["title"]
    assert described["info"]["version"]
    assert set(described) <= {"openapi", "info", "paths", "components", "tags", "servers", "security"}


@pytest.mark.parametrize("address", READING)
def test_every_reading_address_is_listed(address: str, described: dict[str, Any]) -> None:
    """With what it answers, and each of its parameters once."""
    said = described["paths"][f"/api/v1{address}"]["get"]
    names = [(each["name"], each["in"]) for each in said["parameters"]]

    assert said["summary"]
    assert said["description"]
    assert len(names) == len(set(names))
    assert {("as_of", "query"), ("known_at", "query"), ("wait", "query")} <= set(names)
    assert {name for name, place in names if place == "path"} == set(re.findall(r"\{(\w+)\}", address))
    assert "401" in said["responses"]
    assert "422" in said["responses"]
    assert ("404" in said["responses"]) == ("{" in address)


def test_what_is_described_is_what_is_taken(described: dict[str, Any], office: Caller) -> None:
    """Each query parameter that is listed is understood, and each that is not is refused."""
    values = {
        "as_of": "2025-01-01", "known_at": "2025-01-01", "limit": "1", "after": "1", "wait": "0", "state": "XAA",
        "donor": "XBB", "article": "4", "status": "open", "open": "true", "since": "2020-01-01", "until": "2025-01-01",
        "unexplained": "true", "request_id": "none", "role": "any", "kind": "pledge.made", "within": "12m",
        "owner": "XBB", "total": "committed", "overdue": "true",
    }  # fmt: skip
    own = {"/deadlines": {"kind": "clearance", "status": "fixed"}, "/meetings": {"kind": "msp"}}
    for address in READING:
        if "{" in address and "{state}" not in address:
            continue
        said = described["paths"][f"/api/v1{address}"]["get"]
        known = values | own.get(address, {})
        asked = {each["name"]: known[each["name"]] for each in said["parameters"] if each["in"] == "query"}
        answer = office.read(address.replace("{state}", "XAA"), **asked)
        assert answer.status_code == 200, (address, answer.text)


def test_operations_have_names_of_their_own(described: dict[str, Any]) -> None:
    """`operationId` is unique: clients are generated from it."""
    names = [said["operationId"] for _, _, said in _operations(described)]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", name) for name in names), names


def test_every_schema_is_a_schema(described: dict[str, Any]) -> None:
    """Known words, known types, `required` among the properties, and every reference leads somewhere."""

    def check(schema: Any) -> None:
        if isinstance(schema, bool):
            return
        assert set(schema) <= SCHEMA_WORDS, schema
        assert schema.get("type", "string") in TYPES
        assert set(schema.get("required", [])) <= set(schema.get("properties", {}))
        if reference := schema.get("$ref"):
            assert reference.removeprefix("#/components/schemas/") in described["components"]["schemas"]
        below = [*schema.get("properties", {}).values(), *schema.get("anyOf", [])]
        below += [schema[name] for name in ("items", "additionalProperties") if name in schema]
        for each in below:
            check(each)

    for _, _, said in _operations(described):
        for parameter in said.get("parameters", []):
            check(parameter["schema"])
        bodies = [said["requestBody"]] if "requestBody" in said else []
        for content in [*bodies, *said["responses"].values()]:
            for media in content.get("content", {}).values():
                check(media.get("schema", {}))
    for schema in described["components"].get("schemas", {}).values():
        check(schema)


def test_refusals_are_described_as_they_are(described: dict[str, Any]) -> None:
    """Every refusal is `application/problem+json`, and nothing of the framework's own shape is promised."""
    for path, method, said in _operations(described):
        for status, answer in said["responses"].items():
            if path.startswith("/api/v1") and status.startswith(("4", "5")):
                assert "application/problem+json" in answer["content"], (path, method, status)
    assert "HTTPValidationError" not in described["components"].get("schemas", {})


def test_commands_need_a_token(described: dict[str, Any]) -> None:
    """The scheme they name is described."""
    schemes = described["components"]["securitySchemes"]
    for path, _, said in _operations(described):
        if "/commands/" in path:
            assert all(name in schemes for each in said["security"] for name in each)
    assert ("http", "bearer") in [(each["type"], each.get("scheme")) for each in schemes.values()]


FOREIGN = re.compile(r"""(?:src|href|url)\s*[=:(]\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)


def test_the_documentation_comes_from_here(public: Caller, server: Server) -> None:
    """The page and every file that it names are served by this service; none names another."""
    page = public.http.get("/api/v1/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert not FOREIGN.search(page.text)
    files = re.findall(r"""(?:src|href)=["']([^"']+)["']""", page.text)
    assert len([name for name in files if name.startswith("/static/")]) >= 3
    for name in files:
        if name.startswith("data:"):
            continue
        answer = public.http.get(name)
        assert answer.status_code == 200, name
        assert len(answer.content) > 50
        assert ("javascript" if name.endswith(".js") else "css") in answer.headers["content-type"]
        if name.endswith(".css") or "vendor" not in name:
            assert not FOREIGN.search(answer.text), name
    policy = page.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http:" not in policy
    assert "https:" not in policy


def test_the_documentation_asks_nobody_whether_it_is_valid(public: Caller) -> None:
    """The viewer is told where the description is, and to leave the outside validator alone."""
    script = public.http.get("/static/documentation.js").text
    assert "/api/v1/openapi.json" in script
    assert "validatorUrl: null" in script


def test_kinds_are_documented(office: Caller) -> None:
    """Every event kind, a stable `noun.past-verb` with one line on it; those of the contract among them."""
    kinds = office.items("/kinds", limit=200)
    names = {kind["kind"] for kind in kinds}
    assert all(re.fullmatch(r"[a-z]+\.[a-z]+", kind["kind"]) for kind in kinds)
    assert all(kind["about"] and "\n" not in kind["about"] for kind in kinds)
    assert {
        "request.submitted", "pledge.made", "pledge.committed", "pledge.disbursed", "receipt.reported",
        "support.shifted", "shift.explained", "contact.recorded", "report.filed",
    } <= names  # fmt: skip
