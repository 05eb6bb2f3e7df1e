"""Forms in the fake: filled in as a client fills them in, answered as Slack lets a service answer."""

import pytest

from . import AnswerRefused, NotPossible
from .samples import entry, modal, option, plain, select, typed

REQUEST = modal(
    entry("state", {"type": "external_select", "action_id": "v", "min_query_length": 2}),
    entry("article", select("4", "5", "7")),
    entry("nature", {"type": "checkboxes", "action_id": "v", "options": [option("money"), option("advice")]}),
    entry("articles", select("4", "5") | {"type": "multi_static_select"}, optional=True),
    entry("kind", {"type": "radio_buttons", "action_id": "v", "options": [option("new"), option("old")]}),
    entry("need", typed(max_length=50)),
    entry("money.amount", {"type": "number_input", "action_id": "v", "is_decimal_allowed": True}, optional=True),
    entry("until", {"type": "datepicker", "action_id": "v", "initial_date": "2026-12-31"}),
)
FILLED = {"state": "LAO", "article": "4", "nature": ["money"], "kind": "new", "need": "Clear <Xieng & Khouang>"}


@pytest.fixture
def opened(slack, app, human):
    """A modal opened by `/ica request`; the State is looked up by the service."""

    @app.command("/ica")
    def open_modal(ack, body, client):
        client.views_open(trigger_id=body["trigger_id"], view=REQUEST)
        ack()

    @app.options("v")
    def states(ack, payload):
        ack(options=[o for o in (option("LAO", "Lao PDR"), option("TCD", "Chad")) if payload["value"] in o["value"]])

    human.command("/ica", "request")
    return slack.views[-1]


def test_a_form_is_filled_in_as_a_client_fills_it_in(slack, app, human, opened):
    """Each block gives its value under block_id and action_id; what was not touched keeps its first value."""
    got = {}

    @app.view("request")
    def take(ack, view):
        got.update({block: next(iter(fields.values())) for block, fields in view["state"]["values"].items()})
        ack()

    human.submit(opened, FILLED)

    assert got["state"]["selected_option"] == option("LAO", "Lao PDR")
    assert got["article"]["selected_option"]["value"] == "4"
    assert got["nature"]["selected_options"] == [option("money")]
    assert (got["articles"]["selected_options"], got["money.amount"]["value"]) == ([], None)
    assert (got["kind"]["selected_option"]["value"], got["until"]["selected_date"]) == ("new", "2026-12-31")
    assert got["need"]["value"] == "Clear <Xieng & Khouang>"
    assert not opened.is_open


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"need": None}, "need is required"),
        ({"nothing": "x"}, "nothing to fill in"),
        ({"article": "3"}, "names 0 of the options"),
        ({"state": "XXX"}, "names 0 of the options"),
        ({"need": "x" * 51}, "not allowed here"),
        ({"until": "31.12.2026"}, "not a date"),
        ({"money.amount": "a lot"}, "not a number"),
    ],
)
def test_what_a_client_refuses_is_never_sent(human, opened, change, reason):
    """A person cannot leave out what is required, nor choose what is not offered."""
    with pytest.raises(NotPossible, match=reason):
        human.submit(opened, FILLED | change)


def test_errors_stand_under_input_blocks(app, human, opened):
    """Errors keep the modal open; under a block that takes no input nobody would see them."""
    told = [{"need": "Say what is needed."}, {"needs": "Nobody sees this."}]
    app.view("request")(lambda ack: ack(response_action="errors", errors=told.pop(0)))

    assert human.submit(opened, FILLED).errors == {"need": "Say what is needed."}
    assert opened.is_open
    with pytest.raises(AnswerRefused, match="no input block"):
        human.submit(opened, FILLED)


def test_views_are_pushed_updated_and_closed_as_a_stack(slack, app, human, opened):
    """A pushed view lies on top; a bad update is refused; an empty answer uncovers what lies below."""
    done = modal(title=plain("Recorded"), callback_id="done")
    told = [
        {"response_action": "push", "view": done},
        {"response_action": "update", "view": modal(title=plain("x" * 25))},
    ]
    app.view("request")(lambda ack: ack(told.pop(0)))
    app.view("done")(lambda ack: ack(told.pop(0)) if told else ack())

    pushed = human.submit(opened, FILLED).view
    assert pushed.previous_view_id == opened.id
    with pytest.raises(NotPossible, match="is not before"):
        human.submit(opened, FILLED)
    with pytest.raises(AnswerRefused, match="less than 25"):
        human.submit(pushed)
    human.submit(pushed)
    assert slack.modals.top("U1") is opened
