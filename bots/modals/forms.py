"""Every form, by the word after `/ica` that opens it."""

from bots.modals import contact, explain, outcome, pledge, request, shift, statement
from bots.modals.form import Form

FORMS: dict[str, Form] = {
    module.FORM.name: module.FORM for module in (request, pledge, shift, statement, outcome, contact, explain)
}
