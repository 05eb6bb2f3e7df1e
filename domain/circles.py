"""Who may see each fact of a thing: the circle of the thing, of the fact itself, and of what it belongs to."""

from collections.abc import Sequence

from domain.fact import Fact
from domain.fact_changes import VisibilityChanged
from domain.words import Visibility


class Circles:
    """Circles by the changes of visibility made until now, or by a day: what somebody could have known by then."""

    def __init__(self, facts: Sequence[Fact], announced_by: str | None = None) -> None:
        self._opening = facts[0]
        self._by_name = {name: fact for fact in facts[1:] for name in fact.names}
        self._of_thing = Visibility(facts[0].visibility or Visibility.STATES_PARTIES)
        self._own: dict[str, Visibility] = {}
        thing = {str(facts[0].originator_id), facts[0].event_id}
        for change in facts:
            if not isinstance(change, VisibilityChanged) or (announced_by and change.occurred_on > announced_by):
                continue
            if change.about in thing:
                self._of_thing = Visibility(change.seen_by)
            else:
                self._own[change.about] = Visibility(change.seen_by)

    def of(self, fact: Fact) -> Visibility:
        """The narrowest of the thing's circle, the fact's own, and that of the fact it belongs to."""
        if fact.originator_version == self._opening.originator_version:
            return self._of_thing
        changed = [self._own[name] for name in fact.names if name in self._own]
        own = changed[0] if changed else Visibility(fact.visibility) if fact.visibility else self._of_thing
        holder = self._by_name.get(getattr(fact, fact.BELONGS_TO)) if fact.BELONGS_TO else None
        circles = [self._of_thing, own, *([self.of(holder)] if holder else [])]
        return max(circles, key=lambda circle: circle.rank)
