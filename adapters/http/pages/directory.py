"""The directory of States and organisations, and looking one up by name."""

from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from adapters.http.answering import ask
from adapters.http.asking import asked, plain
from adapters.http.pages.frame import frame
from adapters.http.pages.home import named
from adapters.http.pages.page_route import PageRoute
from adapters.http.pages.questions import Row
from adapters.http.pages.rendering import page
from domain.names import UnknownName, fold

routes = APIRouter(route_class=PageRoute, include_in_schema=False)


@routes.get("/states")
async def states(request: Request) -> Response:
    """Who is on record. An exact name leads to its page; a near miss is offered, never chosen."""
    ask_for = await asked(request, {"q": plain})
    sought = ask_for.given.get("q")
    missed: UnknownName | None = None
    if sought:
        try:
            code = ask_for.service.coordination.names.party(sought)
        except UnknownName as unknown:
            missed = unknown
        else:
            return RedirectResponse(frame(request, ask_for).at(f"/states/{quote(code, safe='')}"), 303)
    parties = await ask(ask_for, lambda: named(ask_for), slow=True)
    shown = [row for row in parties if not sought or fold(sought) in fold(f"{row['name']} {row['code']}")]
    return page(request, ask_for, "states.html.j2", parties=shown, sought=sought, missed=missed and said(missed))


def said(missed: UnknownName) -> Row:
    """A name that was not found, and who may have been meant."""
    return {
        "sentence": f"No State or organisation on record is called {missed.quoted}.",
        "candidates": missed.candidates,
    }
