"""All pages, for the application to include after the API, without a prefix."""

from fastapi import APIRouter

from adapters.http.pages import (
    briefing,
    directory,
    events,
    explanations,
    home,
    left_out,
    matches,
    memory,
    more,
    nowhere,
    pledges,
    requests,
    shifts,
    state,
    things,
)

routes = APIRouter()
PAGES = (
    home, directory, briefing, state, requests, pledges, shifts, explanations, more, left_out, matches, things, memory,
    events, nowhere,
)  # fmt: skip
for each in PAGES:
    routes.include_router(each.routes)
