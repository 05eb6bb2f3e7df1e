"""The overview of a year, from events: it gives the figures of the update that the ISU gave in November 2016."""

import re

import pytest
from builders import Clock, Kept, a_command, a_payment, a_pledge, a_receipt, a_report, a_request, open_record

from bots.questions import Asker, answer
from domain.command import Command
from projections.audience import PUBLIC, STATES_PARTIES
from projections.moment import Moment

STATES = [f"X{first}{second}" for first in "ABCD" for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"][:100]
"""A hundred parties; those at the beginning have most to do."""
DONORS = [f"XZ{letter}" for letter in "ABCDEFGHIJKLMNOPQRS"]
FIRST = "2010-02-10"
"""In force since 2010-08-01: stockpiles until 2018-08-01."""
LATER = "2010-08-10"
"""In force since 2011-02-01: stockpiles until 2019-02-01."""
LAST = "2012-08-10"
ASKED_2015, ASKED_2016 = STATES[20:30], STATES[18:31]
GIVEN_2015, GIVEN_2016 = DONORS[:14], DONORS
RECEIVED_2015, RECEIVED_2016 = STATES[:4], STATES[:10]


def story() -> list[Command]:
    """Two years of the Convention."""
    deposits = {2: FIRST, 5: LATER}
    steps = [
        a_command(
            "record-accession", state=state, action="ratification",
            deposited_on=next((day for first, day in deposits.items() if number < first), LAST),
        )
        for number, state in enumerate(STATES)
    ]  # fmt: skip
    for article, obligated in ((3, STATES[:10]), (4, STATES[20:30]), (5, STATES[40:51]), (9, STATES[60:63])):
        steps += [
            a_command("declare-obligation", state=state, article=article, occurred_on="2014-06-01")
            for state in obligated
        ]
    steps += [a_request(state, article=4, occurred_on="2015-03-01") for state in STATES[20:27]]
    steps += [a_request(state, article=7, occurred_on="2015-03-01") for state in STATES[27:30]]
    steps += [a_request(state, article=5, occurred_on="2016-02-01") for state in STATES[40:48]]
    steps += [a_request(state, article=3, occurred_on="2016-02-01") for state in STATES[3:7]]
    steps += [a_request(STATES[60], article=9, occurred_on="2016-02-01")]
    steps += [a_request("XZY", article=4, occurred_on="2017-02-01")]
    for year, donors, states in ((2015, GIVEN_2015, RECEIVED_2015), (2016, GIVEN_2016, RECEIVED_2016)):
        steps += [a_pledge(donor, states[0], occurred_on=f"{year}-05-01") for donor in donors]
        for number, state in enumerate(states):
            key = f"support-{year}-{state}"
            steps.append(a_pledge(donors[0], state, key=key, occurred_on=f"{year}-05-02"))
            paid = a_payment if number % 2 else a_receipt
            steps.append(paid(f"key:{key}", occurred_on=f"{year}-06-01"))
    steps += [a_report(state, 2015, filed_on="2016-04-20") for state in STATES[:82]]
    steps += [a_report(state, 2014, filed_on="2015-04-20") for state in STATES[:50]]
    steps += [a_report(state, 2015, filed_on="2016-12-20") for state in STATES[82:85]]
    return steps


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
