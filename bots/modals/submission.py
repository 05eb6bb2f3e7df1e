"""What happens when a form is sent: one command, recorded once however often Slack delivers it, or refused."""

from collections.abc import Mapping
from typing import Any

from bots import messages
from bots.desk import Desk, Recorded, StillRecording
from bots.modals.form import Form
from bots.modals.receipt import receipt_view
from bots.modals.refused import own_field, under_fields
from bots.questions.pages import page
from domain.actor import Actor
from domain.errors import DomainError, FieldError, KeyReused, NotAllowed, RecordUnavailable


def submitted(form: Form, desk: Desk, team: str, user: str, view: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to a submission: a receipt in place of the form, or what is wrong under each field."""
    try:
        actor = desk.who(team, user)
        body = form.parse(view)
        recorded = desk.record(actor, form.command, body, f"view:{view.get('team_id') or team}:{view['id']}")
    except KeyReused:
        return _errors(form, view, FieldError("", messages.FORM_USED))
    except NotAllowed as refusal:
        return _errors(form, view, _not_yours(form, actor, refusal))
    except DomainError as refusal:
        return _errors(form, view, *refusal.errors)
    except StillRecording:
        return _errors(form, view, FieldError("", messages.STILL_RECORDING))
    except RecordUnavailable:
        return _errors(form, view, FieldError("", messages.NOT_WRITABLE))
    receipt = form.receipt or _in_its_own_sentence
    return {"response_action": "update", "view": receipt(body, recorded, actor.id, desk)}


def _in_its_own_sentence(_body: Mapping[str, Any], recorded: Recorded, by: str, desk: Desk) -> dict[str, Any]:
    """The fact as its history tells it, with its page."""
    event_id = recorded.event_ids[0]
    said = desk.sentence(recorded) or messages.RECORDED
    return receipt_view([said], page(desk.base_url, "events", event_id), by, event_id)


def _not_yours(form: Form, actor: Actor, refusal: NotAllowed) -> FieldError:
    """Whoever speaks for a State or donor finds it where the name stands; anybody else is told the way out."""
    field = refusal.field or own_field(form, actor)
    words = str(refusal) if field else f"{refusal} {messages.way_in(actor.id.removeprefix('slack:'))}"
    return FieldError(field, words)


def _errors(form: Form, view: Mapping[str, Any], *errors: FieldError) -> dict[str, Any]:
    return {"response_action": "errors", "errors": under_fields(form, errors, view)}
