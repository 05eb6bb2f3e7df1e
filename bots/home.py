"""The Home tab: what waits for this person; a Coordinator sees the whole, a State or donor its own."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import orjson

from bots.audiences import alone
from bots.blocks import Block, button, context, section
from bots.desk import Desk
from bots.menu import form_buttons, touched
from bots.modals.forms import FORMS
from bots.mrkdwn import escaped, fitted, linked
from bots.questions.asker import WHOLE
from bots.questions.deadlines import KINDS
from bots.questions.pages import page
from bots.wording import begun, counted, listed, one_line
from domain.actor import Actor
from domain.names import party_name, state_name
from domain.treaty_clock import after
from domain.words import Role, Visibility
from projections.filters import DeadlineFilter, OutcomeFilter, RequestFilter, ShiftFilter
from projections.moment import Moment
from projections.page import Page

EXPLAIN = "explain"
"""Action id of the button that opens the form for a shift's explanation."""
SHOWN, AHEAD = 5, "12m"
_HEAD, _LINE = 1_000, 300
_OWN = (Role.STATE, Role.DONOR)

Document = dict[str, Any]
Line = tuple[str, Block | None]


def home(desk: Desk, actor: Actor, person: str) -> dict[str, Any]:
    """The view; `person` is TEAM/USER, for whoever is to be given a role."""
    own = _speaks_for(actor)
    blocks = [
        section(f"*{_whose(actor, own)}*"),
        *_part("Deadlines", _deadlines(desk, actor, own), page(desk.base_url, "deadlines")),
        *_part("Open outcomes", _outcomes(desk, actor, own), page(desk.base_url, "outcomes")),
        *_part(
            "Shifts that wait for an explanation",
            _shifts(desk, actor, own),
            page(desk.base_url, "shifts", unexplained="true"),
        ),
        *_requests(desk, actor, own),
        *_touched(touched(desk, actor)),
        *_record(form_buttons(actor)),
        context(_small(desk, actor, person)),
    ]
    return {"type": "home", "callback_id": "home", "blocks": blocks}


def _speaks_for(actor: Actor) -> frozenset[str]:
    """The parties to which the tab is narrowed; none where it shows the whole."""
    if not actor.grants or not all(grant.role in _OWN for grant in actor.grants):
        return frozenset()
    return actor.parties


def _whose(actor: Actor, own: frozenset[str]) -> str:
    if own:
        return fitted(f"What waits for {listed(map(party_name, sorted(own)))}", _HEAD)
    return "What waits, as the public may see it" if actor.clearance is Visibility.PUBLIC else "What waits, in all"


def _part(title: str, lines: Sequence[Line], address: str, number: int | None = None) -> list[Block]:
    """A heading with the count, the first lines, and where the rest stands; `number` where not every line was read."""
    number = len(lines) if number is None else number
    shown = [section(words) | ({"accessory": beside} if beside else {}) for words, beside in lines[:SHOWN]]
    more = number - len(shown)
    rest = [context(linked(f"{more:,} more on the page", address))] if more else []
    heading = section(f"*{title}: {number:,}*" if lines else f"*{title}*: none")
    return [{"type": "divider"}, heading, *shown, *rest]


def _deadlines(desk: Desk, actor: Actor, own: frozenset[str]) -> list[Line]:
    """What is overdue, then what is due within a year."""
    until = after(desk.today(), AHEAD)
    found, _ = desk.queries.deadlines(alone(actor), DeadlineFilter(status="fixed"), Moment())
    due = [
        each
        for each in found
        if each["due_on"] and each["due_on"] <= until and not (each.get("before_record") or each.get("provisional"))
    ]
    return [(_deadline(each), None) for each in _own(due, own, "state", "donor")]


