"""`ica token` and `ica person`: who may use the record."""

import re
import uuid
from datetime import date, timedelta
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from adapters.auth.access import digest_of, new_secret
from adapters.cli.opening import operator, record
from domain.words import Role

tokens = typer.Typer(no_args_is_help=True, help="Bearer tokens for programs and pages.")
people = typer.Typer(no_args_is_help=True, help="People in Slack and their roles.")

RoleOption = Annotated[Role, typer.Option("--role", help="What it may do.")]
States = Annotated[list[str] | None, typer.Option("--state", help="For state and donor: whom it speaks for.")]
As = Annotated[str | None, typer.Option("--as", help="Who records it (default: cli:<user>).")]
_SPAN = re.compile(r"(\d{1,4})([dwmy])\Z")
LONGEST = 36_500
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@tokens.command("create")
def create(
    role: RoleOption,
    state: States = None,
    label: Annotated[str | None, typer.Option("--label", help="For whom, or for which program.")] = None,
    expires_in: Annotated[str | None, typer.Option("--expires-in", help="Such as 90d, 12w or 1y.")] = None,
    by: As = None,
) -> None:
    """Make a token; it is printed alone on the last line, once, and can never be shown again."""
    secret = new_secret()
    with record() as service:
        body: dict[str, Any] = {"role": role.value, "digest": digest_of(secret), "parties": state, "label": label}
        if expires_in:
            body["expires_on"] = _after(service.today(), expires_in)
        receipt = service.record(operator(by), "create-token", body, str(uuid.uuid4()))
    print(f"Token {receipt.id} for the role {role.value}{f' of {chr(44).join(state)}' if state else ''}:")
    print(secret)


@tokens.command("list")
def list_tokens() -> None:
    """Every token, one row each; never its secret."""
    with record() as service:
        rows = service.access.tokens()
    columns = ("id", "role", "state", "label", "created", "last used", "expires")
    table = Table(*columns, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(" ".join(row[column].split()), no_wrap=True) for column in columns))
    Console(width=max(160, *(sum(map(len, row.values())) + 80 for row in rows), 0)).print(table)


@tokens.command("revoke")
def revoke(token_id: Annotated[str, typer.Argument(metavar="ID")], by: As = None) -> None:
    """Take a token back, at once."""
    with record() as service:
        service.record(operator(by), "revoke-token", {"token_id": token_id}, str(uuid.uuid4()))
    print(f"Token {token_id} opens nothing any more.")


@people.command("link")
def link(
    slack: Annotated[str, typer.Option("--slack", help="TEAM/USER, both ids from Slack.")],
    role: RoleOption,
    state: States = None,
    from_on: Annotated[str | None, typer.Option("--from", help="First day (YYYY-MM-DD).")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Last day (YYYY-MM-DD).")] = None,
    by: As = None,
) -> None:
    """Give someone in Slack a role; several roles are linked one by one."""
    body = {"slack": slack, "role": role.value, "parties": state, "from_on": from_on, "until": until}
    with record() as service:
        service.record(operator(by), "link-person", body, str(uuid.uuid4()))
    print(f"{slack} holds the role {role.value}{f' of {chr(44).join(state)}' if state else ''}.")


@people.command("unlink")
def unlink(
    slack: Annotated[str, typer.Option("--slack", help="TEAM/USER, both ids from Slack.")], by: As = None
) -> None:
    """Take every role from someone in Slack, at once."""
    with record() as service:
        service.record(operator(by), "unlink-person", {"slack": slack}, str(uuid.uuid4()))
    print(f"{slack} holds no role any more.")


def _after(today: str, span: str) -> str:
    read = _SPAN.match(span)
    days = int(read[1]) * _DAYS[read[2]] if read else 0
    if not 0 < days <= LONGEST:
        raise typer.BadParameter(
            "Write --expires-in as a number of days, weeks, months or years, up to 100 years: 90d, 12w, 6m, 1y."
        )
    return (date.fromisoformat(today) + timedelta(days=days)).isoformat()
