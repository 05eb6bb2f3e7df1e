"""Which flows are mine action.

A flow is mine action where OCHA's own labels or the flow's own words say so: the name of a destination cluster
("Mine Action", "Protection - Mine Action") or a keyword ("Mine action"); else the description, the project or an
organisation at either end, by a word that only mine action uses: demining, landmine, unexploded or explosive ordnance,
explosive remnants of war, cluster munition, mine followed by what is done about it (action, clearance, risk …), their
French and Spanish forms, or an organisation that does nothing else. A bare "mine" or "clearance" is not enough: there
are coal mines and customs clearances. Nor is help to war victims or to persons with disabilities, unless mines are
named: OCHA does not say what hurt them.
"""

import re
import unicodedata

from adapters.importers.fts.flow import Flow

_WORDS = re.compile(
    r"""\b(?:
    mine\ (?:action|aware|clear|detection|disposal|removal|risk|survivor|victim|and\ ordnance)
    | (?:land|anti\ ?personnel|anti\ ?vehicle|anti\ ?tank)\ ?mine | minefield | humanitarian\ mine
    | de\ ?mining | deminer | unexploded | uxos?\b | erw\b | eore\b
    | explosive\ (?:ordnance|remnant|hazard) | cluster\ (?:munition|bomb) | weapons?\ contamination
    | halo\ trust | mines\ advisory\ group | apopo\b
    | deminage | (?:action|lutte)\ (?:contre\ les\ |anti\ ?)mines | mines\ anti | restes\ explosifs | sous\ munition
    | desmina | accion\ (?:contra\ (?:las\ )?|anti\ ?)minas | minas\ (?:antiper|terrest) | restos\ explosivos
    | municiones\ (?:en|de)\ racimo
    )""",
    re.VERBOSE,
)


def is_mine_action(flow: Flow) -> bool:
    """Whether any label or text of the flow names mine action."""
    bodies = (body.name for body in (*flow.sources, *flow.destinations))
    return any(map(names_it, (*flow.clusters, *flow.keywords, flow.description, *flow.projects, *bodies)))


def names_it(text: str) -> bool:
    """Whether a text holds one of the words, whatever its case, accents and hyphens."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    return bool(_WORDS.search(re.sub(r"[\W_]+", " ", plain)))
