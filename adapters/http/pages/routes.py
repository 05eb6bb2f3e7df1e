"""All pages, for the application to include after the API, without a prefix."""

from fastapi import APIRouter

from adapters.http.pages import directory, events, explanations, home, nowhere, pledges, requests, shifts, state

routes = APIRouter()
for each in (home, directory, state, requests, pledges, shifts, explanations, events, nowhere):
    routes.include_router(each.routes)