def _deadline(each: Document) -> str:
    days = each["days_left"]
    left = f"overdue by {counted(-days, 'day')}" if days < 0 else f"{counted(days, 'day')} left"
    kind = KINDS.get(each["kind"], each["kind"].replace("_", " "))
    whose = party_name(each["state"]) if each["state"] else "No owner"
    return fitted(f"{each['due_on']}  {whose}: {kind}, {left}. {begun(one_line(each['basis'] or ''))}", _LINE)


def _outcomes(desk: Desk, actor: Actor, own: frozenset[str]) -> list[Line]:
    """What is due first comes first; what has no day, last."""
    found = _read(desk.queries.outcomes(alone(actor), OutcomeFilter("open"), WHOLE, Moment()).items)
    found.sort(key=lambda each: (each["due_on"] is None, each["due_on"]))
    return [(_outcome(each), None) for each in _own(found, own, "owner")]


def _outcome(each: Document) -> str:
    owner = party_name(each["owner"]) if each["owner"] else "no owner named"
    due = f", due {each['due_on']}" if each["due_on"] else ""
    return fitted(f"{one_line(each['text'])} ({owner}{due})", _LINE)


def _shifts(desk: Desk, actor: Actor, own: frozenset[str]) -> list[Line]:
    """What waits longest comes first; whoever may give the reason can do so here."""
    found = _read(desk.queries.shifts(alone(actor), ShiftFilter(unexplained=True), WHOLE, Moment()).items)
    waiting = sorted(_own(found, own, "donor", "state", "to_state"), key=lambda each: str(each["occurred_on"]))
    may = EXPLAIN in FORMS and any(each["value"] == EXPLAIN for each in form_buttons(actor))
    return [(_shift(each), button(EXPLAIN, "Explain…", each["id"]) if may else None) for each in waiting]


def _shift(each: Document) -> str:
    waits = counted(each["days_waiting"] or 0, "day")
    return fitted(f"{each['occurred_on']}  {one_line(each['decision'])} No reason yet, waiting {waits}.", _LINE)


def _requests(desk: Desk, actor: Actor, own: frozenset[str]) -> list[Block]:
    """A State sees its own; a donor, like all others, what any State asks for."""
    states = own if actor.holds(Role.STATE) and not actor.holds(Role.DONOR) else frozenset[str]()
    asked = [RequestFilter(state=state or None, open=True, unanswered=True) for state in sorted(states) or [""]]
    viewer, first = alone(actor), Page(SHOWN)
    found = [each for wanted in asked for each in _read(desk.queries.requests(viewer, wanted, first, Moment()).items)]
    found.sort(key=lambda each: int(each["position"]))
    return _part(
        "Requests without pledge",
        [(_request(each), None) for each in found],
        page(desk.base_url, "requests", open="true"),
        sum(desk.queries.requests_counted(viewer, wanted, Moment()) for wanted in asked),
    )


def _request(each: Document) -> str:
    return fitted(
        f"{each['occurred_on']}  {state_name(each['state'])}, Article {each['article']}: {one_line(each['need'])}",
        _LINE,
    )


def _touched(lines: Sequence[str]) -> list[Block]:
    return [{"type": "divider"}, section("*You touched last*\n" + "\n".join(lines))] if lines else []


def _record(buttons: list[Block]) -> list[Block]:
    return [{"type": "actions", "block_id": "home_record", "elements": buttons}] if buttons else []


def _small(desk: Desk, actor: Actor, person: str) -> str:
    if actor.clearance is Visibility.PUBLIC:
        return f"Only what is public is shown. An administrator can give you a role here, as {escaped(person)}."
    return f"As of {desk.today()}. Ask with `/ica`, or in a message to me."


def _own(found: Iterable[Document], own: frozenset[str], *fields: str) -> list[Document]:
    """Those that concern these parties; all where none is named."""
    return [each for each in found if not own or own & {each.get(field) for field in fields}]


def _read(items: Iterable[bytes], load: Callable[[bytes], Any] = orjson.loads) -> list[Document]:
    return [load(item) for item in items]
