"""What the pages tell of the Convention: deadlines of every kind, a cycle of meetings, a draft not for all."""

from typing import Any

WORDS = "The Coordinators asked what stands in the way."
BARE = "Nobody came to see our fields."


def planned(told: Any) -> None:
    """XAE is late; XAG never deposited, as far as anybody knows; XAH entered its date; a cycle of meetings."""
    told.on("2025-02-04")
    told(
        "deposit", "record-accession", state="XAE", deposited_on="2014-09-10", action="ratification",
        signed_on="2008-12-03",
    )  # fmt: skip
    told(
        "entered", "record-accession", state="XAH", deposited_on="2014-09-10", action="accession",
        entry_into_force="2015-04-01",
    )  # fmt: skip
    told("coverage", "record-coverage", what="article7", from_on="2024-01-01")
    told("msp", "schedule-meeting", title="Thirteenth Meeting of States Parties", kind="msp", on="2025-09-16")
    told("clearance", "declare-obligation", state="XAE", article=4, figures={"area_m2": 1200000})
    told("stockpile", "declare-obligation", state="XAE", article=3)
    told("victims", "declare-obligation", state="XAE", article=5)
    told("unknown", "declare-obligation", state="XAG", article=4)
    told("held back", "declare-obligation", state="XAG", article=9, visibility="coordinators")
    stockpile = {"state": "XAE", "article": 3}
    told("asked for time", "request-extension", **stockpile, until="2027-03-01", lodged_on="2022-02-01")
    told(
        "granted", "decide-extension", **stockpile, until="2026-03-01", decided_on="2022-09-02",
        decided_by="silence_procedure",
    )  # fmt: skip
    told("met", "declare-obligation", state="XAH", article=3)
    told("spring", "schedule-meeting", title="Spring meeting", kind="affected", on="2025-04-01", hosts=["XBB"])
    told("autumn", "schedule-meeting", title="Autumn meeting", kind="joint", on="2025-10-07")
    told("preparation", "schedule-meeting", title="Our own talk", kind="coordination", on="2025-10-01",
         visibility="coordinators")  # fmt: skip


def met(told: Any) -> None:
    """The spring meeting took place; what it settled went on, was done, or waits."""
    told.on("2025-04-12")
    spring = told.ids["spring"]
    told("moved", "move-meeting", meeting_id=spring, on="2025-04-08", occurred_on="2025-02-10")
    told(
        "held", "hold-meeting", meeting_id=spring, attended=["XAA", "XAE", "XAG"], participants=15, summary=WORDS,
        occurred_on="2025-04-08",
    )  # fmt: skip
    said = {"meeting_id": spring, "occurred_on": "2025-04-08"}
    told("group", "record-statement", **said, text="Its area is too small for a plan.", attribution="group",
         group="affected_state", challenges=["capacity"])  # fmt: skip
    told("withheld", "record-statement", **said, text=BARE, attribution="withheld", access_issues=["tied_to_projects"])
    told("named", "record-statement", **said, text="We will share our plan.", attribution="named", speaker="XAA")
    told("late outcome", "record-outcome", **said, text="Seek partners.", owner="XBB", due_on="2025-05-30")
    told("outcome", "record-outcome", **said, text="Draft a form.", owner="XAE", due_on="2025-08-01")
    told("bare outcome", "record-outcome", **said, text="Think of it again.")
    told("done", "record-outcome", **said, text="Write to all.")
    told("closing", "close-outcome", outcome_id=told.ids["done"], result="done", text="Letters went out.",
         occurred_on="2025-04-11")  # fmt: skip
    told("advice", "record-recommendation", **said, text="Ask early.", addressed_to="affected_states")
    for later in ("preparation", "autumn"):
        told(f"to {later}", "carry-forward", outcome_id=told.ids["late outcome"], meeting_id=told.ids[later])
    told("progress", "report-progress", state="XAE", article=4, period="2024", occurred_on="2025-04-12",
         figures={"cleared_m2": 86500, "remaining_m2": 1113500})  # fmt: skip
    told("assessed", "assess-obligation", state="XAE", article=4, outlook="needs_assistance")
    told("fulfilled", "fulfil-obligation", state="XAH", article=3, declared_on="2025-03-20")
    told("report", "file-article7-report", state="XAE", kind="annual", year=2023, filed_on="2024-04-20",
         url="https://example.org/article7")  # fmt: skip
