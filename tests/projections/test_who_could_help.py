"""Requests and what donors say they can do: matched with reasons, the same every time, best first."""

from itertools import pairwise

import pytest
from builders import Kept, a_command, a_request, euros
from hypothesis import given
from hypothesis import strategies as st

from projections.audience import COORDINATORS
from projections.completeness import ASKED_FOR
from projections.matching import matches
from projections.moment import Moment

TODAY = "2025-06-15"


def a_profile(donor: str = "XBB", **said: object) -> dict:
    """A profile document: money for clearance, anywhere."""
    plain = dict.fromkeys(("regions", "states", "multi_year", "match_ratio", "window", "budget"))
    return {"id": f"profile-{donor}", "donor": donor, "articles": [4], "natures": ["financial"]} | plain | said


def asked(state: str = "XAA", **said: object) -> dict:
    """A request document: money for clearance."""
    plain = dict.fromkeys(("money", "from_on", "until", "match_sought"))
    return {"id": f"request-{state}", "state": state, "article": 4, "nature": ["financial"], "need": "x"} | plain | said


@pytest.mark.parametrize(
    ("request_", "profile"),
    [
        ({"article": 3}, {}),
        ({"nature": ["legal"]}, {}),
        ({"state": "XBB"}, {}),
        ({}, {"states": ["XAB"]}),
        ({"state": "LAO"}, {"regions": ["Africa"]}),
        ({}, {"window": {"until": "2025-06-14"}}),
    ],
)
def test_what_a_donor_rules_out_is_no_match(request_, profile):
    """Another article or nature, another place, a window that closed, and the donor's own need."""
    assert matches([asked(**request_)], [a_profile(**profile)], TODAY) == []


@pytest.mark.parametrize(
    ("request_", "profile", "reason"),
    [
        ({}, {}, "gives financial assistance under Article 4"),
        ({"state": "LAO"}, {"states": ["LAO", "TCD"]}, "names Lao PDR among the States"),
        ({"state": "LAO"}, {"regions": ["Africa", "South-eastern Asia"]}, "Lao PDR lies in South-eastern Asia"),
        ({}, {"regions": ["World"]}, "it gives anywhere"),
        ({}, {"window": {"until": "2025-06-15"}}, "window is open until 2025-06-15"),
        ({}, {"window": {"from_on": "2025-07-01"}}, "window opens on 2025-07-01"),
        ({"from_on": "2025-01-01", "until": "2027-12-31"}, {"multi_year": True}, "over several years, and it gives"),
        ({"from_on": "2025-01-01", "until": "2027-12-31"}, {"multi_year": False}, "does not give over several years"),
        ({"match_sought": "1:1"}, {"match_ratio": "2:1"}, "it matches 2:1, and 1:1 is sought"),
        ({"match_sought": "1:1"}, {"match_ratio": "1:2"}, "it matches 1:2 only"),
        ({"money": euros("500.00")}, {"budget": euros("900.00")}, "covers the 500.00 EUR sought"),
        ({"money": euros("901.00")}, {"budget": euros("900.00")}, "covers part of the 901.00 EUR"),
        ({"money": {"amount": "5.00", "currency": "USD"}}, {"budget": euros("900.00")}, "in another currency"),
    ],
)
def test_each_reason_is_said(request_, profile, reason):
    """In words, whatever speaks for it or against it."""
    (match,) = matches([asked(**request_)], [a_profile(**profile)], TODAY)

    assert any(reason in each for each in match["reasons"]), match["reasons"]
    assert 0 < match["score"] <= 100


_REQUESTS = st.lists(
    st.builds(
        asked,
        st.sampled_from(["XAA", "XAB", "LAO", "TCD"]),
        nature=st.sampled_from([["financial"], ["financial", "legal"], ["legal"]]),
        money=st.sampled_from([None, euros("10.00"), euros("9999.00")]),
        match_sought=st.sampled_from([None, "1:1"]),
    ),
    max_size=4,
    unique_by=lambda each: each["id"],
)
_PROFILES = st.lists(
    st.builds(
        a_profile,
        st.sampled_from(["XBB", "XBC", "XBD", "NOR"]),
        natures=st.sampled_from([["financial"], ["legal"]]),
        states=st.sampled_from([None, ["XAA"], ["LAO"]]),
        regions=st.sampled_from([None, ["World"], ["Africa"]]),
        match_ratio=st.sampled_from([None, "1:1", "1:3"]),
        budget=st.sampled_from([None, euros("500.00")]),
    ),
    max_size=4,
    unique_by=lambda each: each["donor"],
)


@given(requests=_REQUESTS, profiles=_PROFILES)
def test_the_order_is_by_merit_and_never_by_chance(requests, profiles):
    """Whatever order they are read in, the answer is the same; scores never rise down the list."""
    found = matches(requests, profiles, TODAY)

    assert matches(requests[::-1], profiles[::-1], TODAY) == found
    assert all(one["score"] >= other["score"] for one, other in pairwise(found))
    assert len({each["id"] for each in found}) == len(found)


class TestOnRecord:
    """The question, over what is on record."""

    def test_open_requests_and_the_latest_profiles_count(self, record: Kept):
        """A profile published anew replaces the one before; a request that was met needs nobody."""
        record.handle(a_command("publish-profile", donor="XBB", articles=[4], natures=["financial"]))
        record.handle(a_command("publish-profile", donor="XBB", articles=[5], natures=["financial"]))
        record.handle(a_command("publish-profile", donor="XBC", articles=[4], natures=["financial"]))
        mine, met = record.handle(a_request()).id, record.handle(a_request()).id
        record.handle(a_command("settle-request", request_id=met, status="met"))
        found, _ = record.queries.matches(COORDINATORS, None, None, Moment())

        assert [(each["request_id"], each["donor"]) for each in found] == [(mine, "XBC")]

    def test_a_request_says_what_it_lacks(self, record: Kept):
        """Nothing is refused for being incomplete; each missing item has its way out in words."""
        record.handle(a_request())
        plan = record.handle(
            a_command("adopt-plan", state="XAA", article=4, kind="completion", from_on="2025-01-01", until="2026-01-01")
        ).id
        record.handle(
            a_request(
                plan_id=plan,
                budget=[{"line": "Survey", "money": euros(5)}],
                national_investment=euros(5),
                from_on="2025-01-01",
                until="2026-01-01",
                match_sought="1:1",
            )
        )
        bare, full = (each["completeness"] for each in record.requests(COORDINATORS))

        assert bare["missing"] == ["plan", "budget", "national_investment", "period", "match_sought"]
        assert len(bare["missing_in_words"]) == 5
        assert (bare["present"], bare["score"]) == (["nature", "need"], 29)
        assert (full["present"], full["missing"], full["score"]) == (list(ASKED_FOR), [], 100)
