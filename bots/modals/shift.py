"""The form by which a change in support is recorded."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bots import messages
from bots.desk import Desk, Recorded
from bots.modals import fields, named
from bots.modals.fields import Block
from bots.modals.form import Form, Given
from bots.questions.pages import page
from bots.wording import CIRCLES, DIRECTIONS, REASONS, begun, one_line, reason_given
from domain import names
from domain.pledges.shift_commands import ShiftSupport
from domain.values import Money
from domain.words import Direction, ReasonSource

_WHOSE_WORDS: Mapping[str, str] = {
    ReasonSource.DONOR_STATED: "The donor's own words",
    ReasonSource.RECIPIENT_ACCOUNT: "The recipient's account",
    ReasonSource.COORDINATOR_INFERENCE: "What the Coordinators infer",
}
_DECIDED = {
    Direction.INCREASE: "increased its support to {state}",
    Direction.CUT: "cut its support to {state}",
    Direction.REDIRECT: "redirected support from {state} to {to_state}",
    Direction.END: "ended its support to {state}",
}


def _blocks(given: Given) -> list[Block]:
    """Donor and State stand there already where they are known."""
    reasons = {code: begun(words) for code, words in REASONS.items()}
    return [
        fields.line("donor", "Donor", hint="A State or organisation, by name or code.", initial=given["donor"]),
        fields.line("state", "State supported", hint="By name or code.", initial=given["state"]),
        fields.choice("direction", "What happened to the support", DIRECTIONS),
        fields.line("money.amount", "Amount of the change", hint="Such as 200000.00; empty: not known.", optional=True),
        fields.line("money.currency", "Currency", hint="Such as EUR.", optional=True),
        fields.line("to_state", "Redirected to", hint="The State that gets the support instead.", optional=True),
        fields.choice("reason", "Reason", reasons, optional=True),
        fields.choice("reason_source", "Whose words the reason is", _WHOSE_WORDS, optional=True),
        fields.paragraph("reason_text", "The reason, in these words", optional=True),
        fields.tick("unexplained", "No reason?", "No reason was given: it waits for the donor's word"),
        fields.day("occurred_on", "When it happened", hint="Empty: today.", optional=True),
        fields.line("pledge_id", "Which pledge", hint="Only where there are several.", optional=True),
        fields.choice("visibility", "Who may see it", CIRCLES, hint="Empty: as the pledge.", optional=True),
        fields.paragraph("note", "Note", optional=True),
    ]


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
    return messages.receipt_view(sentences, address, {"recorded by": by, "shift": recorded.id})


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
    receipt=_receipt,
)
