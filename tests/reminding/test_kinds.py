"""Each kind of date has its ladder, words and page of its own, one thread, and is silent once it is met or ended."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from builders import a_payment, a_pledge, euros

from .oracle import ladder
from .walking import Walk

BEGAN = "2019-06-03"
BUDGET = [{"line": "Clearance", "money": euros(100)}]
DUE = date(2021, 12, 31)


def plan(walk: Walk) -> str:
    said = {"article": 4, "kind": "completion", "budget": BUDGET, "from_on": "2019-01-01", "until": "2021-12-31"}
    return walk.on(BEGAN, "adopt-plan", state="XAA", **said)


def coalition(walk: Walk) -> str:
    said = {"article": 4, "lead": "XBB", "partners": ["XBC"], "goal": "All land released", "until": "2021-12-31"}
    return walk.on(BEGAN, "form-coalition", state="XAA", **said)


def tranche(walk: Walk) -> str:
    walk.on(BEGAN, "record-coverage", what="contacts", from_on="2030-01-01")
    return walk.recorded(BEGAN, a_pledge(tranches=[{"year": 2021, "money": euros(100)}]))


def outcome(walk: Walk) -> str:
    meeting = walk.on(BEGAN, "schedule-meeting", title="Workshop", kind="workshop", on=BEGAN)
    said = {"text": "Send the plan", "owner": "XAA", "due_on": "2021-12-31"}
    return walk.on(BEGAN, "record-outcome", meeting_id=meeting, **said)


def stockpile(walk: Walk) -> str:
    walk.on(
        BEGAN,
        "record-accession",
        state="XAA",
        deposited_on="2013-06-30",
        action="ratification",
        entry_into_force="2013-12-31",
    )
    walk.on(BEGAN, "record-coverage", what="article7", from_on="2098-01-01")
    return walk.on(BEGAN, "declare-obligation", state="XAA", article=3)


def close(walk: Walk, day: date, kind: str, thing: str) -> None:
    """What ends each."""
    if kind == "plan":
        walk.on(day, "declare-obligation", state="XAA", article=4)
        walk.on(day, "fulfil-obligation", state="XAA", article=4, declared_on=day.isoformat())
    elif kind == "coalition":
        walk.on(day, "close-coalition", coalition_id=thing, result="The goal is reached.")
    elif kind == "tranche":
        walk.recorded(day, a_payment(thing, 100))
    elif kind == "outcome":
        walk.on(day, "close-outcome", outcome_id=thing, result="done", text="Sent.")
    else:
        walk.on(day, "fulfil-obligation", state="XAA", article=3, declared_on=day.isoformat())


@pytest.mark.parametrize(
    ("begin", "words", "page"),
    [
        (plan, "Arvandor, end of a plan (the last day of its completion plan", "plans/{}|Open the plan"),
        (coalition, "Arvandor, end of a coalition (the day until which", "coalitions/{}|Open the coalition"),
        (tranche, "Halvora and Arvandor, tranche of a pledge (the end of the year", "pledges/{}|Open the pledge"),
        (outcome, "Arvandor, outcome of a meeting (agreed at Workshop", "outcomes|Open the outcomes"),
        (stockpile, "Arvandor, stockpile destruction (Article 3) (8 years", "deadlines?state=XAA|Open the deadlines"),
    ],
)
def test_the_ladder_of_each_kind(walk: Walk, begin: Callable[[Walk], str], words: str, page: str) -> None:
    """Only the days of the ladder are passed, and those beside them: what is told is told on these alone."""
    thing = begin(walk)
    steps = sorted(each for each in ladder(DUE) if each <= DUE + timedelta(weeks=2))
    days = sorted({each + timedelta(beside) for each in steps for beside in (0, 1)})
    told = [day for day in days for _ in range(walk.tick(day).sent)]

    assert told == steps
    first = walk.slack.in_channel("C1")[0]
    assert first.text.startswith(f"*Due in 365 days*, on 2021-12-31: {words}")
    assert f"<https://ica.example/{page.format(thing)}>" in first.words
    assert len(walk.threads()) == 1

    close(walk, DUE + timedelta(20), begin.__name__, thing)
    assert walk.through(DUE + timedelta(20), DUE + timedelta(22)) == []


def test_the_donor_and_the_lead_hear_of_what_is_theirs(walk: Walk) -> None:
    """Of a tranche the donor's own channel is told, of a coalition its lead's, beside the State's."""
    for channel in ("C4", "C5"):
        walk.slack.workspace.add_channel(channel)
    walk.on("2019-01-02", "set-route", donor="XBB", about=["deadlines"], channel="C4")
    walk.on("2019-01-02", "set-route", state="XAA", about=["deadlines"], channel="C5")
    tranche(walk)
    coalition(walk)
    assert walk.tick("2020-12-31").sent == 6
    assert [len(walk.words(each)) for each in ("C1", "C4", "C5")] == [1, 2, 2]


def test_two_hundred_at_once(walk: Walk) -> None:
    """What shares a day and a step is one message to the channel, all else a message of its own."""
    walk.on(BEGAN, "record-coverage", what="contacts", from_on="2030-01-01")
    meeting = walk.on(BEGAN, "schedule-meeting", title="W" * 200, kind="workshop", on=BEGAN)
    for number in range(100):
        state = f"X{chr(65 + number // 26)}{chr(65 + number % 26)}"
        walk.on(
            BEGAN,
            "adopt-plan",
            state=state,
            article=4,
            kind="completion",
            budget=BUDGET,
            from_on=BEGAN,
            until="2021-12-31",
        )
        said = {"text": "<!channel> & more " * 100, "owner": state, "due_on": f"2021-12-{1 + number % 28:02}"}
        walk.on(BEGAN, "record-outcome", meeting_id=meeting, **said)
    assert walk.tick("2021-12-31").sent == 200
    assert len(walk.slack.in_channel("C1")) == 1 + 28 + 1
    assert not any(each.wakes_everyone for each in walk.slack.in_channel("C1"))
