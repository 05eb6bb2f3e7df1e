"""What was refused, under the inputs that it is about."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bots.modals.filled_in import element_of, value_of
from bots.modals.form import Form
from bots.modals.lines import lines_of
from bots.modals.standing import inputs_of, values_of
from domain.actor import Actor
from domain.authority import OWN_AFFAIRS
from domain.errors import FieldError

_IN_LIST = re.compile(r"(?P<field>\w+)\[(?P<place>\d+)\]")
_NAME = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
"""A name that no people use: of a field or of a choice."""
_QUOTED = 60
_LONGEST = 1_000
"""Characters that still can be read under an input; what is cut is in the middle, where long words are quoted."""


def under_fields(form: Form, errors: Iterable[FieldError], view: Mapping[str, Any]) -> dict[str, str]:
    """Each error under its input, or the one that brings it; about none of this form, under the first, named."""
    inputs = [block["block_id"] for block in inputs_of(view)] or list(values_of(view))
    shown: dict[str, str] = {}
    for error in errors:
        block = _block_of(error.field, inputs)
        message = _said(error, view) if block or not error.field else f"{error.field}: {error.message}"
        place = block or _brings(form, error.field, inputs) or inputs[0]
        shown[place] = f"{shown[place]} {message}" if place in shown else message
    labels = _labels(view)
    return {block: _cut(_NAME.sub(lambda name: labels.get(name[0], name[0]), words)) for block, words in shown.items()}


def _labels(view: Mapping[str, Any]) -> dict[str, str]:
    """What people read in the form for each input and each choice."""
    blocks = inputs_of(view)
    known = {block["block_id"]: block["label"]["text"] for block in blocks}
    for option in (each for block in blocks for each in block["element"].get("options") or ()):
        known[option["value"]] = option["text"]["text"]
    return {name: f"“{words}”" for name, words in known.items()}


def _cut(message: str) -> str:
    half = _LONGEST // 2
    return message if len(message) <= _LONGEST else f"{message[: half - 3].rstrip()} … {message[-half:].lstrip()}"


def _said(error: FieldError, view: Mapping[str, Any]) -> str:
    """Of a list that was written line by line, with the line that is meant."""
    listed = _IN_LIST.match(error.field)
    element = element_of(values_of(view).get(listed["field"], {})) if listed else None
    text = value_of(element) if element else None
    if not listed or not isinstance(text, str):
        return error.message
    return f"“{lines_of(text)[int(listed['place'])][:_QUOTED]}”: {error.message}"


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
