"""All that one web process answers: the API and pages, and Slack."""

from fastapi import FastAPI
from slack_bolt import App

from adapters.http.app import create_app
from adapters.slack.http import router as slack_router
from adapters.wiring import Service


def web_app(service: Service, bolt: App | None) -> FastAPI:
    """The application over a running record, with the bot where there is one."""
    app = create_app(service)
    app.include_router(slack_router(service, bolt))
    return app
