"""What the words of the Convention and of meetings are called on a page."""

MEMBERSHIP = {
    "party": "State Party",
    "signatory": "Signatory",
    "withdrawn": "Withdrawn",
    "none": "Not on record",
}
ROLE = {"affected": "is affected", "recipient": "seeks or receives support", "donor": "gives support"}
DEADLINE = {
    "stockpile": "Stockpile destruction",
    "clearance": "Clearance",
    "victim_assistance": "Victim assistance",
    "national_measures": "National measures",
    "initial_report": "Initial report",
    "annual_report": "Annual report",
    "extension_lodging": "Last day to ask for more time",
    "plan": "End of a plan",
    "tranche": "Tranche of a pledge",
    "coalition": "Goal of a Country Coalition",
    "outcome": "Outcome of a meeting",
}
OUTLOOK = {
    "on_track": "On track",
    "needs_assistance": "Needs assistance",
    "will_meet_alone": "Will meet it alone",
    "unclear": "Unclear",
}
FIGURE = {
    "area_m2": "Area (m²)",
    "confirmed_area_m2": "Confirmed area (m²)",
    "munitions": "Munitions",
    "victims": "Victims",
    "cleared_m2": "Cleared (m²)",
    "released_m2": "Released (m²)",
    "remaining_m2": "Remaining (m²)",
    "destroyed": "Munitions destroyed",
    "newly_discovered_m2": "Newly discovered (m²)",
}
DUE_STATUS = {
    "fixed": "With a day",
    "unknown": "Day unknown",
    "no_fixed_date": "No fixed date",
    "met": "Met",
    "ended": "Ended",
    "any": "Any",
}
MEETING = {
    "donors": "Donors",
    "affected": "Affected States",
    "joint": "Donors and affected States",
    "workshop": "Workshop",
    "msp": "Meeting of States Parties",
    "review_conference": "Review Conference",
    "coordination": "Coordination Committee",
}
OUTCOME = {"open": "Open", "done": "Done", "dropped": "Dropped", "all": "All"}
ADDRESSEE = {
    "affected_states": "affected States",
    "donors": "donors",
    "isu": "the ISU",
    "coordinators": "the Coordinators",
    "all": "all",
}
DECIDED_BY = {"meeting": "by a meeting", "silence_procedure": "by silence procedure"}
TABLES = {
    "membership": MEMBERSHIP,
    "deadline": DEADLINE,
    "outlook": OUTLOOK,
    "figure": FIGURE,
    "due_status": DUE_STATUS,
    "meeting": MEETING,
    "outcome": OUTCOME,
    "decided_by": DECIDED_BY,
    "addressee": ADDRESSEE,
}


def role(roles: list[str], *, is_state: bool) -> str:
    """`Is affected, seeks or receives support and gives support.`"""
    one = "A State" if is_state else "An organisation"
    *firsts, last = [ROLE[each] for each in roles] or [""]
    said = f"{', '.join(firsts)} and {last}" if firsts else last
    return f"{one} that {said}." if roles else f"{one}; no support is on record."
