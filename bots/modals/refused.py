"""What was refused, under the inputs that it is about."""

from collections.abc import Iterable, Mapping
from typing import Any

from bots.modals.form import Form
from bots.modals.standing import inputs_of, values_of
from domain.actor import Actor
from domain.authority import OWN_AFFAIRS
from domain.errors import FieldError


def under_fields(form: Form, errors: Iterable[FieldError], view: Mapping[str, Any]) -> dict[str, str]:
    """Each error under its input, or the one that brings it; about none of this form, under the first, named."""
    inputs = [block["block_id"] for block in inputs_of(view)] or list(values_of(view))
    shown: dict[str, str] = {}
    for error in errors:
        block = _block_of(error.field, inputs)
        message = error.message if block or not error.field else f"{error.field}: {error.message}"
        place = block or _brings(form, error.field, inputs) or inputs[0]
        shown[place] = f"{shown[place]} {message}" if place in shown else message
    return shown


def own_field(form: Form, actor: Actor) -> str:
    """Where the name of the State or donor stands for whom somebody speaks; nowhere for whoever speaks for none."""
    own = OWN_AFFAIRS.get(form.command, {})
    return next((own[grant.role][0] for grant in actor.grants if grant.role in own), "")


def _block_of(field: str, inputs: list[str]) -> str | None:
    """`money` stands under `money.amount`, `nature[0]` under `nature`."""
    field = field.split("[", maxsplit=1)[0]
    if field in inputs:
        return field
    within = next((block for block in inputs if field and block.startswith(f"{field}.")), None)
    return within or (_block_of(field.rpartition(".")[0], inputs) if "." in field else None)


def _brings(form: Form, field: str, inputs: list[str]) -> str | None:
    brings = form.shown_by.get(field)
    return brings if brings in inputs else None
