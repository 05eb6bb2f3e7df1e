"""What PostgreSQL refuses, in the record's words."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from domain.errors import DomainError, RecordUnavailable


class NotStorable(DomainError):
    """This holds characters or numbers that cannot be stored."""


@contextmanager
def unavailable_if_failing() -> Iterator[None]:
    """A server that is full, gone, starting or overrun is said in the domain's words."""
    try:
        yield
    except psycopg.Error as problem:
        raise in_our_words(problem) from problem
    except NoConnectionFree as problem:
        raise RecordUnavailable("The database has no connection free.") from problem


def in_our_words(problem: psycopg.Error) -> Exception:
    """RecordUnavailable, or NotStorable; a broken constraint or a statement that is wrong stays what it is."""
    if isinstance(problem, psycopg.DataError):
        return NotStorable()
    if isinstance(problem, psycopg.IntegrityError | psycopg.ProgrammingError):
        return problem
    return RecordUnavailable(f"The database cannot be used: {_one_line(problem)}.")


def translate(context: ExceptionContext) -> Exception | None:
    """The same for what SQLAlchemy runs: a listener for `handle_error`. A connection that is only tried may fail."""
    problem = context.original_exception
    if context.is_pre_ping or not isinstance(problem, psycopg.Error):
        return None
    said = in_our_words(problem)
    return None if said is problem else said


def _one_line(problem: psycopg.Error) -> str:
    lines = str(problem).strip().splitlines()
    return lines[0].strip().rstrip(".") if lines else type(problem).__name__
