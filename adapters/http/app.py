"""The web application: the API under /api/v1, its documentation, pages, Slack's events, and health."""

from pathlib import Path

from fastapi import FastAPI, Request, Response
from starlette.middleware.base import RequestResponseEndpoint
from starlette.staticfiles import StaticFiles

from adapters.http import (
    audit,
    briefings,
    commands,
    documentation,
    due,
    field,
    gatherings,
    health,
    left_out,
    lists,
    states,
    why,
)
from adapters.http.description import described
from adapters.http.pages.routes import routes as pages
from adapters.http.problems import add_problem_handlers
from adapters.wiring import Service

STATIC = Path(__file__).parent / "static"
API = "/api/v1"
VERSION = "0.1.0"
_SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
}


def create_app(service: Service) -> FastAPI:
    """The application over a running record."""
    app = FastAPI(title="ica-ledger", version=VERSION, docs_url=None, redoc_url=None, openapi_url=f"{API}/openapi.json")
    app.state.service = service
    add_problem_handlers(app)
    reading = (states, briefings, audit, lists, why, due, gatherings, field, left_out, documentation)
    for routes in (commands.router(), *(part.routes for part in reading)):
        app.include_router(routes, prefix=API)
    app.include_router(health.routes)
    app.include_router(pages)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.middleware("http")(_secured)
    app.openapi = lambda: described(app)  # type: ignore[method-assign]
    return app


async def _secured(request: Request, call_next: RequestResponseEndpoint) -> Response:
    response = await call_next(request)
    for name, value in _SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    return response
