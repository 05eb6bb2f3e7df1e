"""What there is to read besides the pages that the navigation names."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One page, and the question it answers."""

    path: str
    name: str
    about: str


CONTENTS: dict[str, tuple[Entry, ...]] = {
    "Who is left out?": (
        Entry(
            "/silent", "Obligated but silent", "States with an obligation and no request on record under its article."
        ),
        Entry("/coverage", "Coverage", "How much of the committed support goes to three States, and who waits."),
        Entry("/overview", "The year in figures", "Reports, assistance and obligations, as the ISU reports them."),
    ),
    "Who could help?": (
        Entry("/matches", "Matches", "Open requests beside what donors say they can do, with the reasons."),
        Entry("/profiles", "Donor profiles", "What each donor wants and can do, in its latest words."),
        Entry("/coalitions", "Country Coalitions", "A State, a lead donor and partners with one goal."),
    ),
    "What States do": (
        Entry("/plans", "Plans", "Completion plans and national action plans, with their budgets."),
        Entry("/challenges", "Challenges", "What States say makes their work hard."),
        Entry("/practices", "Practices", "Experience that one State shares with others."),
    ),
    "So that nothing is forgotten": (
        Entry("/contacts/due", "Whom to brief", "Donors and States that have not been in touch for long."),
        Entry("/changes", "What changed", "All that was recorded since a day."),
    ),
}
"""By the question that people come with."""
PATHS = tuple(entry.path for entries in CONTENTS.values() for entry in entries)
