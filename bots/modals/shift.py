"""The form by which a change in support is recorded."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bots.desk import Desk, Recorded
from bots.modals import fields, named, reasons
from bots.modals.fields import Block
from bots.modals.form import Form
from bots.modals.receipt import receipt_view
from bots.questions.pages import page
from bots.wording import CIRCLES, DIRECTIONS, one_line, reason_given
from domain import names
from domain.pledges.shift_commands import ShiftSupport
from domain.values import Money
from domain.words import Direction, ReasonSource

_DECIDED = {
    Direction.INCREASE: "increased its support to {state}",
    Direction.CUT: "cut its support to {state}",
    Direction.REDIRECT: "redirected support from {state} to {to_state}",
    Direction.END: "ended its support to {state}",
}


def _blocks(chosen: Mapping[str, Any]) -> list[Block]:
    """Whereto support was redirected is asked where it was; a reason with whose words it is, or that there is none."""
    redirected = chosen.get("direction") == Direction.REDIRECT
    to_state = fields.search(
        "to_state", "Redirected to", hint="The State that gets the support instead.", optional=True
    )
    return [
        fields.search("donor", "Donor", hint="A State or organisation: type its name or code."),
        fields.search("state", "State supported", hint="Type its name or code."),
        fields.choice("direction", "What happened to the support", DIRECTIONS, reveals=True),
        *([to_state] if redirected else []),
        fields.line("money.amount", "Amount of the change", hint="Such as 200000.00; empty: not known.", optional=True),
        fields.line("money.currency", "Currency", hint="Such as EUR.", optional=True),
        *_why(chosen),
        fields.day("occurred_on", "When it happened", hint="Empty: today.", optional=True),
        fields.search("pledge_id", "Which pledge", hint="Only where there are several.", optional=True, letters=0),
        fields.choice("visibility", "Who may see it", CIRCLES, hint="Empty: as the pledge.", optional=True),
        fields.paragraph("note", "Note", optional=True),
    ]


def _why(chosen: Mapping[str, Any]) -> list[Block]:
    """What was filled in stays in sight, also where it does not go together: the person decides."""
    reason, unexplained = chosen.get("reason"), chosen.get("unexplained")
    given = bool(reason or chosen.get("reason_source") or chosen.get("reason_text"))
    blocks = [reasons.reason(optional=True, reveals=True)] if given or not unexplained else []
    if given:
        blocks += [reasons.whose_words(optional=True), reasons.in_words(optional=True)]
    if unexplained or not (given or chosen.get("direction") == Direction.INCREASE):
        blocks.append(
            fields.tick("unexplained", "No reason?", "No reason was given: it waits for the donor's word", reveals=True)
        )
    return blocks


def _receipt(body: Mapping[str, Any], recorded: Recorded, by: str, desk: Desk) -> dict[str, Any]:
    """What was recorded, in a sentence, with its page."""
    donor, state = _code(names.party, body["donor"]), names.state(body["state"])
    to_state = names.state_name(names.state(body["to_state"])) if body.get("to_state") else ""
    day = body.get("occurred_on") or datetime.fromisoformat(recorded.recorded_at).astimezone(desk.zone).date()
    decided = _DECIDED[body["direction"]].format(state=names.state_name(state), to_state=to_state)
    money = f" by {Money.of(**body['money'])}" if body.get("money") else ", by an amount not known"
    sentences = [f"{day}: {names.party_name(donor)} {decided}{money}."]
    sentences += [reason_given(body, donor, state)] if body.get("reason") else []
    sentences += [f"Unexplained: it waits for the word of {names.party_name(donor)}."] if _waits(body) else []
    sentences += [one_line(f"Note: {body['note']}")] if body.get("note") else []
    address = page(desk.base_url, "shifts", recorded.id)
    return receipt_view(sentences, address, by, recorded.event_ids[0], {"shift": recorded.id})


def _code(read: Callable[[str], str], text: str) -> str:
    """What a name stands for; an organisation that came to the record later is called as it was typed."""
    try:
        return read(text)
    except ValueError:
        return text


def _waits(body: Mapping[str, Any]) -> bool:
    """Only the donor's own word closes a cut, a redirect or an end."""
    return body["direction"] != Direction.INCREASE and body.get("reason_source") != ReasonSource.DONOR_STATED


FORM = Form(
    name="shift",
    command=ShiftSupport.NAME,
    what="a shift in support",
    title="Shift in support",
    read=named.pair,
    blocks=_blocks,
    shown_by={
        "to_state": "direction",
        "reason": "unexplained",
        "unexplained": "reason",
        "reason_source": "reason",
        "reason_text": "reason",
    },
    receipt=_receipt,
)
