"""What happens when a form is sent: one command, recorded once however often Slack delivers it, or refused."""

from collections.abc import Mapping
from typing import Any

from bots import messages
from bots.desk import Desk, Recorded, StillRecording
from bots.modals.fields import under_fields
from bots.modals.form import Form
from bots.questions.pages import page
from domain.errors import DomainError, FieldError, KeyReused, RecordUnavailable


def submitted(form: Form, desk: Desk, team: str, user: str, view: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to a submission: a receipt in place of the form, or what is wrong under each field."""
    try:
        actor = desk.who(team, user)
        body = form.parse(view)
        recorded = desk.record(actor, form.command, body, f"view:{view['team_id']}:{view['id']}")
    except KeyReused:
        return _errors(view, FieldError("", messages.FORM_USED))
    except DomainError as refusal:
        return _errors(view, *refusal.errors)
    except StillRecording:
        return _errors(view, FieldError("", messages.STILL_RECORDING))
    except RecordUnavailable:
        return _errors(view, FieldError("", messages.NOT_WRITABLE))
    receipt = form.receipt or _in_its_own_sentence
    return {"response_action": "update", "view": receipt(body, recorded, actor.id, desk)}


def _in_its_own_sentence(_body: Mapping[str, Any], recorded: Recorded, by: str, desk: Desk) -> dict[str, Any]:
    """The fact as its history tells it, with its page."""
    (event_id, *_) = recorded.event_ids
    said = desk.sentence(recorded) or messages.RECORDED
    return messages.receipt_view([said], page(desk.base_url, "events", event_id), {"recorded by": by})


def _errors(view: Mapping[str, Any], *errors: FieldError) -> dict[str, Any]:
    return {"response_action": "errors", "errors": under_fields(errors, view)}
