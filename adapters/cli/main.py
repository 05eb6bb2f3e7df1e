"""`ica`: every door of the record on the command line. Exit 0 fine, 1 refused or found wrong, 2 misuse."""

import sys

import typer
from sqlalchemy.exc import DBAPIError

from adapters.cli import access, database, erasing, importing, manifests, reading, recording, serving, ticking, working
from adapters.event_store.sqlite_problems import in_our_words
from adapters.settings import SettingsError
from domain.errors import DomainError, RecordUnavailable

app = typer.Typer(
    name="ica", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="The shared memory of international cooperation and assistance under the Convention on Cluster Munitions.",
)  # fmt: skip
for part in (serving, working, database, recording, reading, importing, ticking, erasing, manifests):
    part.add_to(app)
app.add_typer(access.tokens, name="token")
app.add_typer(access.people, name="person")


def main() -> None:
    """Run a command; a refusal is said in one line for each field, never as a traceback."""
    try:
        app()
    except DomainError as refusal:
        for error in refusal.errors:
            print(f"{error.field}: {error.message}" if error.field else error.message, file=sys.stderr)
        sys.exit(1)
    except RecordUnavailable as problem:
        print(f"{problem.outcome} {problem}", file=sys.stderr)
        sys.exit(1)
    except DBAPIError as problem:
        print(f"The views cannot be used: {in_our_words(problem.orig or problem)}.", file=sys.stderr)
        sys.exit(1)
    except SettingsError as problem:
        print(problem, file=sys.stderr)
        sys.exit(2)
