"""What was filled into a form, from whatever kind of input."""

from typing import Any

import pytest

from bots.modals.filled_in import body
from bots.modals.forms import FORMS
from bots.modals.standing import standing_in, with_standing


def chosen(value: str) -> dict[str, Any]:
    """An option as Slack sends it."""
    return {"text": {"type": "plain_text", "text": value.title()}, "value": value}


RICH = {
    "type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "Clear it"}]}]
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "element", "read"),
    [
        ("state", {"type": "plain_text_input", "value": " LAO "}, "LAO"),
        ("state", {"type": "static_select", "selected_option": chosen("LAO")}, "LAO"),
        ("state", {"type": "external_select", "selected_option": chosen("LAO")}, "LAO"),
        ("state", {"type": "radio_buttons", "selected_option": chosen("LAO")}, "LAO"),
        ("state", {"type": "multi_external_select", "selected_options": [chosen("LAO")]}, "LAO"),
        ("nature", {"type": "multi_static_select", "selected_options": [chosen("legal"), chosen("technical")]},
         ["legal", "technical"]),
        ("nature", {"type": "checkboxes", "selected_options": [chosen("legal")]}, ["legal"]),
        ("nature", {"type": "static_select", "selected_option": chosen("legal")}, ["legal"]),
        ("nature", {"type": "plain_text_input", "value": "legal; technical"}, ["legal", "technical"]),
        ("need", {"type": "rich_text_input", "rich_text_value": RICH}, "Clear it"),
        ("article", {"type": "number_input", "value": "4"}, "4"),
        ("until", {"type": "datepicker", "selected_date": "2026-01-31"}, "2026-01-31"),
        ("until", {"type": "datetimepicker", "selected_date_time": 1_767_225_600}, "2026-01-01"),
        ("nobody-knows", {"type": "plain_text_input", "value": "x"}, "x"),
    ],
)  # fmt: skip
def test_any_input_is_read(field: str, element: dict[str, Any], read: Any) -> None:
    """Whatever its element is called: a block has one."""
    assert body({field: {"some-name": element}}, "submit-request") == {field: read}


@pytest.mark.parametrize(
    ("command", "field", "text", "read"),
    [
        ("make-pledge", "tranches", "2027: 5.50 eur\n\n 2028\uff1aEUR 6 ; 2029 7 EUR", [
            {"year": "2027", "money": {"amount": "5.50", "currency": "EUR"}},
            {"year": "2028", "money": {"amount": "6", "currency": "EUR"}},
            {"year": "2029", "money": {"amount": "7", "currency": "EUR"}},
        ]),
        ("make-pledge", "tranches", "2027\n2028: 1 000 EUR", [
            {"year": "2027", "money": {}}, {"year": "2028", "money": {"amount": "1 000", "currency": "EUR"}},
        ]),
        ("submit-request", "budget", "Teams: north (2027): 5 EUR\nVehicles, 2028: 6 EUR\nForm 2000: 7", [
            {"line": "Teams: north", "year": "2027", "money": {"amount": "5", "currency": "EUR"}},
            {"line": "Vehicles", "year": "2028", "money": {"amount": "6", "currency": "EUR"}},
            {"line": "Form 2000", "money": {"amount": "7"}},
        ]),
        ("submit-request", "budget", "Teams 5 EUR", [{"line": "Teams 5 EUR", "money": {}}]),
    ],
)  # fmt: skip
def test_a_list_is_written_line_by_line(command: str, field: str, text: str, read: Any) -> None:
    """As people write it; what cannot be read is left for the command to name."""
    assert body({field: {"value": {"type": "plain_text_input", "value": text}}}, command) == {field: read}


@pytest.mark.parametrize(
    "element",
    [
        {"type": "plain_text_input", "value": None},
        {"type": "plain_text_input", "value": "  "},
        {"type": "external_select", "selected_option": None},
        {"type": "checkboxes", "selected_options": []},
        {"type": "datepicker", "selected_date": None},
    ],
)
def test_what_is_empty_is_left_out(element: dict[str, Any]) -> None:
    """So that it means: not known."""
    assert body({"note": {"value": element}, "money.amount": {"value": element}}, "submit-request") == {}


@pytest.mark.parametrize(
    "element", [{"type": "checkboxes", "selected_options": [chosen("yes")]},
                {"type": "radio_buttons", "selected_option": chosen("true")}]
)  # fmt: skip
def test_a_tick_is_a_yes(element: dict[str, Any]) -> None:
    """Whatever the value of its option."""
    assert body({"unexplained": {"value": element}}, "shift-support")["unexplained"] in (True, "true")


@pytest.mark.parametrize("name", FORMS)
def test_what_stands_in_a_form_stands_there_when_it_is_built_again(name: str) -> None:
    """Each kind of input keeps what it held."""
    form = FORMS[name]
    blocks = form.blocks({})
    held = {"text": "words", "note": "N", "money.amount": "5", "occurred_on": "2026-01-31", "visibility": "public",
            "nature": ["legal"], "donor": chosen("NOR"), "direction": "cut"}  # fmt: skip
    here = {field: value for field, value in held.items() if field in {block["block_id"] for block in blocks}}

    assert standing_in({"blocks": with_standing(blocks, here)}) == here
