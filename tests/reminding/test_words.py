"""How reminders read, without a record or a Slack: when, how many, and which."""

from datetime import date

import pytest

from bots.reminder_messages import blocks
from bots.reminder_threads import messages
from bots.reminder_words import text
from bots.reminders import Reminder
from bots.rungs import ladder_of, latest_rung
from domain.names import party_name

ALL_PARTIES = [f"X{chr(65 + number // 26)}{chr(65 + number % 26)}" for number in range(120)]


def reminder(due_on: str, today: str, kind: str = "clearance", state: str = "XAA", **more: str) -> Reminder:
    """Of one date, as it is told on a day."""
    due, day = date.fromisoformat(due_on), date.fromisoformat(today)
    rung = latest_rung(due, day, ladder_of(kind))
    assert rung
    document = {
        "id": f"{state}{due_on}:{kind}", "kind": kind, "state": state, "donor": None, "due_on": due_on, "basis": "why",
        "days_left": (due - day).days, "shift_id": "s",
    }  # fmt: skip
    return Reminder(document | more, rung.name, rung.words, "C1")


@pytest.mark.parametrize(
    ("kind", "today", "begins"),
    [
        ("clearance", "2021-02-22", "*Due in 7 days*, on 2021-03-01:"),
        ("clearance", "2021-02-25", "*Due in 4 days*, on 2021-03-01:"),
        ("clearance", "2021-03-01", "*Due today*, 2021-03-01:"),
        ("clearance", "2021-03-02", "*Overdue by 1 day* (it was due on 2021-03-01):"),
        ("clearance", "2021-03-15", "*Overdue by 2 weeks* (it was due on 2021-03-01):"),
        ("clearance", "2021-03-18", "*Overdue by 17 days* (it was due on 2021-03-01):"),
        ("annual_report", "2021-03-30", "*Overdue by 29 days* (it was due on 2021-03-01):"),
        ("annual_report", "2021-05-01", "*Overdue by 2 months* (it was due on 2021-03-01):"),
        ("explanation", "2021-03-01", "*Unexplained* since 2021-03-01:"),
        ("explanation", "2021-03-02", "*Unexplained* since 2021-03-01, 1 day:"),
    ],
)
def test_when(kind: str, today: str, begins: str) -> None:
    """A step is told by its own name on its day; after an outage the days are counted, and today is today alone."""
    told = reminder("2021-03-01", today, kind, donor="XBB")
    assert text([told], maybe_repeat=False).startswith(begins)


def test_who_of_all_states_owes_a_report() -> None:
    """None is left out of the message, however many they are, and Slack takes it."""
    told = [reminder("2021-04-30", "2021-04-30", "annual_report", state) for state in ALL_PARTIES]
    words = text(told, maybe_repeat=True)
    assert words.startswith("*Due today*, 2021-04-30: annual Article 7 report, 120 outstanding\n")
    assert all(party_name(state) in words for state in ALL_PARTIES)
    (said, _) = blocks("m", told, maybe_repeat=True, base_url="https://ica.example")
    assert len(said["text"]["text"]) < 3_000


def test_what_else_is_due_that_day() -> None:
    """In the order of names, each with what it is: of what was agreed at meetings one State may owe several things."""
    told = [reminder("2021-04-30", "2021-04-30", kind, state) for kind, state in (("outcome", "XAC"), ("plan", "XAA"))]
    assert text(told, maybe_repeat=False).splitlines()[1:] == [
        "• Arvandor: end of a plan (why)", f"• {party_name('XAC')}: outcome of a meeting (why)",
    ]  # fmt: skip


def test_what_one_owner_owes() -> None:
    """A name that comes again and again says nothing: then each thing has a line, and the rest are counted."""
    told = [reminder("2021-04-30", "2021-04-30", "outcome", basis=f"Send plan {number:02}.") for number in range(32)]
    words = text(told, maybe_repeat=False).splitlines()
    assert words[1] == "• Arvandor (Send plan 00.)"
    assert (len(words), words[-1]) == (32, "… and 2 more")
    assert all(f"plan {number:02}" in text(told[:30], maybe_repeat=False) for number in range(30))


def test_shifts_heard_of_for_the_first_time() -> None:
    """A record that holds many brings one message that lists them; elsewhere, and later, each has its own."""
    found = [reminder(f"2020-0{month}-03", "2021-03-05", "explanation", donor="XBB") for month in (5, 3, 6)]
    (told,) = messages(found, [], ["C1"])
    assert text(told, maybe_repeat=False).splitlines() == [
        "*Unexplained*: 3 shifts in support", *(f"• since 2020-0{month}-03: why" for month in (3, 5, 6)),
    ]  # fmt: skip
    assert len(messages(found, [], [])) == 3
    sent = [
        {"deadline_id": each.deadline["id"], "due_on": each.deadline["due_on"], "channel": "C1", "thread_ts": "1.0"}
        for each in found
    ]
    assert len(messages(found, sent, ["C1"])) == 3
