"""What stands: the facts of one thing after corrections, retractions and changes of who may see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any, get_args

from domain.actor import Actor
from domain.circles import Circles
from domain.command import COMMANDS
from domain.fact import Fact
from domain.fact_changes import FactCorrected, FactRetracted
from domain.parsing import body_fields
from domain.values import Party, Source, State
from domain.words import Visibility


@dataclass(frozen=True)
class Standing:
    """One fact as it stands, beside the words in which it was first recorded."""

    fact: Fact
    recorded: Fact
    corrected_by: tuple[Fact, ...]
    retracted: bool
    counts: bool
    """False where the fact, or the thing it belongs to, was retracted."""
    visibility: Visibility
    owners: frozenset[str]
    """Whose word it is: they see it whatever its visibility."""
    withheld: frozenset[str]
    """Fields whose first words only auditors see, since a correction took a name or a text away."""
    superseded: frozenset[str]
    """Fields whose words at this moment only auditors see, since a later correction took them away."""

    def seen_by(self, clearance: Visibility, parties: frozenset[str] = frozenset()) -> bool:
        """Whether this circle, or one of these parties, may see it."""
        return self.visibility.rank <= clearance.rank or bool(self.owners & parties)

    def seen_by_actor(self, actor: Actor) -> bool:
        """Whether someone may see it."""
        return self.seen_by(actor.clearance, actor.parties)


def stand(facts: Sequence[Fact], *, known_at: datetime | None = None) -> list[Standing]:
    """The facts of one thing, in order, as known at a moment (default: now).

    What was narrowed or corrected away later stays hidden at every earlier moment.
    """
    known = [fact for fact in facts if known_at is None or fact.timestamp <= known_at]
    if not known or known[0] is not facts[0]:
        return []
    mended, then = _mended(known), Circles(known)
    ever, now = (mended, then) if len(known) == len(facts) else (_mended(facts), Circles(facts))
    void = known[0].event_id in mended.retracted
    result = []
    for fact in known:
        corrections = tuple(mended.by_fact.get(fact.event_id, ()))
        in_the_end = ever.by_fact.get(fact.event_id, [])
        standing = _corrected(fact, corrections)
        circles = {then.of(standing), now.of(standing)} if now is not then else {then.of(standing)}
        result.append(
            Standing(
                fact=standing,
                recorded=fact,
                corrected_by=corrections,
                retracted=fact.event_id in mended.retracted,
                counts=not void and fact.event_id not in mended.retracted,
                visibility=max(circles, key=lambda circle: circle.rank),
                owners=_owners(standing, _corrected(known[0], mended.by_fact.get(known[0].event_id, ()))),
                withheld=_withheld(in_the_end),
                superseded=_withheld(later for later in in_the_end if later not in corrections),
            )
        )
    return _moved_with_their_target(result)


@dataclass
class _Mended:
    by_fact: dict[str, list[Fact]]
    retracted: set[str]


def _mended(facts: Iterable[Fact]) -> _Mended:
    """Which corrections hold. A retraction comes later than what it takes back, so the latest are settled first."""
    mended = _Mended({}, set())
    for fact in reversed(list(facts)):
        if not isinstance(fact, FactCorrected | FactRetracted) or fact.event_id in mended.retracted:
            continue
        mended.by_fact.setdefault(fact.corrects, []).insert(0, fact)
        if isinstance(fact, FactRetracted):
            mended.retracted.add(fact.corrects)
    return mended


def _corrected(fact: Fact, corrections: Iterable[Fact]) -> Fact:
    changes: dict[str, Any] = {}
    for correction in corrections:
        if isinstance(correction, FactCorrected):
            changes |= correction.changes
    return fact.changed(**changes) if changes else fact


def _owners(fact: Fact, opening: Fact) -> frozenset[str]:
    owners = {fact.reported_by}
    if fact.visibility is None:
        owners.add(opening.reported_by)
    return frozenset(owner for owner in owners if owner)


def _withheld(corrections: Iterable[Fact]) -> frozenset[str]:
    return frozenset(
        name
        for correction in corrections
        if isinstance(correction, FactCorrected)
        for name in correction.changes
        if name in _words()
    )


@cache
def _words() -> frozenset[str]:
    """Fields of any command that hold free words or names, as opposed to amounts, dates and fixed values."""
    worded = {str, Party, State, Source}
    return frozenset(
        name
        for command in COMMANDS.values()
        for name, (item, kind) in body_fields(command).items()
        if worded & {kind, *get_args(kind)} and not item.metadata.get("figure")
    )


def _moved_with_their_target(standing: list[Standing]) -> list[Standing]:
    """A correction acts through `known_at` alone: it is found on the day of what it corrects, wherever that moved."""
    days: dict[str, str] = {}
    moved = []
    for each in standing:
        if isinstance(each.fact, FactCorrected | FactRetracted):
            day = days.get(each.fact.corrects, each.fact.occurred_on)
            each = replace(each, fact=each.fact.changed(occurred_on=day))  # noqa: PLW2901 - the same, on its day
        days[each.recorded.event_id] = each.fact.occurred_on
        moved.append(each)
    return moved
