"""`match 3f2a91`: who could help with a request, with the reasons."""

from typing import Any

import orjson

from bots.answer import Answer
from bots.blocks import Part
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes
from bots.questions.refusals import NotUnderstood
from bots.wording import begun, counted, one_line
from domain.names import party_name
from projections.filters import RequestFilter
from projections.moment import Moment
from projections.page import Page

VERB = "match"
ABOUT = "Who could help with a request, by its id or the first six characters of it; best first, with the reasons."
USAGE = ("match 3f2a91",)
FEWEST = 6
"""Characters by which a request is named."""
MOST = 10
"""Requests that begin so, of which one is asked for."""


def answer(asked: Filters, asker: Asker) -> Answer:
    """Matches of one open request with what donors say they can do."""
    request = _request(str(asked.request), asked.moment, asker)
    found, _ = asker.queries.matches(asker.viewer, request["id"], None, asked.moment)
    whose = f"the request of {party_name(request['state'])} under Article {request['article']}"
    closed = "" if request["status"] in {"open", "partly_met"} else f" (it is {request['status'].replace('_', ' ')})"
    return Answer(
        VERB,
        f"{begun(counted(len(found), 'donor'))} could help with {whose}: {one_line(request['need'])}{closed}",
        tuple(
            Part(f"{party_name(each['donor'])} ({each['score']})", f"{'; '.join(each['reasons'])}.") for each in found
        ),
        notes(asked, asker),
        page(asker.base_url, "matches", asked=asked, by=(), request_id=request["id"]),
    )


def _request(begins: str, moment: Moment, asker: Asker) -> dict[str, Any]:
    if len(begins) < FEWEST:
        said = f"“{begins}” is too short: name the request by {FEWEST} characters of its id or more, see `requests`."
        raise NotUnderstood(said, usage=("requests open",))
    some = asker.queries.requests(asker.viewer, RequestFilter(begins=begins), Page(MOST), moment).items
    found: list[dict[str, Any]] = [orjson.loads(each) for each in some]
    if not found:
        raise NotUnderstood(f"No request on record begins with “{begins}”: see `requests`.", usage=("requests open",))
    if len(found) > 1:
        raise NotUnderstood("Several requests begin so.", [f"match {each['id']}" for each in found])
    return found[0]
