"""One plain sentence for each fact about membership, obligations and the record's own beginning."""

from domain.coverage.events import CoverageRecorded
from domain.fact import Fact
from domain.membership import events as membership
from domain.names import state_name
from domain.obligations import events as obligations
from projections.wording import listed

_ACTS = {"ratification": "ratified", "accession": "acceded to", "acceptance": "accepted", "approval": "approved"}
_SUBJECTS = {"article7": "Article 7 reports"}


def treaty_sentence(fact: Fact, opening: Fact) -> str | None:
    """What a State did under the Convention; None for other facts."""
    match fact:
        case membership.ConventionSigned():
            return f"{state_name(fact.state)} signed the Convention on {fact.signed_on}."
        case membership.ConventionJoined():
            return f"{state_name(fact.state)} {_ACTS[fact.action]} the Convention: deposited on {fact.deposited_on}."
        case membership.WithdrawalNotified():
            effect = f", with effect on {fact.effective_on}" if fact.effective_on else ""
            return f"{state_name(fact.state)} gave notice of withdrawal on {fact.notified_on}{effect}."
        case CoverageRecorded():
            subject = _SUBJECTS.get(fact.what, fact.what)
            return f"The record of {subject} is kept from {fact.from_on}: what was before is not on record."
    return _of_obligation(fact, opening) if isinstance(opening, obligations.ObligationDeclared) else None


def _of_obligation(fact: Fact, opening: obligations.ObligationDeclared) -> str | None:
    state, article = state_name(opening.state), f"Article {opening.article}"
    match fact:
        case obligations.ObligationDeclared():
            since = f", from the end of hostilities on {fact.anchor_on}" if fact.anchor_on else ""
            return f"{state} declared an obligation under {article}{since}{_figures(fact.figures)}."
        case obligations.ProgressReported():
            period = f" for {fact.period}" if fact.period else ""
            return f"{state} reported progress under {article}{period}{_figures(fact.figures)}."
        case obligations.ObligationAssessed():
            return f"The outlook of {state} under {article}: {fact.outlook.replace('_', ' ')}."
        case obligations.ObligationFulfilled():
            return f"{state} declared its obligation under {article} fulfilled on {fact.declared_on}."
        case obligations.ExtensionRequested():
            return f"{state} asked on {fact.lodged_on} to extend its deadline under {article} until {fact.until}."
        case obligations.ExtensionDecided():
            how = "by silence procedure" if fact.decided_by == "silence_procedure" else "by a meeting"
            return f"The deadline of {state} under {article} was extended until {fact.until}, decided {how}."
    return None


def _figures(figures: dict[str, int] | None) -> str:
    said = [f"{value:,} {_unit(name)}" for name, value in (figures or {}).items() if value is not None]
    return f": {listed(said)}" if said else ""


def _unit(name: str) -> str:
    words = name.removesuffix("_m2").replace("_", " ")
    return f"m² {words}" if name.endswith("_m2") else words
