"""How answers leave: ready JSON or CSV, with position, next page, validators, and who may keep them."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import orjson
from fastapi import Request, Response

from adapters.http.asking import Asked
from adapters.tables import to_csv
from projections.page import LARGEST, Listing, Page

T = TypeVar("T")


async def ask(asked: Asked, question: Callable[[], T], *, slow: bool = False) -> T:
    """Live answers are made at once; those that fold the log anew, in a thread."""
    if asked.moment.is_now and not slow:
        return question()
    return await asyncio.to_thread(question)


async def listed(
    request: Request, asked: Asked, question: Callable[[Page], Listing], columns: Sequence[str]
) -> Response:
    """A list as JSON, or as CSV under `.csv` or by `Accept`."""
    if wants_csv(request):
        return await _as_csv(request, asked, question, columns)
    listing = await ask(asked, lambda: question(asked.page))
    beside = b"".join(b',"%s":%s' % (name.encode(), orjson.dumps(value)) for name, value in listing.beside.items())
    body = b'{"items":[%s],"position":%d%s}' % (b",".join(listing.items), listing.position, beside)
    return _kept(request, asked, listing, Response(body, media_type="application/json"))


def document(asked: Asked, body: bytes, version: int | None = None) -> Response:
    """One thing; its ETag is the version that `If-Match` takes."""
    response = Response(body, media_type="application/json", headers=audience_headers(asked))
    if version is not None:
        response.headers["ETag"] = f'"{version}"'
    return response


def wants_csv(request: Request) -> bool:
    """By the address's ending, else by `Accept`."""
    if request.url.path.endswith((".csv", ".json")):
        return request.url.path.endswith(".csv")
    return "text/csv" in request.headers.get("accept", "")


def audience_headers(asked: Asked) -> dict[str, str]:
    """Bytes differ by audience: only what is public may be kept by others."""
    kept = "public" if asked.audience_label == "public" else "private"
    return {"Vary": "Authorization, Cookie, Accept", "Cache-Control": f"{kept}, no-cache"}


async def _as_csv(
    request: Request, asked: Asked, question: Callable[[Page], Listing], columns: Sequence[str]
) -> Response:
    """Every row unless a `limit` was asked for: who opens a file expects the whole."""
    page = Page(LARGEST, asked.page.after) if asked.whole else asked.page
    listing = await ask(asked, lambda: question(page))
    items = list(listing.items)
    while asked.whole and listing.after is not None:
        page = Page(LARGEST, listing.after)
        listing = await ask(asked, lambda page=page: question(page))  # type: ignore[misc]
        items += listing.items
    name = request.url.path.rsplit("/", 1)[-1].removesuffix(".csv")
    response = Response(to_csv([orjson.loads(item) for item in items], columns), media_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return _kept(request, asked, listing, response)


def _kept(request: Request, asked: Asked, listing: Listing, response: Response) -> Response:
    """Validators and the next page; 304 where the caller has these bytes already."""
    response.headers.update(audience_headers(asked))
    kind = "csv" if wants_csv(request) else "json"
    etag = f'"{asked.audience_label}.{listing.position}.{asked.service.today()}.{kind}"'
    response.headers["ETag"] = etag
    if listing.after is not None:
        following = request.url.include_query_params(after=listing.after)
        response.headers["Link"] = f'<{following.path}?{following.query}>; rel="next"'
    if etag in [each.strip() for each in request.headers.get("if-none-match", "").split(",")]:
        kept = {
            name: value for name, value in response.headers.items() if name not in {"content-length", "content-type"}
        }
        return Response(status_code=304, headers=kept)
    return response


def table_of(items: Sequence[dict[str, Any]], position: int, page: Page | None = None) -> Listing:
    """A list that was not read from ready documents; `after` then counts its items."""
    if page is None:
        return Listing([orjson.dumps(item) for item in items], position)
    end = page.after + page.limit
    after = end if len(items) > end else None
    return Listing([orjson.dumps(item) for item in items[page.after : end]], position, after)
