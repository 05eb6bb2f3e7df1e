"""What the record's fixed words are called on a page; a word that is new here is shown as it is."""

from adapters.http.pages import treaty_words
from domain.names import party_name

VISIBILITY = {
    "public": "Public",
    "states_parties": "States Parties only",
    "coordinators": "Coordinators only",
}
READER = {
    "public": "You see what is public.",
    "states_parties": "You see what States Parties may see.",
    "coordinators": "You see what the Coordinators see: some of it is not public.",
    "administrators": "You see what administrators see: some of it is not public.",
    "auditors": "You see what auditors see: some of it is not public.",
}
REASON = {
    "profile_moved": "Another State’s profile had risen",
    "believed_resolved": "The problem was believed resolved",
    "memory_lost": "Institutional memory was lost",
    "strategy_change": "A change of strategy",
    "budget": "Budget",
    "completed": "The work was completed",
    "security": "Security",
    "other": "Another reason",
}
WHOSE = {
    "donor_stated": "In the donor’s own words",
    "recipient_account": "By the recipient’s account",
    "coordinator_inference": "Inferred by the Coordinators — the donor has not said so",
}
STATUS = {
    "open": "Open",
    "partly_met": "Partly met",
    "met": "Met",
    "met_for_now": "Met for now",
    "withdrawn": "Withdrawn",
}
MARK = {
    "amount_unknown": "The amount pledged is not known.",
    "committed_above_pledge": "More was committed than was pledged.",
    "paid_above_commitment": "More was paid than was committed.",
    "shifted_beyond_support": "The shifts recorded take away more than the support on record.",
    "received_differs_from_paid": "The recipient reports another amount than the giver.",
}
ARTICLE = {
    3: "Article 3, stockpiles",
    4: "Article 4, clearance",
    5: "Article 5, victim assistance",
    7: "Article 7, transparency",
    9: "Article 9, national measures",
}
CHANNEL = {
    "un": "United Nations",
    "international_org": "International organisation",
    "regional_org": "Regional organisation",
    "ngo": "Non-governmental organisation",
}
SOURCE = {
    "article7": "Article 7 report",
    "bilateral": "Bilateral talks",
    "iati": "IATI",
    "fts": "OCHA Financial Tracking Service",
}
ROLE = {"coordinator": "a Coordinator", "auditor": "an auditor", "admin": "an administrator"}
DIRECTION = {"increase": "Increase", "cut": "Cut", "redirect": "Redirect", "end": "End"}
_TABLES = treaty_words.TABLES | {
    "visibility": VISIBILITY,
    "reason": REASON,
    "whose": WHOSE,
    "status": STATUS,
    "mark": MARK,
    "channel": CHANNEL,
    "source": SOURCE,
    "direction": DIRECTION,
}


def word(value: str, table: str = "") -> str:
    """The wording of a fixed word; elsewise the word itself, with its underscores as spaces."""
    return _TABLES.get(table, {}).get(value) or plain(value)


def plain(value: str) -> str:
    """`partially_tied` as `Partially tied`, `request.submitted` as `Request submitted`."""
    return value.replace("_", " ").replace(".", " ").capitalize()


def capital(sentence: str) -> str:
    """A sentence with its first letter large, and the others as they were written."""
    return sentence[:1].upper() + sentence[1:]


def listed(words: list[str]) -> str:
    """`financial, technical and legal`."""
    *firsts, last = words or [""]
    return f"{', '.join(firsts)} and {last}" if firsts else last


def article(number: int) -> str:
    """An article with its subject."""
    return ARTICLE.get(number, f"Article {number}")


def recorder(recorded: str) -> str:
    """Who recorded a fact: readers see the role and organisation, coordinators the person."""
    role, _, parties = recorded.partition(" ")
    if role in {"state", "donor"} and parties:
        return ", ".join(party_name(party) for party in parties.split())
    return {"coordinator": "a Coordinator", "auditor": "an auditor", "admin": "an administrator"}.get(
        recorded, recorded
    )
