"""Questions asked before anybody does, so that the first answer is as fast as those after it."""

import orjson

from adapters.wiring import Service
from bots import messages
from bots.questions import Asker, answer
from bots.questions.ask import VERBS
from projections.audience import COORDINATORS, PUBLIC
from projections.filters import ShiftFilter
from projections.moment import Moment
from projections.page import Page

EXAMPLES = ("NOR", "LAO")
"""The donor and the State of the examples in the help."""


def warm(service: Service) -> None:
    """Names are read, texts and statements compiled; the answers go nowhere, and what fails here says so when asked."""
    donor, state = _pair(service)
    asked = [entry.usage[0].replace(EXAMPLES[0], donor).replace(EXAMPLES[1], state) for entry in VERBS.values()]
    for viewer in (PUBLIC, COORDINATORS):
        asker = Asker(
            viewer, service.queries, service.coordination.names, service.today(), service.settings.base_url,
            service.settings.zone,
        )  # fmt: skip
        for question in (*asked, "changes since last month", "what is this?"):
            messages.ephemeral(messages.said(answer(question, asker)))


def _pair(service: Service) -> tuple[str, str]:
    """A donor and a State with something between them, so that there is something to tell."""
    found = service.queries.shifts(COORDINATORS, ShiftFilter(), Page(1, latest=True), Moment()).items
    shift = orjson.loads(found[0]) if found else {}
    return shift.get("donor", EXAMPLES[0]), shift.get("state", EXAMPLES[1])
