"""On PostgreSQL `ica migrate` sets up the database, as its owner; everything else only uses it, or says so."""

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from builders import Clock, a_request, open_record

from adapters.event_store.postgres_schema import NotMigrated
from adapters.settings import Settings, SettingsError
from adapters.storage import migrate_storage, open_storage
from adapters.wiring import open_service
from projections.audience import STATES_PARTIES

from .server import OWNER, SERVICE
from .test_log import KEPT


@pytest.fixture
def server(databases):
    """The server, for what only its superuser may do."""
    return databases.server


@pytest.fixture
def empty(server):
    """The name of a database in which nothing is set up."""
    name = server.new(template="template0")
    yield name
    server.drop(name)


@pytest.fixture
def ready(server):
    """The name of a database that is set up."""
    name = server.new()
    yield name
    server.drop(name)


def settings(server, name, owner=OWNER):
    """Two roles, as a careful administrator has them."""
    return Settings(
        database_url=server.address(name), database_owner_url=server.address(name, owner) if owner else None
    )


class TestWhoMayWhat:
    """Rights, and what stands above them."""

    @pytest.mark.parametrize("table", KEPT)
    def test_the_service_may_only_append(self, server, ready, table):
        """It holds no right to change, empty or drop the log, nor to switch its triggers off."""
        changes = [
            f"UPDATE {table} SET {KEPT[table][1]} = {KEPT[table][1]}",
            f"DELETE FROM {table}",
            f"TRUNCATE {table}",
            f"DROP TABLE {table}",
            f"ALTER TABLE {table} DISABLE TRIGGER ALL",
            f"ALTER TABLE {table} RENAME TO other",
            f"DROP TRIGGER {table}_keep ON {table}",
            "CREATE OR REPLACE FUNCTION keep_the_log() RETURNS trigger LANGUAGE sql AS ''",
            "SET session_replication_role = replica",
            "UPDATE schema_version SET version = 0",
        ]
        with psycopg.connect(server.address(ready), autocommit=True) as connection:
            for change in changes:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(change)

    @pytest.mark.parametrize("role", [OWNER, "postgres"])
    @pytest.mark.parametrize("table", KEPT)
    def test_triggers_keep_the_log_from_its_owner_too(self, server, ready, role, table):
        """Whoever has the right is stopped by the trigger, also while replaying another server's changes."""
        open_and_record(server, ready)
        with psycopg.connect(server.address(ready, role), autocommit=True) as connection:
            if role == "postgres":
                connection.execute("SET session_replication_role = replica")
            column = KEPT[table][1]
            for change in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}", f"TRUNCATE {table}"):
                with pytest.raises(psycopg.IntegrityError, match="append-only"):
                    connection.execute(change)


class TestMigrate:
    """`ica migrate`."""

    def test_again_changes_nothing(self, server, ready):
        """Whatever is on record stays, and so do the views."""
        open_and_record(server, ready)
        migrate_storage(settings(server, ready))

        assert len(requests(server.address(ready))) == 1

    def test_many_at_once_do_not_crash_each_other(self, server, empty):
        """Eight at once, on a database in which there is nothing."""
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(migrate_storage, [settings(server, empty)] * 8))

        open_service(settings(server, empty)).close()

    def test_one_role_is_enough(self, server, empty):
        """Without an owner's address the one role owns everything."""
        url = server.address(empty, OWNER)
        migrate_storage(Settings(database_url=url))
        service = open_record(url, Clock())
        service.handle(a_request())
        service.close()

        assert len(requests(url)) == 1

    def test_a_second_role_takes_over(self, server, empty):
        """What ran as the owner goes on as the lesser role: its views are made again."""
        self.test_one_role_is_enough(server, empty)
        server.run(
            f"SET ROLE {OWNER}; CREATE TABLE outbox_posts (key text); CREATE TABLE slack_bots (id serial)", empty
        )
        migrate_storage(settings(server, empty))

        assert len(requests(server.address(empty))) == 1
        with psycopg.connect(server.address(empty)) as connection:
            connection.execute("INSERT INTO outbox_posts VALUES ('one')")
            connection.execute("DELETE FROM outbox_posts")
            connection.execute("INSERT INTO slack_bots DEFAULT VALUES")

    def test_an_owner_elsewhere_is_noticed(self, server, empty, ready):
        """An owner's address that names another database sets up the wrong one, and is told so."""
        wrong = Settings(database_url=server.address(empty), database_owner_url=server.address(ready, OWNER))
        with pytest.raises(SettingsError, match="same database"):
            migrate_storage(wrong)

    def test_who_does_not_own_it_may_not(self, server, ready):
        """The service's role cannot migrate what it does not own."""
        with pytest.raises(SettingsError, match="not the tables' owner"):
            migrate_storage(Settings(database_url=server.address(ready)))

    def test_a_database_that_cannot_hold_all_names_is_refused(self, server):
        """Names are written in many scripts."""
        server.run("CREATE DATABASE narrow TEMPLATE template0 ENCODING LATIN1 LOCALE 'C'")
        with pytest.raises(SettingsError, match="UTF8"):
            migrate_storage(settings(server, "narrow"))
        server.drop("narrow")


class TestStart:
    """Everything but `ica migrate` uses what is there, or says what to do."""

    def test_without_tables_it_names_the_command(self, server, empty):
        """A worker that creates tables at its start would crash the next one."""
        with pytest.raises(NotMigrated, match="run `ica migrate`"):
            open_service(settings(server, empty))
        assert server.run("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", empty) == [(0,)]

    @pytest.mark.parametrize(("version", "told"), [(0, "run `ica migrate`"), (99, "later version")])
    def test_tables_of_another_version_are_not_touched(self, server, ready, version, told):
        """Earlier ones want a migration, later ones a later version."""
        server.run(f"UPDATE schema_version SET version = {version}", ready)
        with pytest.raises(NotMigrated, match=told):
            open_service(settings(server, ready))

    def test_a_later_version_is_not_migrated_back(self, server, ready):
        """An old installation that migrates leaves a later one's tables alone."""
        server.run("UPDATE schema_version SET version = 99", ready)
        with pytest.raises(NotMigrated, match="later version"):
            migrate_storage(settings(server, ready))
        assert server.run("SELECT version FROM schema_version", ready) == [(99,)]

    def test_the_switch_that_loses_events_is_refused(self, server, ready, monkeypatch):
        """Nobody may think that the library's faster way is on."""
        monkeypatch.setenv("POSTGRES_ENABLE_DB_FUNCTIONS", "y")
        for step in (open_storage, migrate_storage):
            with pytest.raises(SettingsError, match="POSTGRES_ENABLE_DB_FUNCTIONS"):
                step(settings(server, ready))

        monkeypatch.setenv("POSTGRES_ENABLE_DB_FUNCTIONS", "no")
        open_service(settings(server, ready)).close()

    def test_a_role_without_rights_names_the_command(self, server, ready):
        """Rights are given by the migration."""
        server.run(f"REVOKE ALL ON schema_version FROM {SERVICE}", ready)
        with pytest.raises(NotMigrated, match="for this role"):
            open_service(settings(server, ready))


def open_and_record(server, name):
    """One request on record, with a text that can be erased."""
    service = open_record(server.address(name), Clock())
    service.handle(a_request(note="Ask again in May."))
    service.close()


def requests(url):
    """The requests on record, by the views."""
    service = open_record(url, Clock())
    service.projector.catch_up()
    found = service.requests(STATES_PARTIES)
    service.close()
    return found
