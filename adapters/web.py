"""All that one web process answers: the API and pages, and Slack."""

from fastapi import FastAPI

from adapters.http.app import create_app
from adapters.slack.http import router as slack_router
from adapters.wiring import Service


def web_app(service: Service) -> FastAPI:
    """The application over a running record."""
    app = create_app(service)
    app.include_router(slack_router(service))
    return app
