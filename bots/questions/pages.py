"""Addresses of the pages that an answer is a part of."""

from urllib.parse import quote, urlencode

from bots.questions.filters import Filters


def page(base_url: str, *path: str, asked: Filters | None = None, **also: str | None) -> str:
    """A page, narrowed as the question was; it takes the names that the question language takes."""
    query: dict[str, object] = {}
    if asked:
        query = {name: getattr(asked, name) for name in ("state", "donor", "article", "since", "until", "as_of")}
        query["known_at"] = asked.known_at and asked.known_at.date().isoformat()
        query |= dict.fromkeys(sorted(asked.flags), "true")
    said = urlencode({name: value for name, value in (query | also).items() if value})
    return "/".join([base_url.rstrip("/"), *map(quote, path)]) + (f"?{said}" if said else "")
