"""A question in the verb's own language, with every part in its place: what was read, as anybody can type it."""

from bots.questions.filters import Filters


def spelled_out(verb: str, asked: Filters) -> str:
    """Such as `pledges LAO from NOR article 4 since 2024-01-01`; reading it gives the same question."""
    pair = verb == "why"
    said = [
        verb,
        asked.donor if pair else None,
        asked.party or asked.state or asked.request,
        f"from {asked.donor}" if asked.donor and not pair else None,
        f"article {asked.article}" if asked.article else None,
        *sorted(asked.flags),
        _days(asked, "by" if verb == "deadlines" else "until"),
        f"within {asked.within}" if asked.within else None,
        f"as of {asked.as_of}" if asked.as_of else None,
        f"known at {asked.known_at.date().isoformat()}" if asked.known_at else None,
    ]
    return " ".join(filter(None, said))


def _days(asked: Filters, until: str) -> str:
    since, last = asked.since, asked.until
    if since and last:
        year = since[:4]
        return year if (since, last) == (f"{year}-01-01", f"{year}-12-31") else f"between {since} and {last}"
    if last:
        return f"{until} {last}"
    return f"since {since}" if since else ""
