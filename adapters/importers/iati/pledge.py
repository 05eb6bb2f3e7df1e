"""An activity's books as commands: who must be known, the pledges, and what became of each."""

import hashlib
import json
from collections.abc import Iterator
from urllib.parse import quote

from adapters.importers.iati import entries, parties, remarks, terms, worth
from adapters.importers.iati.activity import Activity, Body
from adapters.importers.iati.entries import Books, Entry, Pledge
from adapters.importers.line import Commands
from domain import names

Fields = dict[str, object]
Command = tuple[str, str, Fields]

_LONGEST_TITLE = 300
_LONGEST_KEY = 120


def commands(activity: Activity, books: Books, parent: str | None, sector: str | None) -> Commands:
    """What to record of an activity, with its parent, which need not be on record."""
    reporter = parties.reporter(activity)
    said: list[Command] = []
    known: list[parties.Party] = [] if activity.second_hand else [reporter]
    for pledge in books.pledges:
        through = _through(activity, pledge)
        via = parties.party(through) if through else None
        via = via if via and via.name not in {pledge.donor.name, pledge.state} else None
        known += [pledge.donor, *([via] if via else [])]
        common = _common(activity, reporter)
        said.append(_made(activity, pledge, common, via, parent, sector))
        said += _became(activity, pledge, common)
    return tuple((name, key, _spoken(body)) for name, key, body in (*_registered(known), *said))


def key(activity: str, state: str, tag: str = "") -> str:
    """The idempotency key of a pledge: the same activity in another file meets itself."""
    name = activity if len(activity) <= _LONGEST_KEY else hashlib.sha256(activity.encode()).hexdigest()
    return ":".join(["iati", name, state, *([tag] if tag else [])])


def _made(
    activity: Activity,
    pledge: Pledge,
    common: Fields,
    via: parties.Party | None,
    parent: str | None,
    sector: str | None,
) -> Command:
    transactions = [entry.of for entry in pledge.entries]
    body: Fields = {
        "donor": pledge.donor.name,
        "state": pledge.state,
        "occurred_on": min(entry.day for entry in pledge.entries),
        "money": _announced(pledge),
        **terms.period(activity),
        "channel": terms.channel(activity, parties.carrier(activity, transactions)),
        "via": via.name if via else None,
        "earmarking": terms.earmarking(activity),
        "tied_status": terms.tied_status(activity, transactions),
        "parent_pledge_id": f"key:{key(parent, pledge.state)}" if parent else None,
        "note": remarks.on(activity, parent, sector, pledge),
    }
    return "make-pledge", key(activity.identifier, pledge.state, pledge.tag), body | common


def _announced(pledge: Pledge) -> Fields | None:
    """The outgoing pledges added up; none, or none in a single currency, is an amount that nobody said."""
    promised = [entry for entry in pledge.entries if entry.kind == worth.PLEDGED]
    currencies = {entry.currency for entry in promised}
    total = sum(entry.amount for entry in promised)
    return {**worth.money(total, currencies.pop())} if len(currencies) == 1 and total > 0 else None


def _became(activity: Activity, pledge: Pledge, common: Fields) -> Iterator[Command]:
    own = key(activity.identifier, pledge.state, pledge.tag)
    for entry, count in entries.numbered(pledge.entries):
        if entry.kind == worth.PLEDGED:
            continue
        digest = hashlib.sha256(json.dumps(entries.identity(entry)).encode()).hexdigest()[:24]
        name, body = _step(entry)
        body |= {"pledge_id": f"key:{own}", "money": worth.money(entry.amount, entry.currency)}
        yield name, f"{own}:{digest}:{count}", body | common


def _step(entry: Entry) -> tuple[str, Fields]:
    words = entry.of.description
    if entry.amount < 0:
        why = f"Negative in the giver's IATI record{f': {words}' if words else '.'}"
        return f"reverse-{_TAKEN_BACK[entry.kind]}", {"occurred_on": entry.day, "why": why}
    if entry.kind == worth.COMMITTED:
        return "commit-pledge", {"signed_on": entry.day, "agreement_ref": entry.of.ref, "note": words}
    return "disburse-pledge", {"paid_on": entry.day, "note": words}


_TAKEN_BACK = {worth.COMMITTED: "commitment", worth.PAID: "payment"}


def _through(activity: Activity, pledge: Pledge) -> Body | None:
    found = parties.carrier(activity, [entry.of for entry in pledge.entries])
    return None if found is None or parties.is_generic(found) else found


def _registered(bodies: list[parties.Party]) -> Iterator[Command]:
    for name in dict.fromkeys(body.name for body in bodies if not body.is_known):
        yield "register-organisation", f"organisation:{names.fold(name)}", {"name": name, "visibility": "public"}


def _common(activity: Activity, reporter: parties.Party) -> Fields:
    """The source is the activity; the word is the publisher's, where it has a part in it."""
    title = activity.title
    source: Fields = {
        "kind": "iati",
        "ref": activity.identifier,
        "url": f"https://d-portal.org/q.html?aid={quote(activity.identifier, safe='')}",
        "title": title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…",
    }
    word = None if activity.second_hand else reporter.name
    return {"reported_by": word, "source": _spoken(source), "visibility": "public"}


def _spoken(body: Fields) -> Fields:
    """Without the fields on which the activity is silent."""
    return {name: value for name, value in body.items() if value not in (None, "")}
