"""The field's words as people read them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from domain.meeting_words import AccessIssue, Attribution, Group
from domain.names import party_name, state_name
from domain.values import Money
from domain.words import (
    Article,
    Challenge,
    Channel,
    ContactKind,
    Direction,
    Earmarking,
    Nature,
    Reason,
    ReasonSource,
    RequestStatus,
    SourceKind,
    TiedStatus,
    Visibility,
)

DIRECTIONS: Mapping[str, str] = {
    Direction.INCREASE: "Increase",
    Direction.CUT: "Cut",
    Direction.REDIRECT: "Redirect to another State",
    Direction.END: "End",
}
REASONS: Mapping[str, str] = {
    Reason.PROFILE_MOVED: "another State's profile had risen",
    Reason.BELIEVED_RESOLVED: "it believed the problem resolved",
    Reason.MEMORY_LOST: "its institutional memory was lost",
    Reason.STRATEGY_CHANGE: "its strategy changed",
    Reason.BUDGET: "its budget",
    Reason.COMPLETED: "the work was completed",
    Reason.SECURITY: "security",
    Reason.OTHER: "another reason",
}
STATUSES: Mapping[str, str] = {
    RequestStatus.OPEN: "open",
    RequestStatus.PARTLY_MET: "partly met",
    RequestStatus.MET: "met",
    RequestStatus.MET_FOR_NOW: "met for now",
    RequestStatus.WITHDRAWN: "withdrawn",
}
CIRCLES: Mapping[str, str] = {
    Visibility.PUBLIC: "everybody",
    Visibility.STATES_PARTIES: "States Parties",
    Visibility.COORDINATORS: "the Coordinators only",
}
ARTICLES: Mapping[str, str] = {
    str(Article.STOCKPILES.value): "Article 3: stockpiles",
    str(Article.CLEARANCE.value): "Article 4: clearance",
    str(Article.VICTIM_ASSISTANCE.value): "Article 5: victim assistance",
    str(Article.TRANSPARENCY.value): "Article 7: reports",
    str(Article.NATIONAL_MEASURES.value): "Article 9: national measures",
}
NATURES: Mapping[str, str] = {word: word.capitalize() for word in Nature}
EARMARKINGS: Mapping[str, str] = {word: word.capitalize() for word in Earmarking}
TIED: Mapping[str, str] = {word: word.replace("_", " ").capitalize() for word in TiedStatus}
CHANNELS: Mapping[str, str] = {
    Channel.BILATERAL: "From State to State",
    Channel.UN: "The United Nations",
    Channel.INTERNATIONAL_ORG: "Another international organisation",
    Channel.REGIONAL_ORG: "A regional organisation",
    Channel.NGO: "A non-governmental organisation",
    Channel.TRUST_FUND: "A trust fund",
}
CONTACTS: Mapping[str, str] = {
    ContactKind.BRIEFING: "Briefing",
    ContactKind.LETTER: "Letter",
    ContactKind.BILATERAL: "Bilateral talk",
    ContactKind.VISIT: "Visit",
    ContactKind.OTHER: "Other",
}
ATTRIBUTIONS: Mapping[str, str] = {
    Attribution.NAMED: "Named: the speaker is kept",
    Attribution.GROUP: "Of a group: an affected State said",
    Attribution.WITHHELD: "Withheld: nobody is told who spoke",
}
GROUPS: Mapping[str, str] = {
    Group.AFFECTED_STATE: "An affected State",
    Group.DONOR_STATE: "A donor State",
    Group.COORDINATION_COMMITTEE: "The Coordination Committee",
    Group.ISU: "The ISU",
    Group.COORDINATORS: "The Coordinators",
}
CHALLENGES: Mapping[str, str] = {word: word.replace("_", " ").capitalize() for word in Challenge}
ACCESS_ISSUES: Mapping[str, str] = {
    AccessIssue.FEW_SELECT_STATES: "Support goes to a few States",
    AccessIssue.DONOR_PRIORITIES_OPAQUE: "Donors' priorities are not transparent",
    AccessIssue.TIED_TO_PROJECTS: "Support is tied to projects",
    AccessIssue.NO_ORGANISATION_PRESENCE: "No organisation is present",
}
_BREAKS = re.compile(r"\s*[\r\n\v\f\x85\u2028\u2029]+\s*")
_SOURCES: Mapping[str, str] = {
    SourceKind.ARTICLE7: "Article 7 report",
    SourceKind.SLACK: "Slack",
    SourceKind.IATI: "IATI",
    SourceKind.FTS: "FTS",
    SourceKind.OTHER: "",
}


def reason_given(account: Mapping[str, Any], donor: str, state: str) -> str:
    """A reason with whose words it is, first: an inference never reads as the donor's own word."""
    text = f" (“{one_line(account['reason_text'])}”)" if account.get("reason_text") else ""
    whose = {
        ReasonSource.DONOR_STATED: f"{party_name(donor)} says",
        ReasonSource.RECIPIENT_ACCOUNT: f"By the account of {state_name(state)}, not of {party_name(donor)}",
        ReasonSource.COORDINATOR_INFERENCE: f"The Coordinators infer, {party_name(donor)} has not said so",
    }[account["reason_source"]]
    return f"{whose}: {REASONS[account['reason']]}{text}."


def amounts(moneys: Iterable[Mapping[str, str]]) -> str:
    """Sums, one per currency, never added up: `1,500,000.00 EUR and 20,000.00 USD`."""
    return listed([str(Money.read(dict(money))) for money in moneys])


def support(figures: Mapping[str, Any], donor: str | None, state: str | None) -> str:
    """What is committed, paid, received and pledged, with whose word each is; what nobody reported is not zero."""
    giver = f"as {party_name(donor)} reports" if donor else "as the donors report"
    taker = f"as {state_name(state)} reports" if state else "as the recipients report"
    committed, paid, received, pledged = (figures.get(name) for name in ("committed", "paid", "received", "pledged"))
    said = [
        f"committed {amounts(committed)}" if committed else "no commitment on record",
        f"paid {amounts(paid)}" if paid else "no payment on record",
    ]
    told = [f"{', '.join(said)} ({giver})" if committed or paid else ", ".join(said)]
    told += [f"received {amounts(received)} ({taker})"] if received else []
    told += [f"pledged {amounts(pledged)}, counted in neither"] if pledged else []
    return "; ".join(told)


def source_named(source: Mapping[str, Any] | None) -> str:
    """Where a fact was learnt: `source: letter 2025/114, page 3`."""
    if not source:
        return ""
    named = f"{_SOURCES.get(source['kind'], source['kind'])} {source['ref']}".strip()
    title = f" ({source['title']})" if source.get("title") else ""
    page = f", page {source['page']}" if source.get("page") else ""
    return one_line(f"source: {named}{title}{page}")


def one_line(text: str) -> str:
    """What somebody wrote, on one line: it never looks like a line of the answer's own."""
    return _BREAKS.sub(" ", text)


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 day`, `1,204 days`, `no days`."""
    words = one if number == 1 else many or f"{one}s"
    return f"{number:,} {words}" if number else f"no {words}"


def listed(words: Iterable[str]) -> str:
    """`a, b and c`."""
    *firsts, last = words
    return f"{', '.join(firsts)} and {last}" if firsts else last


def begun(text: str) -> str:
    """As a sentence begins; names in it stay as they are."""
    return text[:1].upper() + text[1:]
