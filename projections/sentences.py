"""One plain sentence for each fact."""

from domain.fact import Fact
from domain.fact_changes import FactCorrected, FactRetracted, TextsErased, VisibilityChanged
from domain.names import party_name, state_name
from domain.values import Money
from projections.field_sentences import field_sentence
from projections.meeting_sentences import meeting_sentence
from projections.reminder_sentences import reminder_sentence
from projections.support_sentences import support_sentence
from projections.treaty_sentences import treaty_sentence
from projections.wording import amount, listed

_CONTACTS = {
    "briefing": "was briefed on",
    "letter": "was written to about",
    "bilateral": "held bilateral talks about",
    "visit": "visited, or received a visit from,",
    "other": "was in contact about",
}
_FIELDS = {
    "article": "the article",
    "nature": "its nature",
    "need": "the need",
    "money": "the amount",
    "budget": "the budget",
    "from_on": "the first day",
    "until": "the last day",
    "plan_id": "its plan",
    "national_investment": "the national investment",
    "match_sought": "the match sought",
}
_SETTLED = {"met": "met", "partly_met": "partly met", "met_for_now": "met for now"}


def sentence(fact: Fact, opening: Fact) -> str:
    """What a fact says, for a person; `opening` is the first fact of its thing and tells who is concerned."""
    said = fact.own_fields()
    about = opening.own_fields()
    match fact.TOPIC:
        case "request.submitted":
            money = f" ({amount(said['money'])})" if said["money"] else ""
            kinds = listed(said["nature"])
            return (
                f"{state_name(said['state'])} requested {kinds} assistance under "
                f"Article {said['article']}{money}: {said['need']}"
            )
        case "request.amended":
            changed = listed([_FIELDS.get(name, name) for name, value in said.items() if value is not None])
            return f"{state_name(about['state'])} amended its request under Article {about['article']}: {changed}."
        case "request.settled":
            why = f": {said['why']}" if said["why"] else "."
            request = f"The request of {state_name(about['state'])} under Article {about['article']}"
            return f"{request} was {_SETTLED[said['status']]}{why}"
        case "request.withdrawn":
            return f"{state_name(about['state'])} withdrew its request under Article {about['article']}: {said['why']}"
        case "contact.recorded":
            words = f": {said['text']}" if said["text"] else "."
            return f"{party_name(said['donor'])} {_CONTACTS[said['kind']]} {state_name(said['state'])}{words}"
        case "report.filed":
            kind = "an initial" if said["kind"] == "initial" else "its annual"
            needs = f", and said what it needs: {said['needs']}" if said["needs"] else "."
            return f"{state_name(said['state'])} filed {kind} Article 7 report for {said['year']}{needs}"
        case "rate.recorded":
            return f"1 {said['currency']} was worth {said['usd_rate']} USD on {said['on']}."
        case "organisation.registered":
            return f"{said['name']} became known to the record."
    by_kind = (support_sentence, treaty_sentence, meeting_sentence, field_sentence, reminder_sentence)
    told = (said_by_kind(fact, opening) for said_by_kind in by_kind)
    return _about_the_record(fact) or next(filter(None, told), fact.ABOUT)


def _about_the_record(fact: Fact) -> str | None:
    match fact:
        case FactCorrected():
            changes = [
                f"{_FIELDS.get(name, name.replace('_', ' '))} to {_shown(value)}"
                for name, value in fact.changes.items()
            ]
            return f"Corrected {listed(changes).rstrip('.')}: {fact.why}"
        case FactRetracted():
            return f"Retracted, as it should not have been recorded: {fact.why}"
        case TextsErased():
            return f"Erased its words for good: {fact.why}"
        case VisibilityChanged():
            return f"Made visible to {fact.seen_by.replace('_', ' ')}: {fact.why}"
        case _:
            return None


def _shown(value: object) -> str:
    if isinstance(value, dict) and value.keys() == {"amount", "currency"}:
        return str(Money.read(value))
    return "nothing" if value is None else str(value)
