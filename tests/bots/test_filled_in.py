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
