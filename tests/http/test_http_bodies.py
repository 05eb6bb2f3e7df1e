"""What a body may be, and what is said of one that is not."""

import json
from collections.abc import Iterator

import httpx
import pytest
from outside.caller import Caller, refused
from outside.server import Server

MAKE = "/api/v1/commands/make-pledge"
LIMIT = 256 * 1024


def _sent(caller: Caller, content: bytes | Iterator[bytes], **headers: str) -> httpx.Response:
    given = caller.headers | {"Idempotency-Key": "a-body", "Content-Type": "application/json"} | headers
    return caller.http.post(MAKE, content=content, headers=given)


@pytest.fixture(autouse=True)
def nothing_recorded(server: Server) -> Iterator[None]:
    """None of these bodies leaves a trace."""
    before = server.log_size()
    yield
    assert server.log_size() == before


MALFORMED = {
    "nothing": b"",
    "no JSON": b"donor=XBB&state=XAA",
    "cut off": b'{"donor": "XBB", "sta',
    "two objects": b'{"donor": "XBB"}{"state": "XAA"}',
    "single quotes": b"{'donor': 'XBB'}",
    "not UTF-8": b'{"donor": "\xff\xfe"}',
    "half a surrogate": b'{"donor": "\\ud800"}',
    "not a number": b'{"year": NaN}',
    "nested without end": b"[" * 5000,
    "a list": b'[{"donor": "XBB"}]',
    "a text": b'"XBB"',
    "a number": b"4",
    "null": b"null",
}


@pytest.mark.parametrize("content", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_body(office: Caller, content: bytes) -> None:
    """400: the body is one JSON object."""
    refused(_sent(office, content), 400)


@pytest.mark.parametrize("size", [LIMIT + 1, 2 * LIMIT, 20 * LIMIT])
def test_a_body_that_is_too_large(office: Caller, size: int) -> None:
    """Over 256 KiB: 413, said to the caller before or after it has sent all."""
    body = json.dumps({"donor": "XBB", "state": "XAA", "note": ""}).encode()
    refused(_sent(office, body + b" " * (size - len(body))), 413)


@pytest.mark.parametrize("chunks", [9, 64])
def test_a_chunked_body_that_is_too_large(office: Caller, chunks: int) -> None:
    """413 also where no length was announced."""
    refused(_sent(office, (b" " * (LIMIT // 8) for _ in range(chunks))), 413)


def test_the_largest_body_is_read(office: Caller) -> None:
    """Exactly 256 KiB is read, and refused only for what it says."""
    body = b'{"donor": "XBB", "state": "XBB"}'
    refused(_sent(office, body + b" " * (LIMIT - len(body))), 422, "donor")


def test_a_chunked_body_is_read(office: Caller) -> None:
    """In pieces or whole, a body says the same."""
    refused(_sent(office, iter([b'{"donor": "XBB", ', b'"state": "XBB"}'])), 422, "donor")


def test_the_declared_type_of_a_body_does_not_matter(office: Caller) -> None:
    """`curl -d` declares a form; what counts is that it is JSON."""
    answer = _sent(office, b'{"donor": "XBB", "state": "XBB"}', **{"Content-Type": "application/x-www-form-urlencoded"})
    refused(answer, 422, "donor")


def test_a_byte_order_mark_is_malformed_or_read(office: Caller) -> None:
    """A body that begins with a byte order mark is never a fault of the service."""
    assert _sent(office, b'\xef\xbb\xbf{"donor": "XBB", "state": "XBB"}').status_code in {400, 422}


def test_the_service_goes_on_after_bodies_it_did_not_read(office: Caller) -> None:
    """Connections that were cut short do not hinder the next caller."""
    for _ in range(5):
        _sent(office, (b" " * LIMIT for _ in range(40)))
    assert office.read("/pledges", limit=1).status_code == 200
