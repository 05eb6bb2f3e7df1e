"""`donors for article 4`: what donors say they want and can do."""

from typing import Any

import orjson

from bots.answer import Answer
from bots.blocks import Part
from bots.questions.asker import WHOLE, Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes
from bots.wording import begun, counted, listed, source_named
from domain.names import party_name
from domain.values import Money
from projections.filters import FieldFilter

VERB = "donors"
ABOUT = "What donors say they can do, by the profile each published last."
USAGE = ("donors for article 4", "donors")


def answer(asked: Filters, asker: Asker) -> Answer:
    """The latest profile of each donor."""
    wanted = FieldFilter(article=asked.article)
    found = asker.queries.things(asker.viewer, "profiles", wanted, WHOLE, asked.moment).items
    under = f" under Article {asked.article}" if asked.article else ""
    return Answer(
        VERB,
        f"{begun(counted(len(found), 'donor'))} on record with a profile{under}.",
        tuple(_part(orjson.loads(each)) for each in found),
        notes(asked, asker),
        page(asker.base_url, "profiles", asked=asked),
    )


def _part(profile: dict[str, Any]) -> Part:
    window = profile["window"] or {}
    said = [
        f"gives {listed(profile['natures'])} assistance under Article {listed(map(str, profile['articles']))}",
        f"in {listed(profile['regions'])}" if profile["regions"] else "",
        f"to {listed(map(party_name, profile['states']))}" if profile["states"] else "",
        "over several years" if profile["multi_year"] else "",
        f"matches {profile['match_ratio']}" if profile["match_ratio"] else "",
        f"from {window['from_on']}" if window.get("from_on") else "",
        f"until {window['until']}" if window.get("until") else "",
        f"budget {Money.read(profile['budget'])}" if profile["budget"] else "",
    ]
    return Part(
        f"{party_name(profile['donor'])} {', '.join(filter(None, said))}",
        " · ".join(filter(None, [f"published {profile['occurred_on']}", source_named(profile["source"])])),
    )
