"""The database the views are kept in: disposable, and rebuilt from the log."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table

metadata = MetaData()
TEXT = String().with_variant(String(collation="C"), "postgresql")
"""Compared byte by byte, on either database."""
NUMBER = Integer().with_variant(BigInteger(), "postgresql")
"""Up to 63 bits, on either database."""


NAMED = 3
"""Fields of an index that stand in its name."""


def view(name: str, *columns: Column[object], indexes: tuple[tuple[str, ...], ...] = (), rowid: bool = True) -> Table:
    """A view's table, found by the thing its rows are made of. An index is named by its first fields; those after
    them spare questions that only count a look at the rows.
    """
    table = Table(name, metadata, *columns, sqlite_with_rowid=rowid)
    for fields in (("thing",), *indexes):
        Index(f"{name}_by_{'_'.join(fields[:NAMED])}", *(table.c[field] for field in fields))
    return table


def text(name: str, *, key: bool = False, optional: bool = False) -> Column[object]:
    """A text column."""
    return Column(name, TEXT, primary_key=key, nullable=optional)


def number(name: str, *, key: bool = False, optional: bool = False) -> Column[object]:
    """An integer column."""
    return Column(name, NUMBER, primary_key=key, nullable=optional, autoincrement=False)


def flag(name: str) -> Column[object]:
    """A yes or no."""
    return Column(name, Boolean, nullable=False)


def ready_json(name: str, *, optional: bool = False) -> Column[object]:
    """A document as it is sent."""
    return Column(name, LargeBinary, nullable=optional)


positions = Table(
    "view_positions",
    metadata,
    Column("view", TEXT, primary_key=True),
    Column("version", NUMBER, nullable=False),
    Column("position", NUMBER, nullable=False),
)
