"""Which databases a setting may name, and what is said of them."""

import pytest

from adapters.event_store.postgres_connections import address
from adapters.settings import SettingsError, read_settings

PLAIN = "postgresql://ica:p%40ss%2Fword@db.example:6432/ica?sslmode=require"


@pytest.mark.parametrize("url", [PLAIN, PLAIN.replace("postgresql:", "postgresql+psycopg:")])
def test_the_driver_may_be_named(url):
    """Either way it is the same database, reached with its password and options."""
    settings = read_settings(database_url=url)
    reached = address(settings.database_url)

    assert settings.database_kind == "postgresql"
    assert (reached.host, reached.port, reached.database, reached.password) == ("db.example", 6432, "ica", "p@ss/word")
    assert reached.query == {"sslmode": "require"}


def test_no_password_is_shown():
    """Not in what people are told."""
    assert read_settings(database_url=PLAIN).database_name == "postgresql://ica:***@db.example:6432/ica?sslmode=require"
    assert read_settings(database_url="sqlite:///some/ica.db").database_name == "some/ica.db"


@pytest.mark.parametrize(
    "given",
    [
        {"database_url": "mysql://root:secret@localhost/ica"},
        {"database_url": "postgresql+asyncpg://root:secret@localhost/ica"},
        {"database_url": "postgresql://root:secret@localhost:port/ica"},
        {"database_url": "postgresql://root:secret@localhost"},
        {"database_url": PLAIN, "database_owner_url": "postgresql://root:secret@localhost"},
        {"database_url": "sqlite:///ica.db", "database_owner_url": PLAIN},
        {"database_url": PLAIN, "database_owner_url": "sqlite:///ica.db"},
    ],
)
def test_another_address_is_refused_at_the_start(given):
    """In one line, which names the setting and no password."""
    with pytest.raises(SettingsError, match="ICA_DATABASE_") as told:
        read_settings(**given)

    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)
