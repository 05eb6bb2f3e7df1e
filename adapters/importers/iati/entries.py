"""The transactions of an activity as entries: what each adds to, or takes back from, one pledge to one State."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from adapters.importers.iati import days, parties, recipients, sectors, worth
from adapters.importers.iati.activity import Activity, Refusal, Transaction

REGIONS = "shares of regions, which are no State's"
OTHER_SECTORS = "transactions of other sectors"
_NAMED = 10
"""How many transactions are named by number."""


@dataclass(frozen=True)
class Entry:
    """What a transaction means for one pledge. Below zero it takes back what an earlier one added."""

    of: Transaction
    kind: str
    day: str
    amount: int
    currency: str


@dataclass
class Pledge:
    """All that one giver did for one State under one activity."""

    tag: str
    """Tells it apart from what others gave; empty for the reporter's own."""
    donor: parties.Party
    state: str
    entries: list[Entry] = field(default_factory=list)


@dataclass
class Books:
    """An activity's pledges; what of it is unsound; and what is sound but nothing to record."""

    pledges: list[Pledge] = field(default_factory=list)
    unsound: dict[str, list[int]] = field(default_factory=dict)
    """Why transactions cannot be taken, with their numbers."""
    left_out: list[str] = field(default_factory=list)

    def complaint(self) -> str:
        """All that is unsound, in one sentence for each reason; empty where nothing is."""
        return " ".join(f"transaction {_listed(numbers)}: {why}" for why, numbers in self.unsound.items())

    def pledge(self, tag: str, donor: parties.Party, state: str) -> Pledge:
        """The pledge of a giver to a State, opened when first met."""
        found = next((each for each in self.pledges if (each.tag, each.state) == (tag, state)), None)
        if found is None:
            found = Pledge(tag, donor, state)
            self.pledges.append(found)
        return found


def _listed(numbers: list[int]) -> str:
    """`1, 2, 3 and 30 more`."""
    more = len(numbers) - _NAMED
    return ", ".join(map(str, numbers[:_NAMED])) + (f" and {more} more" if more > 0 else "")


def books(activity: Activity, sector: str | None, today: date) -> Books:
    """Read every transaction of a sector."""
    kept = Books()
    for transaction in activity.transactions:
        if not sectors.belongs(activity, transaction, sector):
            kept.left_out.append(OTHER_SECTORS)
            continue
        try:
            _enter(kept, activity, transaction, today)
        except Refusal as problem:
            kept.unsound.setdefault(str(problem), []).append(transaction.number)
    for pledge in kept.pledges:
        pledge.entries = _covered(pledge.entries, kept.unsound)
    kept.pledges = [pledge for pledge in kept.pledges if pledge.entries]
    return kept


def _enter(kept: Books, activity: Activity, transaction: Transaction, today: date) -> None:
    kind = worth.kind(transaction)
    if kind is None:
        kept.left_out.append(worth.other(transaction))
        return
    amount, currency = worth.coins(activity, transaction)
    if not amount:
        kept.left_out.append(worth.ZERO)
        return
    day = days.happened_on(transaction, today)
    tag, donor = parties.giver(activity, transaction)
    shares = recipients.shares(activity, transaction)
    if donor.name in {state for state, _ in shares}:
        raise Refusal(f"{donor.name} gives to itself: a State's own money is national investment, not a pledge.")
    for (state, _), part in zip(shares, recipients.divided(amount, [weight for _, weight in shares]), strict=True):
        if state is None:
            kept.left_out.append(REGIONS)
        elif part:
            kept.pledge(tag, donor, state).entries.append(Entry(transaction, kind, day, part, currency))


def _covered(entries: list[Entry], unsound: dict[str, list[int]]) -> list[Entry]:
    """In order of days, what adds before what takes back; without what would take back more than was there."""
    left: dict[tuple[str, str], int] = defaultdict(int)
    kept: list[Entry] = []
    for entry in sorted(entries, key=lambda entry: (entry.amount < 0, entry.day, entry.of.number)):
        pot = (entry.kind, entry.currency)
        if left[pot] + entry.amount < 0:
            there = worth.money(left[pot], entry.currency)["amount"]
            why = f"value is negative, and no more than {there} {entry.currency} is {entry.kind} to take it from."
            unsound.setdefault(why, []).append(entry.of.number)
            continue
        left[pot] += entry.amount
        kept.append(entry)
    return kept


def numbered(entries: Iterable[Entry]) -> list[tuple[Entry, int]]:
    """Each with its count among its equals, so that two equal payments stay two."""
    seen: Counter[tuple[object, ...]] = Counter()
    found = []
    for entry in entries:
        seen[identity(entry)] += 1
        found.append((entry, seen[identity(entry)]))
    return found


def identity(entry: Entry) -> tuple[object, ...]:
    """What tells one transaction of a pledge from another, however the file writes it."""
    of = entry.of
    ends = [name for body in (of.provider, of.receiver) for name in (body.ref, *body.names[:1])]
    return (entry.kind, of.ref, entry.day, entry.amount, entry.currency, *ends)
