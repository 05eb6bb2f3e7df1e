"""One plain sentence for each fact about a meeting; a speaker is named only where the statement is."""

from domain.fact import Fact
from domain.meetings import events as meetings
from domain.names import party_name
from projections.wording import listed

WHO = {
    "affected_state": "An affected State",
    "donor_state": "A donor State",
    "coordination_committee": "A representative of the Coordination Committee",
    "isu": "The ISU",
    "coordinators": "The Coordinators",
}
ADDRESSED = {
    "affected_states": "affected States",
    "donors": "donors",
    "isu": "the ISU",
    "coordinators": "the Coordinators",
    "all": "all",
}


def meeting_sentence(fact: Fact, opening: Fact) -> str | None:
    """What happened at a meeting; None for other facts."""
    if not isinstance(opening, meetings.MeetingScheduled):
        return None
    title = opening.title
    match fact:
        case meetings.MeetingScheduled():
            return f"{title} was scheduled for {fact.on}."
        case meetings.MeetingMoved():
            return f"{title} was moved to {fact.on}."
        case meetings.MeetingHeld():
            return f"{title} took place{_presence(fact)}."
        case meetings.SummaryApproved():
            return f"The summary of {title} was approved."
        case meetings.StatementRecorded():
            return f"{speaker(fact.attribution, fact.speaker, fact.group)} said at {title}: {fact.text}"
        case meetings.OutcomeRecorded():
            owner = f" ({party_name(fact.owner)})" if fact.owner else ""
            due = f", by {fact.due_on}" if fact.due_on else ""
            return f"{title} settled{owner}{due}: {fact.text}"
        case meetings.RecommendationRecorded():
            return f"{title} recommended to {ADDRESSED[fact.addressed_to]}: {fact.text}"
        case meetings.OutcomeCarriedForward():
            return f"An outcome of {title} was carried forward to a later meeting."
        case meetings.OutcomeClosed():
            return f"An outcome of {title} was {fact.result}: {fact.text}"
    return None


def speaker(attribution: str, named: str | None, group: str | None) -> str:
    """Who is said to have spoken."""
    if attribution == "named" and named:
        return party_name(named)
    return WHO.get(group or "", "A participant")


def _presence(fact: meetings.MeetingHeld) -> str:
    if fact.attended:
        return f", attended by {listed([party_name(each) for each in fact.attended])}"
    return f", with {fact.participants} participants" if fact.participants is not None else ""
