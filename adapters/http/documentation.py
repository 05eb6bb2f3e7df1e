"""The API's documentation, served from here: nothing is fetched from elsewhere."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

routes = APIRouter()

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ica-ledger API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/vendor/swagger-ui.css">
</head>
<body>
<div id="documentation"></div>
<script src="/static/vendor/swagger-ui-bundle.js"></script>
<script src="/static/documentation.js"></script>
</body>
</html>
"""


@routes.get("/docs", include_in_schema=False)
async def documentation() -> HTMLResponse:
    """Every address and command, with examples to try."""
    return HTMLResponse(_PAGE)
