"""One plain sentence for each fact about pledges, payments and shifts."""

from domain.fact import Fact
from domain.names import party_name, state_name
from domain.pledges import events as pledges
from projections.wording import amount

REASONS = {
    "profile_moved": "another State's profile had risen",
    "believed_resolved": "it believed the problem resolved",
    "memory_lost": "its institutional memory was lost",
    "strategy_change": "its strategy changed",
    "budget": "its budget",
    "completed": "the work was completed",
    "security": "security",
    "other": "another reason",
}
WHOSE = {
    "donor_stated": "the donor says",
    "recipient_account": "by the recipient's account",
    "coordinator_inference": "the Coordinators infer, the donor has not said so",
}


def support_sentence(fact: Fact, opening: Fact) -> str | None:
    """What happened to support; None for other facts."""
    if not isinstance(opening, pledges.PledgeMade):
        return None
    donor, state = party_name(opening.donor), state_name(opening.state)
    match fact:
        case pledges.PledgeMade():
            return _made(fact, donor, state)
        case pledges.PledgeCommitted():
            agreement = f" (agreement {fact.agreement_ref})" if fact.agreement_ref else ""
            return f"{donor} committed {_what(fact, state)}{agreement}."
        case pledges.PledgeDisbursed():
            return f"{donor} {_paid(fact, state)}, as the giver reports."
        case pledges.ReceiptReported():
            return f"{state} received {_goods(fact)} from {donor}, as the recipient reports."
        case pledges.PaymentReversed():
            return f"A payment of {amount(fact.money)} by {donor} to {state} was reversed: {fact.why}"
        case pledges.CommitmentReversed():
            return f"A commitment of {amount(fact.money)} by {donor} to {state} was reversed: {fact.why}"
        case pledges.SupportShifted():
            return f"{decision(fact)} {_reason(fact)}".strip()
        case pledges.ExplanationAsked():
            whose = "its support" if fact.asked_of == opening.donor else f"the support of {donor}"
            return f"{party_name(fact.asked_of)} was asked why {whose} to {state} changed."
        case pledges.ShiftExplained():
            return f"Why support of {donor} to {state} changed: {reason_given(fact)}"
    return None


def decision(fact: pledges.SupportShifted) -> str:
    """What a donor decided, in one sentence without its reason."""
    donor, state = party_name(fact.donor), state_name(fact.state)
    by = f" by {amount(fact.money)}" if fact.money else " by an amount not known"
    match fact.direction:
        case "increase":
            return f"{donor} increased its support to {state}{by}."
        case "cut":
            return f"{donor} cut its support to {state}{by}."
        case "redirect":
            return f"{donor} redirected {amount(fact.money)} from {state} to {state_name(str(fact.to_state))}."
        case _:
            return f"{donor} ended its support to {state}{by if fact.money else ''}."


def reason_given(said: pledges.SupportShifted | pledges.ShiftExplained) -> str:
    """A reason with whose words it is: an inference never reads as the donor's own."""
    text = f" ({said.reason_text})" if said.reason_text else ""
    return f"{REASONS[str(said.reason)]}{text}; {WHOSE[str(said.reason_source)]}."


def _reason(fact: pledges.SupportShifted) -> str:
    if fact.reason:
        return f"Reason: {reason_given(fact)}"
    return "" if fact.direction == "increase" else "No reason was given."


def _made(fact: pledges.PledgeMade, donor: str, state: str) -> str:
    if fact.redirected_from:
        return f"Support of {donor} to {state} was opened by a redirect: {amount(fact.money)}."
    if fact.opened_by_shift:
        return f"Support of {donor} to {state}, of an amount not known, came to the record when it changed."
    through = f", through {party_name(fact.via)}" if fact.via else ""
    return f"{donor} pledged {_what(fact, state)}{through}."


_Handed = pledges.PledgeMade | pledges.PledgeCommitted | pledges.PledgeDisbursed | pledges.ReceiptReported


def _what(fact: _Handed, state: str) -> str:
    """`1,000.00 EUR to Arvandor`, or `to Arvandor in kind: two advisers`."""
    if fact.in_kind and not fact.money:
        return f"to {state} in kind: {fact.in_kind}"
    return f"{_goods(fact)} to {state}"


def _paid(fact: _Handed, state: str) -> str:
    handed_over = fact.in_kind and not fact.money
    return f"gave {state} in kind: {fact.in_kind}" if handed_over else f"paid {_what(fact, state)}"


def _goods(fact: _Handed) -> str:
    if fact.money and fact.in_kind:
        return f"{amount(fact.money)} and in kind {fact.in_kind}"
    return amount(fact.money) if fact.money or not fact.in_kind else f"in kind {fact.in_kind}"
