"""Days that States and donors set themselves: the end of a plan, of a coalition, and a pledge's yearly tranches."""

from collections.abc import Iterator
from decimal import Decimal

from domain.names import party_name
from domain.values import Money
from projections.on_record import Document, OnRecord, ended, item

PLANS = {"completion": "completion plan", "national_action": "national action plan"}


def plan_deadlines(record: OnRecord) -> Iterator[Document]:
    """The last day of each plan; a later plan of the same kind takes the place of an earlier one."""
    latest = {(plan["state"], plan["article"], plan["kind"]): plan["id"] for plan in record.plans}
    fulfilled = {(each["state"], each["article"]) for each in record.obligations if each["fulfilled_on"]}
    for plan in record.plans:
        key = (plan["state"], plan["article"], plan["kind"])
        status = "met" if key[:2] in fulfilled else "fixed"
        if latest[key] != plan["id"] or ended(record.membership(plan["state"]), plan["until"], record.today):
            status = "ended"
        yield item(
            record, f"{plan['id']}:plan", plan["state"], plan["article"], "plan", plan["until"], status, False,
            f"the last day of its {PLANS[plan['kind']]}, which began on {plan['from_on']}", plan_id=plan["id"],
            position=plan["position"], visibility=plan["visibility"],
        )  # fmt: skip


def coalition_deadlines(record: OnRecord) -> Iterator[Document]:
    """The day until which each coalition was formed."""
    for coalition in record.coalitions:
        yield item(
            record, f"{coalition['id']}:coalition", coalition["state"], coalition["article"], "coalition",
            coalition["until"], "fixed" if coalition["open"] else "met", False,
            f"the day until which its coalition was formed: {coalition['goal']}", coalition_id=coalition["id"],
            lead=coalition["lead"], position=coalition["position"], visibility=coalition["visibility"],
        )  # fmt: skip


def tranche_deadlines(record: OnRecord) -> Iterator[Document]:
    """The end of each year for which a pledge promises money; met once as much was paid in its currency."""
    for pledge in record.pledges:
        promised = Decimal(0)
        paid = {money["currency"]: Decimal(money["amount"]) for money in pledge["paid"]}
        for year, money in _by_year(pledge):
            promised += money.amount
            met = paid.get(money.currency, Decimal(0)) >= promised
            yield item(
                record, f"{pledge['id']}:tranche:{year}", pledge["state"], pledge["article"], "tranche",
                f"{year}-12-31", "met" if met else "ended" if pledge["ended_on"] else "fixed", False,
                f"the end of the year for which {party_name(pledge['donor'])} pledged {money}",
                pledge_id=pledge["id"], donor=pledge["donor"], position=pledge["position"],
                visibility=pledge["visibility"],
            )  # fmt: skip


def _by_year(pledge: Document) -> list[tuple[int, Money]]:
    """What is promised for each year, however many tranches it has; all are in the pledge's currency."""
    promised: dict[int, Money] = {}
    for tranche in pledge["tranches"] or ():
        money = Money.read(tranche["money"])
        before = promised.get(tranche["year"], Money(Decimal(0), money.currency))
        promised[tranche["year"]] = Money(before.amount + money.amount, money.currency)
    return sorted(promised.items())
