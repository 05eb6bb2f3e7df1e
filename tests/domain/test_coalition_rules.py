"""Who may be in a coalition, and what can be said of one."""

import pytest
from builders import COORDINATOR, Kept, a_command, someone

from domain.coalitions.errors import AlreadyMember, CoalitionOver, NotMember, SupportsItself
from domain.command import Command
from domain.errors import InvalidCommand, NotAllowed


def a_coalition(**said: object) -> Command:
    """XBB leads, XBC is a partner, for XAA under Article 4."""
    body = {
        "state": "XAA",
        "article": 4,
        "lead": "XBB",
        "partners": ["XBC"],
        "goal": "All clear.",
        "until": "2028-12-31",
    }
    return a_command("form-coalition", **body | said)


def joins(coalition: str, partner: str, **said: object) -> Command:
    """A partner joins."""
    return a_command("join-coalition", coalition_id=coalition, partner=partner, **said)


def leaves(coalition: str, partner: str, **said: object) -> Command:
    """A member leaves."""
    return a_command("leave-coalition", coalition_id=coalition, partner=partner, **said)


@pytest.fixture
def coalition(record: Kept) -> str:
    """A coalition that stands."""
    return record.handle(a_coalition()).id


@pytest.mark.parametrize(
    ("said", "refusal", "field"),
    [
        ({"lead": "XAA"}, SupportsItself, "lead"),
        ({"partners": ["XAA"]}, SupportsItself, "partners"),
        ({"partners": ["XBB"]}, AlreadyMember, "partners"),
        ({"partners": ["XBC", "XBC"]}, AlreadyMember, "partners"),
    ],
)
def test_each_is_in_it_once_and_the_state_is_what_it_is_for(record: Kept, said, refusal, field):
    """The affected State, the lead and each partner are different."""
    refused = record.refusal(a_coalition(**said))

    assert isinstance(refused, refusal)
    assert refused.field == field


def test_a_goal_and_a_day_are_needed():
    """A coalition without a goal is none."""
    with pytest.raises(InvalidCommand) as refused:
        a_coalition(goal=" ", until=None)
    assert {error.field for error in refused.value.errors} == {"goal", "until"}


def test_members_come_and_go(record: Kept, coalition: str):
    """Nobody joins twice or leaves who is not in it; who left may join again."""
    record.handle(joins(coalition, "XBA"))
    assert isinstance(record.refusal(joins(coalition, "XBA")), AlreadyMember)
    record.handle(leaves(coalition, "XBA"))
    assert isinstance(record.refusal(leaves(coalition, "XBA")), NotMember)
    record.handle(joins(coalition, "XBA"))


def test_a_lead_may_leave_too(record: Kept, coalition: str):
    """It then has no lead, and stands until it is closed."""
    record.handle(leaves(coalition, "XBB"))
    assert isinstance(record.refusal(leaves(coalition, "XBB")), NotMember)
    record.handle(joins(coalition, "XBA"))


@pytest.mark.parametrize("after", [joins, leaves])
def test_nothing_follows_its_end(record: Kept, coalition: str, after):
    """A new one is formed instead."""
    record.handle(a_command("close-coalition", coalition_id=coalition, result="All clear."))
    partner = "XBA" if after is joins else "XBC"

    assert isinstance(record.refusal(after(coalition, partner)), CoalitionOver)
    assert isinstance(
        record.refusal(a_command("close-coalition", coalition_id=coalition, result="Again.")), CoalitionOver
    )


@pytest.mark.parametrize(("role", "party"), [("donor", "XBA"), ("state", "XAB")])
def test_a_state_or_donor_joins_and_leaves_as_itself(record: Kept, coalition: str, role, party):
    """Another's coming and going is for the Coordinators."""
    someone_ = someone(role, party)
    record.handle(joins(coalition, party, by=someone_))
    with pytest.raises(NotAllowed):
        record.handle(leaves(coalition, "XBC", by=someone_))
    record.handle(leaves(coalition, party, by=someone_))
    record.handle(leaves(coalition, "XBC", by=COORDINATOR))
