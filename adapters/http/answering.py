"""How answers leave: ready JSON or CSV, with position, next page, validators, and who may keep them."""

import asyncio
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import orjson
from fastapi import Request, Response

from adapters.http.asking import Asked, party_in_path
from adapters.tables import to_csv, to_xlsx
from projections.page import Listing, Page

T = TypeVar("T")
EVERY_ROW = 10**9
MEDIA_TYPES = {
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


async def ask(asked: Asked, question: Callable[[], T], *, slow: bool = False) -> T:
    """Live answers are made at once; those that fold the log anew, in a thread."""
    if asked.moment.is_now and not slow:
        return question()
    return await asyncio.to_thread(question)


async def listed(
    request: Request, asked: Asked, question: Callable[[Page], Listing], columns: Sequence[str]
) -> Response:
    """A list as JSON, or as a file by its ending or by `Accept`."""
    if wants_file(request):
        return await _as_file(request, asked, question, columns)
    listing = await ask(asked, lambda: question(asked.page))
    return kept(request, asked, listing.position, _as_json(listing), listing.after)


def listed_by_name(
    request: Request, asked: Asked, items: Sequence[dict[str, Any]], position: int, columns: Sequence[str]
) -> Response:
    """A short list in order of `id`, which is also where its pages go on."""
    rest = sorted((item for item in items if item["id"] > asked.after_name), key=lambda item: item["id"])
    as_file = wants_file(request)
    shown = rest if as_file and asked.whole else rest[: asked.page.limit]
    after = shown[-1]["id"] if len(shown) < len(rest) else None
    listing = Listing([orjson.dumps(item) for item in shown], position)
    return kept(request, asked, position, table(request, shown, columns) if as_file else _as_json(listing), after)


def document(asked: Asked, body: bytes, version: int | None = None) -> Response:
    """One thing; its ETag is the version that `If-Match` takes."""
    response = Response(body, media_type="application/json", headers=audience_headers(asked))
    if version is not None:
        response.headers["ETag"] = f'"{version}"'
    return response


def form_of(request: Request) -> str:
    """`.json`, `.csv` or `.xlsx`: by the address's ending, else what `Accept` likes best."""
    for form in MEDIA_TYPES:
        if request.url.path.endswith(form):
            return form
    return max(MEDIA_TYPES, key=lambda form: _liking(request, MEDIA_TYPES[form].partition(";")[0]))


def wants_file(request: Request) -> bool:
    """Whether a table is wanted, rather than JSON."""
    return form_of(request) != ".json"


def _liking(request: Request, kind: str) -> float:
    """How much `Accept` wants a kind by name, from 0 to 1 (RFC 9110, 12.5.1)."""
    for part in request.headers.get("accept", "").lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name == kind:
            weight = next((each.removeprefix("q=") for each in parameters if each.startswith("q=")), "1")
            return float(weight) if re.fullmatch(r"[01](\.\d{0,3})?", weight) else 0.0
    return 0.0


def audience_headers(asked: Asked) -> dict[str, str]:
    """Bytes differ by audience: only what is public may be kept by others."""
    kept = "public" if asked.audience_label == "public" else "private"
    return {"Vary": "Authorization, Cookie, Accept", "Cache-Control": f"{kept}, no-cache"}


async def _as_file(
    request: Request, asked: Asked, question: Callable[[Page], Listing], columns: Sequence[str]
) -> Response:
    """Every row unless a `limit` was asked for: who opens a file expects the whole."""
    page = Page(EVERY_ROW, asked.page.after) if asked.whole else asked.page
    listing = await ask(asked, lambda: question(page), slow=asked.whole)
    response = table(request, [orjson.loads(item) for item in listing.items], columns)
    return kept(request, asked, listing.position, response, listing.after)


def table(request: Request, items: Sequence[dict[str, Any]], columns: Sequence[str]) -> Response:
    """A file, named after the address: `XAA-history.csv`."""
    form = form_of(request)
    name = request.url.path.rsplit("/", 1)[-1].removesuffix(form)
    if "state" in request.path_params:
        code = re.sub(r"[^A-Za-z0-9]+", "-", party_in_path(request, request.path_params["state"]))
        name = f"{code}-{name}"
    headers = {"Content-Disposition": f'attachment; filename="{name}{form}"'}
    content = to_csv(items, columns) if form == ".csv" else to_xlsx(items, columns)
    return Response(content, media_type=MEDIA_TYPES[form], headers=headers)


def _as_json(listing: Listing) -> Response:
    beside = b"".join(b',"%s":%s' % (name.encode(), orjson.dumps(value)) for name, value in listing.beside.items())
    body = b'{"items":[%s],"position":%d%s}' % (b",".join(listing.items), listing.position, beside)
    return Response(body, media_type="application/json")


def kept(request: Request, asked: Asked, position: int, response: Response, after: int | str | None = None) -> Response:
    """Validators and the next page; 304 where the caller has these bytes already."""
    response.headers.update(audience_headers(asked))
    etag = f'"{asked.audience_label}.{position}.{asked.service.today()}{form_of(request)}"'
    response.headers["ETag"] = etag
    if after is not None:
        following = request.url.include_query_params(after=after)
        response.headers["Link"] = f'<{following.path}?{following.query}>; rel="next"'
    known = request.headers.get("if-none-match", "").split(",")
    if etag in [each.strip().removeprefix("W/") for each in known]:
        headers = {name: value for name, value in response.headers.items() if not name.startswith("content-")}
        return Response(status_code=304, headers=headers)
    return response


def table_of(items: Sequence[dict[str, Any]], position: int, page: Page | None = None) -> Listing:
    """A list that was not read from ready documents; `after` then counts its items."""
    if page is None:
        return Listing([orjson.dumps(item) for item in items], position)
    end = page.after + page.limit
    after = end if len(items) > end else None
    return Listing([orjson.dumps(item) for item in items[page.after : end]], position, after)
