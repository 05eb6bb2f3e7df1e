"""All pages, for the application to include after the API, without a prefix."""

from fastapi import APIRouter

from adapters.http.pages import (
    deadlines,
    directory,
    events,
    explanations,
    home,
    meetings,
    nowhere,
    outcomes,
    pledges,
    requests,
    shifts,
    state,
)

routes = APIRouter()
PAGES = (
    home, directory, state, deadlines, requests, pledges, shifts, explanations, meetings, outcomes, events, nowhere,
)  # fmt: skip
for each in PAGES:
    routes.include_router(each.routes)
