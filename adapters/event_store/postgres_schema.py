"""The log's tables on PostgreSQL: made by `ica migrate` as their owner, and asked for by everything else."""

from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg import Connection, sql

from adapters.event_store.postgres_datastore import LOCKS, SCHEMA, PostgresDatastore
from adapters.event_store.postgres_problems import unavailable_if_failing
from adapters.settings import SettingsError

VERSION = 2
"""Of the log's tables. It grows when they change; `ica migrate` then runs the whole file again."""
OLDEST_SERVER = 14
_TABLES = (Path(__file__).parent / "schema_postgres.sql").read_text(encoding="utf-8")

GRANTS: tuple[LiteralString, ...] = (
    "GRANT SELECT ON schema_version TO {role}",
    "GRANT SELECT, INSERT ON stored_events, leaves, names, commands TO {role}",
    "GRANT SELECT, INSERT, DELETE ON text_keys TO {role}",
    "GRANT SELECT, INSERT, UPDATE ON token_uses TO {role}",
    "GRANT SELECT, INSERT, DELETE ON inbox TO {role}",
    "GRANT USAGE, CREATE ON SCHEMA {schema} TO {role}",
)
"""What the service's role may do: append, look, erase texts, and keep the views' tables, which are its own."""

NUMBERED = ("slack_bots", "slack_installations", "slack_oauth_states")
BESIDE = ("outbox_posts", "outbox_channels", "outbox_cursors", "reminder_dates", *NUMBERED)
"""Tables that the service makes itself, and that are not made again from the log; some number their own rows."""
GRANT_BESIDE: LiteralString = "GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {role}"
GRANT_NUMBERS: LiteralString = "GRANT USAGE ON SEQUENCE {table} TO {role}"


class NotMigrated(SettingsError):
    """The database does not have this version's tables."""


def check_schema(datastore: PostgresDatastore) -> None:
    """Raise NotMigrated unless `ica migrate` has run. Workers that create tables at once crash each other."""
    with unavailable_if_failing(), datastore.connection() as connection:
        try:
            found = _version(connection)
        except psycopg.ProgrammingError:  # there, but not for this role
            found = None
    if found is None:
        raise NotMigrated("The database of ICA_DATABASE_URL is not set up for this role: run `ica migrate`.")
    if found < VERSION:
        raise NotMigrated("The database is of an earlier version of ica-ledger: run `ica migrate`.")
    _refuse_newer(found)


def migrate(owner: PostgresDatastore, service: PostgresDatastore, views: list[str]) -> None:
    """Make the tables and triggers as their owner, and give the service's role what it needs; again changes nothing."""
    with unavailable_if_failing(), service.connection() as connection:
        role = _one(connection, "SELECT current_user")
    with unavailable_if_failing(), owner.connection() as connection:
        _check_server(connection)
        try:
            with connection.transaction():
                connection.execute(f"SELECT pg_advisory_xact_lock({LOCKS}, {SCHEMA})".encode())
                _make_tables(connection)
                _grant(connection, role)
                _hand_over(connection, role, views)
        except psycopg.errors.InsufficientPrivilege as refused:
            raise SettingsError(
                f"The role that migrates is not the tables' owner ({refused}): name that in ICA_DATABASE_OWNER_URL."
            ) from None
    _check_same_place(service)


def _make_tables(connection: Connection[Any]) -> None:
    _refuse_newer(_version(connection) or VERSION)
    connection.execute(_TABLES.encode())
    connection.execute(
        "INSERT INTO schema_version (version) VALUES (%s) ON CONFLICT (one) DO UPDATE SET version = excluded.version",
        [VERSION],
    )


def _grant(connection: Connection[Any], role: str) -> None:
    schema = _one(connection, "SELECT current_schema()")
    for grant in GRANTS:
        connection.execute(sql.SQL(grant).format(role=sql.Identifier(role), schema=sql.Identifier(schema)))


def _hand_over(connection: Connection[Any], role: str, views: list[str]) -> None:
    """What the owner made before there were two roles: the service's role makes views of its own, from the log."""
    found = connection.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename = ANY(%s) "
        "AND tableowner = current_user AND tableowner <> %s",
        [[*views, *BESIDE], role],
    )
    for (table,) in found.fetchall():
        change = sql.SQL(GRANT_BESIDE if table in BESIDE else "DROP TABLE {table}")
        connection.execute(change.format(table=sql.Identifier(table), role=sql.Identifier(role)))
        if table in NUMBERED:
            numbers = sql.Identifier(f"{table}_id_seq")
            connection.execute(sql.SQL(GRANT_NUMBERS).format(table=numbers, role=sql.Identifier(role)))


def _check_server(connection: Connection[Any]) -> None:
    if connection.info.server_version // 10000 < OLDEST_SERVER:
        raise SettingsError(f"PostgreSQL {OLDEST_SERVER} or later is needed.")
    if (encoding := _one(connection, "SHOW server_encoding")) != "UTF8":
        raise SettingsError(f"The database stores texts as {encoding}: create one with ENCODING 'UTF8'.")


def _check_same_place(service: PostgresDatastore) -> None:
    try:
        check_schema(service)
    except NotMigrated:
        raise SettingsError(
            "What ICA_DATABASE_OWNER_URL has set up is not what ICA_DATABASE_URL sees: do they name the same database, "
            "and the same schema in it?"
        ) from None


def _refuse_newer(version: int) -> None:
    if version > VERSION:
        raise NotMigrated("The database is of a later version of ica-ledger: run that version, or a later one.")


def _version(connection: Connection[Any]) -> int | None:
    """The version of the tables; None where there are none."""
    if _one(connection, "SELECT to_regclass('schema_version')") is None:
        return None
    row = connection.execute("SELECT version FROM schema_version").fetchone()
    return row[0] if row else None


def _one(connection: Connection[Any], query: Any) -> Any:
    row = connection.execute(query).fetchone()
    return row[0] if row else None
