"""The same answers counted anew from the bare facts of the log, slowly and simply, without the code that is tested."""

from collections import defaultdict
from decimal import Decimal
from itertools import chain
from typing import Any

from builders import Kept

Row = dict[str, Any]
RANK = {"public": 0, "states_parties": 1, "coordinators": 2}
HOLDER = {
    "shift.explained": "shift_id",
    "explanation.asked": "shift_id",
    "fact.corrected": "corrects",
    "dispute.raised": "about",
}
HOLDER |= {"fact.retracted": "corrects", "visibility.changed": "about"}


class Recount:
    """Every fact of the log as a plain row."""

    def __init__(self, record: Kept) -> None:
        self.rows: list[Row] = []
        streams = record.recorder.streams_up_to(record.recorder.last_position())
        for each in chain.from_iterable(record.reader.things(streams, record.recorder.last_position())):
            fact = each.fact
            row = {"id": fact.event_id, "thing": str(fact.originator_id), "version": fact.originator_version}
            row |= {"topic": fact.TOPIC, "day": fact.occurred_on, "circle": fact.visibility, "position": each.position}
            self.rows.append(fact.own_fields() | row)
        self.rows.sort(key=lambda row: row["position"])

    def retracted(self, event_id: str) -> bool:
        """A fact is retracted by a retraction that is not itself retracted."""
        return any(
            row["topic"] == "fact.retracted" and row["corrects"] == event_id and not self.retracted(row["id"])
            for row in self.rows
        )

    def standing(self, row: Row) -> Row:
        """A row with every correction that stands, in order."""
        stands = dict(row)
        for other in self.rows:
            corrects = other["topic"] == "fact.corrected" and other["corrects"] == row["id"]
            if corrects and not self.retracted(other["id"]):
                changes = dict(other["changes"])
                stands["day"] = changes.pop("occurred_on", stands["day"])
                stands |= changes
        return stands

    def rank(self, row: Row) -> int:
        """Who may see: the thing, the fact, and what it belongs to, whichever is narrowest."""
        own = [each for each in self.rows if each["thing"] == row["thing"]]
        changes = [each for each in own if each["topic"] == "visibility.changed"]
        of_thing = next((each["seen_by"] for each in reversed(changes) if each["about"] == row["thing"]), None)
        rank = RANK[of_thing or own[0]["circle"]]
        if row["version"] == 1:
            return rank
        of_fact = next((each["seen_by"] for each in reversed(changes) if each["about"] == row["id"]), None)
        rank = max(rank, RANK.get(of_fact or row["circle"], 0))
        holder = row.get(HOLDER.get(row["topic"], ""))
        held = (each for each in own[1:] if holder and holder in {each["id"], each.get("shift_id")})
        return max([rank, *(self.rank(each) for each in held if each["topic"] not in HOLDER or each["id"] == holder)])

    def pledges(self, clearance: int) -> dict[str, list[Row]]:
        """The facts of each pledge that count and may be seen, the announcement first, then each on its day."""
        counting = [row for row in self.rows if not self.retracted(row["id"]) and self.rank(row) <= clearance]
        found = {}
        for opening in counting:
            if opening["topic"] == "pledge.made":
                rows = [self.standing(row) for row in counting if row["thing"] == opening["thing"]]
                found[opening["thing"]] = sorted(rows, key=lambda row: (row["version"] > 1, row["day"], row["version"]))
        return found

    def totals(self, clearance: int) -> dict[str, dict[str, Decimal]]:
        """Each measure by currency; of a family, the side that carries the money."""
        pledges = self.pledges(clearance)
        purses = {thing: figures(rows) for thing, rows in pledges.items()}
        parents = {thing: rows[0]["parent_pledge_id"] for thing, rows in pledges.items()}

        def carried(thing: str, measure: str) -> dict[str, Decimal]:
            own = {currency: purse[measure] for currency, purse in purses[thing].items() if purse[measure]}
            below: dict[str, Decimal] = defaultdict(Decimal)
            for child, parent in parents.items():
                if parent == thing:
                    for currency, amount in carried(child, measure).items():
                        below[currency] += amount
            if not below or not own:
                return own or below
            return own if own.keys() == below.keys() and sum(own.values()) > sum(below.values()) else below

        totals: dict[str, dict[str, Decimal]] = {}
        for measure in ("pledged", "committed", "paid", "received"):
            sums: dict[str, Decimal] = defaultdict(Decimal)
            for thing, parent in parents.items():
                if parent not in pledges:
                    for currency, amount in carried(thing, measure).items():
                        sums[currency] += amount
            totals[measure] = dict(sums)
        return totals

    def most_that_may_be_taken(self, pledge: str) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
        """By currency: max(pledged + increases, committed) - paid, and what shifts of a stated amount took."""
        rows = self.pledges(2)[pledge]
        said: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
        for row in rows:
            if money := row.get("money"):
                name = f"{row['topic']} {row.get('direction', '')}".strip()
                said[money["currency"]][name] += Decimal(money["amount"])
        limits, taken = {}, {}
        for currency, by in said.items():
            promised = by["pledge.made"] + by["support.shifted increase"]
            signed = by["pledge.committed"] - by["commitment.reversed"]
            limits[currency] = max(promised, signed) - (by["pledge.disbursed"] - by["payment.reversed"])
            taken[currency] = sum(by[f"support.shifted {direction}"] for direction in ("cut", "redirect", "end"))
        return limits, taken


def figures(rows: list[Row]) -> dict[str, dict[str, Decimal]]:
    """What is pledged, committed, paid and received of one pledge, by currency, after each fact in turn."""
    purses: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for row in rows:
        if row["topic"] == "support.shifted" and row["direction"] == "end" and not row["money"]:
            for purse in purses.values():
                _take(purse, max(purse["pledged"], purse["committed"]) - purse["paid"])
        elif row.get("money"):
            _enter(purses[row["money"]["currency"]], row, Decimal(row["money"]["amount"]))
    return purses


def _enter(purse: dict[str, Decimal], row: Row, amount: Decimal) -> None:
    match row["topic"]:
        case "pledge.made":
            purse["pledged"] += amount
        case "pledge.committed":
            purse["committed"] += amount
        case "commitment.reversed":
            purse["committed"] = max(Decimal(0), purse["committed"] - amount)
        case "pledge.disbursed":
            purse["paid"] += amount
        case "payment.reversed":
            purse["paid"] -= amount
        case "receipt.reported":
            purse["received"] += amount
        case "support.shifted" if row["direction"] == "increase":
            purse["pledged"] += amount
        case "support.shifted":
            _take(purse, amount)


def _take(purse: dict[str, Decimal], amount: Decimal) -> None:
    """Cent by cent it would be: what is not committed first, then what is committed and not paid."""
    if amount <= 0:
        return
    loose = max(Decimal(0), purse["pledged"] - purse["committed"])
    signed = max(Decimal(0), purse["committed"] - purse["paid"])
    from_signed = min(max(Decimal(0), amount - loose), signed)
    purse["pledged"] -= min(amount, loose)
    purse["committed"] -= from_signed
    if from_signed:
        purse["pledged"] = min(purse["pledged"], purse["committed"])
