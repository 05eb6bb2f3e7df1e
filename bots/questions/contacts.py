"""`contacts due`: whom to brief, longest without contact first."""

from typing import Any

from bots.answer import Answer
from bots.blocks import Part
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes
from bots.wording import begun, counted
from domain.names import party_name, state_name

VERB = "contacts"
ABOUT = "Whom to brief: donors and States with an open request or support, 180 days or more after their last contact."
USAGE = ("contacts due", "contacts due as of 2026-01-31")
DAYS = 180


def answer(asked: Filters, asker: Asker) -> Answer:
    """Those never in contact come first."""
    found, _ = asker.queries.contacts_due(asker.viewer, DAYS, asked.moment)
    return Answer(
        VERB,
        f"{begun(counted(len(found), 'contact'))} due: none for {DAYS} days or more.",
        tuple(Part(_line(each)) for each in found),
        notes(asked, asker),
        page(asker.base_url, "contacts", "due", asked=asked, by=()),
    )


def _line(each: dict[str, Any]) -> str:
    last = f"last on {each['last_contact_on']}, {counted(each['days'], 'day')} ago" if each["days"] is not None else ""
    return f"{party_name(each['donor'])} about {state_name(each['state'])}: {last or 'never, as far as is on record'}"
