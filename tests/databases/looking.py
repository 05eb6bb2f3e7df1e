"""What tests look at: statements of their own, and every row of every view."""

from typing import Any

from sqlalchemy import Engine, select

from adapters.wiring import Service
from projections.views import VIEWS


def run(service: Service, statement: str, *values: object) -> list[Any]:
    """Run one statement on the log's database, as the service's own role; its rows, if it has some."""
    with service.datastore.transaction(commit=True) as c:
        c.execute(statement, values)
        return list(c.fetchall()) if statement.startswith("SELECT") else []


def view_rows(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Every view table, row by row and byte for byte."""
    with engine.connect() as connection:
        return {
            view.name: [
                tuple(row) for row in connection.execute(select(view.table).order_by(*view.table.primary_key.columns))
            ]
            for view in VIEWS
        }
