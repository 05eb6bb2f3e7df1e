"""Addresses of the pages that an answer is a part of."""

from urllib.parse import quote, urlencode

from bots.questions.filters import Filters

NARROWED = ("state", "donor", "article", "since", "until")
"""What most pages can be narrowed by."""


def page(
    base_url: str, *path: str, asked: Filters | None = None, by: tuple[str, ...] = NARROWED, **also: str | None
) -> str:
    """A page, narrowed as the question was and at the moment it asked about; some take less (`by`) or more (`also`)."""
    query: dict[str, object] = {}
    if asked:
        query = {name: getattr(asked, name) for name in (*by, "as_of")}
        query["known_at"] = asked.known_at and asked.known_at.date().isoformat()
        query |= dict.fromkeys(sorted(asked.flags if by else ()), "true")
    said = urlencode({name: value for name, value in (query | also).items() if value})
    return "/".join([base_url.rstrip("/"), *map(quote, path)]) + (f"?{said}" if said else "")
