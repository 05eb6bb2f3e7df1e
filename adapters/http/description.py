"""What the API says of itself: OpenAPI 3.1, with the token it takes and the refusals it gives."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "RFC 9457",
    "required": ["type", "title", "status", "detail", "errors"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "One sentence for a person"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}
LIST = {
    "type": "object",
    "title": "List",
    "required": ["items", "position"],
    "properties": {
        "items": {"type": "array", "items": {"type": "object"}},
        "position": {"type": "integer", "description": "How far the views had come"},
    },
}
_REFUSALS = {
    "401": "A token that is not known, has expired or was revoked",
    "422": "A parameter that is not understood; `errors` names it",
    "503": "The views have not reached the position waited for, or the database is gone; Retry-After says when to ask",
}


def described(app: FastAPI) -> dict[str, Any]:
    """The description, made once."""
    if app.openapi_schema is None:
        said = get_openapi(
            title=app.title, version=app.version, routes=app.routes,
            description="The shared memory of international cooperation and assistance under the Convention on Cluster "
            "Munitions. Facts enter as commands and never change; views answer as of any day, as known at any time.",
        )  # fmt: skip
        said["components"] = {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Problem": PROBLEM, "List": LIST},
        }
        for path, operations in said["paths"].items():
            for operation in operations.values():
                _complete(path, operation)
        app.openapi_schema = said
    return app.openapi_schema


def _complete(path: str, operation: dict[str, Any]) -> None:
    """What reads is named after its function, and refuses as every reading address does."""
    answers = operation["responses"]
    if "commands" not in operation["tags"]:
        operation["operationId"] = _name(operation)
    if "reading" in operation["tags"]:
        operation["security"] = [{"token": []}, {}]
        answers |= {status: {"description": why} for status, why in _REFUSALS.items()}
        if "{" in path:
            answers["404"] = {"description": "Nothing here that the caller may see"}
        if not path.endswith(("}", "/summary")):
            answers["200"]["content"] = {
                "application/json": {"schema": {"$ref": "#/components/schemas/List"}},
                "text/csv": {"schema": {"type": "string"}},
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                    "schema": {"type": "string", "format": "binary"}
                },
            }
    for status, answer in answers.items():
        if status.startswith(("4", "5")):
            answer["content"] = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


def _name(operation: dict[str, Any]) -> str:
    return str(operation["summary"]).lower().replace(" ", "-")
