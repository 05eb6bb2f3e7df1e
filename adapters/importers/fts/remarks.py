"""What a reader of the record must be told about a flow, lest its amount be read for more than it is."""

from adapters.importers.fts import worth
from adapters.importers.fts.flow import Flow
from adapters.importers.fts.mine_action import names_it


def on(flow: Flow, parent: str | None) -> str:
    """Sentences to go with the pledge; empty where there is nothing to say."""
    return " ".join(filter(None, (_shared(flow), _family(flow, parent), _old_money(flow), _contradiction(flow))))


def _shared(flow: Flow) -> str:
    others = [cluster for cluster in flow.clusters if not names_it(cluster)]
    if not others or len(others) == len(flow.clusters):
        return ""
    return f"OCHA shares this amount with {', '.join(others)} and does not say how much of it is mine action."


def _family(flow: Flow, parent: str | None) -> str:
    if flow.children:
        left = "its amount is what has not been passed on to" if worth.money(flow) else "the money is with"
        return f"A parent flow: {left} its children ({len(flow.children)})."
    if flow.parent and not parent:
        return f"A part of flow {flow.parent}, which was not imported with it."
    return ""


def _old_money(flow: Flow) -> str:
    return "" if flow.new_money else "Not new money, as OCHA says: another flow brought it in and may be counted too."


def _contradiction(flow: Flow) -> str:
    if not worth.contradicts(flow):
        return ""
    return (
        f"OCHA's {flow.original_amount} {flow.original_currency} at {flow.exchange_rate} a dollar are not its "
        f"{flow.amount_usd} USD, so no rate was recorded."
    )
