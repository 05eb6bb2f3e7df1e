"""The overview of a year, from events: it gives the figures of the update that the ISU gave in November 2016."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import Clock, Kept, a_command, open_record

from bots.questions import Asker, answer
from domain.command import Command
from projections.audience import PUBLIC, STATES_PARTIES
from projections.moment import Moment

STATES = [f"X{first}{second}" for first in "ABCD" for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"][:100]
"""A hundred parties; those at the beginning have most to do."""
EVENTS = Path(__file__).parents[2] / "docs" / "examples" / "years-2015-2016.jsonl"
"""Two invented years as anybody may import them."""


def story() -> Iterator[Command]:
    """Two years of the Convention."""
    for line in EVENTS.read_text("utf-8").splitlines():
        said = json.loads(line)
        yield a_command(said.pop("command"), key=said.pop("id"), **said)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory):
    """All of it on record, told in 2017."""
    kept = open_record(tmp_path_factory.mktemp("overview") / "record.db", Clock("2017-06-01"))
    for step in story():
        kept.writer.handle(step)
    kept.projector.catch_up()
    yield kept
    kept.close()


def overview(record: Kept, year: int, moment: Moment) -> dict:
    """One year, as States Parties see it."""
    found, _ = record.queries.overview(STATES_PARTIES, year, moment)
    return found


THEN = Moment(as_of="2016-11-24")


def test_reports(record):
    """82 % in, 18 outstanding, as on the day of the meeting; three came later."""
    assert overview(record, 2016, THEN)["article7"] == {
        "due": 100, "received": 82, "outstanding": 18, "percent_received": 82,
    }  # fmt: skip
    assert overview(record, 2016, Moment())["article7"]["outstanding"] == 15


@pytest.mark.parametrize(("year", "figures"), [(2015, (10, 14, 4)), (2016, (13, 19, 10)), (2014, (0, 0, 0))])
def test_assistance(record, year, figures):
    """States that asked, donors that gave, States that received."""
    found = overview(record, year, Moment())["assistance"]

    assert (found["requesting"], found["providing"], found["receiving"]) == figures


def test_articles(record):
    """Obligated, asked, and when deadlines are: two in 2018, three in 2019."""
    found = overview(record, 2016, THEN)["articles"]

    assert found["3"] == {"obligated": 10, "requested": 4, "deadlines": {"2018": 2, "2019": 3, "2021": 5}}
    assert (found["4"]["obligated"], found["4"]["requested"]) == (10, 7)
    assert (found["5"]["obligated"], found["5"]["requested"]) == (11, 8)
    assert (found["5"]["deadlines"], found["9"]["requested"]) == ({}, 1)


@pytest.mark.parametrize(
    ("year", "plan"),
    [(2014, None), (2015, "Dubrovnik Action Plan"), (2020, "Dubrovnik Action Plan"), (2021, "Lausanne Action Plan"),
     (2026, "Lausanne Action Plan"), (2027, None)],
)  # fmt: skip
def test_the_action_plan_of_a_year(record, year, plan):
    """Review conferences adopt them for some years; what comes after the last known one is not guessed."""
    assert overview(record, year, Moment())["action_plan"] == plan


def test_the_silent_are_named(record):
    """Obligated, and no request under that article by then."""
    found, _ = record.queries.silent(STATES_PARTIES, 4, THEN)

    assert [each["state"] for each in found] == STATES[27:30]
    assert {each["due_on"] for each in found} == {"2023-02-01"}


def test_an_obligation_stands_until_it_is_met(tmp_path):
    """Declared or met after the year's end is neither for that year; an extension decided later moves nothing."""
    record = open_record(tmp_path / "record.db", Clock("2025-06-01"))
    for step in (
        a_command("record-accession", state="XAA", action="accession", deposited_on="2010-08-10"),
        a_command("declare-obligation", state="XAA", article=3, occurred_on="2015-06-01", key="o"),
        a_command("decide-extension", state="XAA", article=3, until="2021-02-01", decided_on="2018-09-01",
                  decided_by="meeting"),
        a_command("fulfil-obligation", state="XAA", article=3, declared_on="2020-06-01"),
    ):  # fmt: skip
        record.handle(step)
    told = {year: overview(record, year, Moment())["articles"]["3"] for year in (2014, 2016, 2019, 2020)}

    assert told[2014]["obligated"] == 0
    assert told[2016] == {"obligated": 1, "requested": 0, "deadlines": {"2019": 1}}
    assert told[2019] == {"obligated": 1, "requested": 0, "deadlines": {"2021": 1}}
    assert told[2020]["obligated"] == 0
    record.close()


def test_the_public_sees_what_is_public(record):
    """Nothing of this story is."""
    found, _ = record.queries.overview(PUBLIC, 2016, Moment())

    assert found["article7"]["due"] == 0
    assert found["assistance"] == {"requesting": 0, "providing": 0, "receiving": 0}


def test_in_words(record):
    """As the bot says it."""
    asker = Asker(STATES_PARTIES, record.queries, record.coordination.names, "2017-06-01", "https://ica.example")
    said = answer("overview 2016 as of 2016-11-24", asker).text

    assert said.startswith("2016: 82 % of Article 7 reports received (82 of 100), 18 outstanding.")
    assert "13 States requested assistance; 19 donors provided it; 10 States received it." in said
    assert re.search(r"Article 4, clearance: 10 States with an obligation, of which 7 requested assistance", said)
