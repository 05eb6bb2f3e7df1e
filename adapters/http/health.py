"""Whether the service is alive and ready; these name nobody and need no token."""

import time

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DBAPIError

from adapters.http.asking import service_of
from adapters.outbox.late import late
from domain.errors import RecordUnavailable

routes = APIRouter(tags=["health"])

LAG_ALLOWED = 1000
"""Events the views may be behind before the service calls itself not ready."""


@routes.get("/healthz")
async def alive() -> JSONResponse:
    """The process answers."""
    return JSONResponse({"status": "alive"}, headers={"Cache-Control": "no-store"})


@routes.get("/readyz")
async def ready(request: Request) -> JSONResponse:
    """The database answers, the views keep step with the log, nothing told in Slack is late, and Slack is reached."""
    service = service_of(request)
    checks: dict[str, object] = {}
    try:
        service.datastore.check_there()
        last = service.recorder.last_position()
        checks["database"] = "ok"
        checks["views"] = {"position": service.projector.position, "behind": last - service.projector.position}
        keeps_step = last - service.projector.position <= LAG_ALLOWED and service.projector.failure is None
        if service.settings.has_slack:
            for what in ("reminders", "posts"):
                behind = late(service.engine, time.time(), reminders=what == "reminders")
                checks[what] = {"late": behind.count, "causes": behind.causes}
                keeps_step = keeps_step and not behind.count
            checks["slack"] = service.workspaces.problems() or "ok"
            keeps_step = keeps_step and checks["slack"] == "ok"
        if service.projector.failure:
            checks["views_problem"] = "the views stand still; the reason is in the service's log"
    except (RecordUnavailable, DBAPIError):
        checks["database"], keeps_step = "unavailable", False
    status = "ready" if keeps_step else "not ready"
    headers = {"Cache-Control": "no-store"}
    return JSONResponse({"status": status, "checks": checks}, 200 if keeps_step else 503, headers)
