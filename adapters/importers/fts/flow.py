"""One OCHA FTS flow, the same whether it came as JSON or as a CSV row; values are kept as the file writes them."""

from collections.abc import Mapping
from dataclasses import dataclass


class Refusal(ValueError):
    """A flow cannot be taken; the text names the field and the way out."""


@dataclass(frozen=True)
class Body:
    """An organisation at one end of a flow, with the types OCHA gives it."""

    name: str
    types: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Flow:
    """Money or goods from one body to another. Texts are empty where the file says nothing."""

    id: str = ""
    status: str = ""
    description: str = ""
    date: str = ""
    decision_date: str = ""
    amount_usd: str = ""
    original_amount: str = ""
    original_currency: str = ""
    exchange_rate: str = ""
    contribution_type: str = ""
    reference: str = ""
    parent: str = ""
    keywords: tuple[str, ...] = ()
    earmarking: tuple[str, ...] = ()
    sources: tuple[Body, ...] = ()
    source_places: tuple[str, ...] = ()
    destinations: tuple[Body, ...] = ()
    destination_places: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    new_money: bool = True
    shared_unseen: bool = False
    """Shared with other States that the file does not show."""


def said(record: Mapping[str, object]) -> Flow:
    """A flow with its single texts, which JSON and CSV call alike."""
    return Flow(
        id=text(record.get("id")),
        status=text(record.get("status")),
        description=text(record.get("description")),
        date=text(record.get("date")),
        decision_date=text(record.get("decisionDate")),
        amount_usd=text(record.get("amountUSD")),
        original_amount=text(record.get("originalAmount")),
        original_currency=text(record.get("originalCurrency")),
        exchange_rate=text(record.get("exchangeRate")),
        contribution_type=text(record.get("contributionType")),
        reference=text(record.get("refCode")),
        parent=text(record.get("parentFlowId")),
    )


def text(value: object) -> str:
    """A value as one line, empty for none."""
    return "" if value is None else " ".join(str(value).split())
