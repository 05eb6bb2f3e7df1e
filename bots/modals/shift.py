"""The form by which a change in support is recorded."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bots import messages
from bots.desk import Desk, Recorded
from bots.modals import fields
from bots.questions.pages import page
from bots.wording import CIRCLES, DIRECTIONS, REASONS, one_line, reason_given
from domain import names
from domain.pledges.shift_commands import ShiftSupport
from domain.values import Money
from domain.words import Direction, ReasonSource

CALLBACK_ID = "shift"
COMMAND = ShiftSupport.NAME
WHAT = "a shift in support"
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


def build(opened: str, donor: str = "", state: str = "") -> dict[str, Any]:
    """The empty form, with donor and State where they are known; `opened` is the moment, as Slack writes moments."""
    reasons = {code: f"{words[0].upper()}{words[1:]}" for code, words in REASONS.items()}
    return {
        "type": "modal",
        "callback_id": CALLBACK_ID,
        "private_metadata": json.dumps({"opened": opened}),
        "title": fields.plain_text("Shift in support"),
        "submit": fields.plain_text("Record"),
        "close": fields.plain_text("Cancel"),
        "blocks": [
            fields.line("donor", "Donor", hint="A State or organisation, by name or code.", initial=donor),
            fields.line("state", "State supported", hint="By name or code.", initial=state),
            fields.choice("direction", "What happened to the support", DIRECTIONS),
            fields.line(
                "money.amount", "Amount of the change", hint="Such as 200000.00; empty: not known.", optional=True
            ),
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
        ],
    }


def parse(view: Mapping[str, Any]) -> dict[str, Any]:
    """The body of the command, as any door would send it, but for where it is from."""
    body = fields.body(view)
    if currency := body.get("money", {}).get("currency"):
        body["money"]["currency"] = currency.upper()
    return body | {"source": {"kind": "slack", "ref": json.loads(view["private_metadata"])["opened"]}}


def receipt(body: Mapping[str, Any], recorded: Recorded, by: str, desk: Desk) -> dict[str, Any]:
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
