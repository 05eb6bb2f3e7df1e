"""What the pages on the whole field tell of: Estovar owes, asks and plans; two donors say what they can do."""

from builders import Kept, euros
from pages.page_facts import Told, asked_and_paid, give_tokens, harm, left

SECRET_GOAL = "Nobody may know this goal yet."


def tell(record: Kept) -> dict[str, str]:
    """XAE has obligations, a plan, a request that lacks much, a coalition; XBB and XBA publish profiles."""
    told = Told(record)
    asked_and_paid(told)
    left(told)
    told.on("2025-05-05")
    harm(told)
    _owes(told)
    _asks(told)
    _offered(told)
    _disputed(told)
    give_tokens(record)
    record.projector.catch_up()
    return told.ids


def _owes(told: Told) -> None:
    told("joined", "record-accession", state="XAE", deposited_on="2015-03-10", action="ratification")
    told("reports kept", "record-coverage", what="article7", from_on="2024-01-01")
    told("report", "file-article7-report", state="XAE", kind="annual", year=2024, filed_on="2025-04-20")
    figures = {"area_m2": 1200000}
    told("clearance", "declare-obligation", state="XAE", article=4, figures=figures, occurred_on="2016-01-01")
    told("stockpile", "declare-obligation", state="XAE", article=3, occurred_on="2016-01-01")
    told(
        "progress", "report-progress", state="XAE", article=4, figures={"cleared_m2": 300000}, occurred_on="2025-01-31",
    )  # fmt: skip
    told("outlook", "assess-obligation", state="XAE", article=4, outlook="needs_assistance")
    told(
        "plan", "adopt-plan", state="XAE", article=4, kind="completion", from_on="2025-01-01", until="2027-12-31",
        budget=[{"line": "Survey", "year": 2025, "money": euros(300000)}, {"line": "Teams", "money": euros(20000)}],
        national_investment=euros(50000),
    )  # fmt: skip
    told(
        "challenge", "report-challenge", state="XAE", challenge=["geography_and_climate", "funding"],
        text="The valleys can be reached four months a year.",
    )  # fmt: skip
    told(
        "practice", "share-practice", state="XAE", title="Survey before clearance", articles=[4],
        text="Two thirds of the area were cancelled by survey.",
    )  # fmt: skip


def _asks(told: Told) -> None:
    told(
        "valleys", "submit-request", state="XAE", article=4, nature=["financial"], need="Clear the valleys.",
        money=euros(500000), plan_id=told.ids["plan"], from_on="2025-06-01", until="2027-05-31",
    )  # fmt: skip
    told(
        "coalition", "form-coalition", state="XAE", article=4, lead="XBB", partners=["XBC"],
        goal="The valleys are safe.", until="2028-12-31",
    )  # fmt: skip
    told("joined coalition", "join-coalition", coalition_id=told.ids["coalition"], partner="XBA")
    told(
        "secret coalition", "form-coalition", state="XAE", article=3, lead="XBB", goal=SECRET_GOAL, until="2028-12-31",
        visibility="coordinators",
    )  # fmt: skip


def _offered(told: Told) -> None:
    told(
        "near", "publish-profile", donor="XBB", articles=[4], natures=["financial"], states=["XAE"], multi_year=True,
        window={"from_on": "2025-01-01", "until": "2025-12-31"}, budget=euros(800000), contact="The desk",
    )  # fmt: skip
    told("far", "publish-profile", donor="XBA", articles=[4, 5], natures=["financial"])
    told(
        "help", "make-pledge", donor="XBB", state="XAE", article=4, money=euros(400000),
        request_id=told.ids["valleys"], occurred_on="2025-05-05",
    )  # fmt: skip
    told("signed", "commit-pledge", pledge_id=told.ids["help"], money=euros(400000), signed_on="2025-05-05")
    told(
        "lessened", "shift-support", donor="XBB", state="XAE", direction="cut", money=euros(10000), reason="budget",
        reason_text="Every line was cut alike.", reason_source="donor_stated", pledge_id=told.ids["help"],
        reported_by="XBB", source={"kind": "letter", "ref": "12"},
    )  # fmt: skip


def _disputed(told: Told) -> None:
    meeting = told("meeting", "schedule-meeting", title="Spring", kind="affected", on="2025-04-01")
    told("held", "hold-meeting", meeting_id=meeting, attended=["XAC", "XAD", "XAE"])
    told("said", "record-statement", meeting_id=meeting, text="It needs help.", attribution="withheld")
    about = {
        "not so": "lessened", "not asked": "valleys", "not planned": "plan", "not owed": "clearance",
        "not met": "meeting", "not said": "said",
    }  # fmt: skip
    for name, thing in about.items():
        told(name, "dispute", about=told.ids[thing], statement=f"It was {name}.", reported_by="XAE")


PAGES = [
    "/more",
    "/silent",
    "/coverage",
    "/overview",
    "/overview?year=2025",
    "/matches",
    "/matches?request_id={valleys}",
    "/matches?donor=XBB",
    "/contacts/due",
    "/contacts/due?days=0",
    "/changes",
    "/changes?since=2025-05-05",
    "/states/XAE/briefing",
    "/requests/{valleys}",
    "/shifts/{lessened}",
    "/explanations?donor=XBB&state=XAE",
    *(f"/{kind}" for kind in ("plans", "challenges", "coalitions", "practices", "profiles")),
]
"""Every page about the whole field."""
THINGS = [
    "/plans/{plan}",
    "/challenges/{challenge}",
    "/coalitions/{coalition}",
    "/practices/{practice}",
    "/profiles/{near}",
]
"""One thing of each kind; none was on record before 5 May 2025."""
