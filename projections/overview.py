"""The overview that the ISU gives: reports, who asks, gives and receives, and the obligations by article."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from domain.action_plans import action_plan_on
from domain.words import Article
from projections.deadlines import deadlines
from projections.obligation_deadlines import KINDS
from projections.on_record import OnRecord

Document = dict[str, Any]
ARTICLES = (Article.STOCKPILES, Article.CLEARANCE, Article.VICTIM_ASSISTANCE, Article.NATIONAL_MEASURES)


@dataclass(frozen=True)
class Happened:
    """One fact about support: its kind, its day, and the two sides."""

    kind: str
    on: str
    donor: str | None
    state: str | None


def overview(year: int, record: OnRecord, requests: Iterable[Document], support: Iterable[Happened]) -> Document:
    """What the record says of one year; obligations and requests as at its end."""
    begins, ends = f"{year}-01-01", f"{year}-12-31"
    requests = [request for request in requests if request["occurred_on"] <= ends]
    support = [fact for fact in support if begins <= fact.on <= ends]
    declared = [_at(each, ends) for each in record.obligations if each["occurred_on"] <= ends]
    then = replace(record, obligations=declared, today=min(record.today, ends))
    return {
        "id": str(year),
        "year": year,
        "action_plan": plan.name if (plan := action_plan_on(ends)) else None,
        "article7": _reports(record, begins, ends),
        "assistance": {
            "requesting": len({each["state"] for each in requests if each["occurred_on"] >= begins}),
            "providing": len({fact.donor for fact in support if fact.kind in PROVIDING}),
            "receiving": len({fact.state for fact in support if fact.kind in RECEIVING}),
        },
        "articles": {str(article.value): _article(article, then, requests) for article in ARTICLES},
    }


PROVIDING = frozenset({"pledge.made", "pledge.committed", "pledge.disbursed"})
RECEIVING = frozenset({"pledge.disbursed", "receipt.reported"})


def _at(obligation: Document, day: str) -> Document:
    """An obligation as it stood on a day: later decisions and its later end are left out."""
    fulfilled = obligation["fulfilled_on"]
    return obligation | {
        "fulfilled_on": fulfilled if fulfilled and fulfilled <= day else None,
        "extensions_decided": [each for each in obligation["extensions_decided"] if each["decided_on"] <= day],
    }


def _reports(record: OnRecord, begins: str, ends: str) -> Document:
    due = [
        each
        for each in deadlines(record)
        if each["article"] == Article.TRANSPARENCY
        and each["kind"].endswith("_report")
        and begins <= each["due_on"] <= ends
        and each["status"] in {"fixed", "met"}
    ]
    received = sum(1 for each in due if each["status"] == "met")
    return {
        "due": len(due),
        "received": received,
        "outstanding": len(due) - received,
        "percent_received": round(100 * received / len(due)) if due else None,
    }


def _article(article: Article, then: OnRecord, requests: Iterable[Document]) -> Document:
    """States with an obligation that stands, those of them that asked, and when their deadlines are."""
    standing = [
        each for each in deadlines(then) if each["kind"] == KINDS[article] and each["status"] not in {"met", "ended"}
    ]
    obligated = {each["state"] for each in standing}
    asked = {request["state"] for request in requests if request["article"] == article}
    years = Counter(each["due_on"][:4] for each in standing if each["due_on"])
    return {
        "obligated": len(obligated),
        "requested": len(obligated & asked),
        "deadlines": dict(sorted(years.items())),
    }
