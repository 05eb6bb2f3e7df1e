"""All pages, for the application to include after the API, without a prefix."""

from fastapi import APIRouter

from adapters.http.pages import (
    briefing,
    deadlines,
    directory,
    events,
    explanations,
    home,
    left_out,
    matches,
    meetings,
    memory,
    more,
    nowhere,
    outcomes,
    pledges,
    requests,
    shifts,
    state,
    things,
)

routes = APIRouter()
PAGES = (
    home, directory, briefing, state, deadlines, requests, pledges, shifts, explanations, meetings, outcomes, more,
    left_out, matches, things, memory, events, nowhere,
)  # fmt: skip
for each in PAGES:
    routes.include_router(each.routes)
