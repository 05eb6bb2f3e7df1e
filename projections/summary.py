"""A meeting's summary in the layout its readers know: key points, outcome, recommendations, detailed record."""

from collections import Counter
from typing import Any

from domain.names import party_name
from projections.meeting_sentences import ADDRESSED
from projections.wording import listed

CHALLENGES = {
    "scale_of_contamination": "Scale of contamination",
    "capacity": "Lack of capacity",
    "funding": "Lack of funding",
    "expertise_and_resources": "Lack of technical expertise and resources",
    "long_term_partnerships": "Lack of long-term partnerships with donors",
    "procedures": "Internal procedures and administrative bottlenecks",
    "armed_conflict": "Ongoing armed conflict",
    "new_contamination": "Newly discovered contamination",
    "geography_and_climate": "Geographic conditions, including harsh climates and inaccessible terrain",
    "technology": "Lack of technology",
    "information_and_maps": "Lack of information, records and maps",
    "displacement": "Displacement of people",
    "organisation_presence": "Low presence of organisations and clearance teams",
}
ACCESS_ISSUES = {
    "few_select_states": "Funding goes to a few select States rather than to all in need",
    "donor_priorities_opaque": "Donors' priorities are not transparent",
    "tied_to_projects": "Funding is tied to specific projects",
    "no_organisation_presence": "International organisations are not present",
}
ACCESS_TITLE = "Key issues regarding access to assistance"


def meeting_summary(meeting: dict[str, Any]) -> dict[str, Any]:
    """The summary of a meeting document, as its audience may see it."""
    statements = meeting["statements"]
    return {
        "meeting_id": meeting["id"],
        "title": meeting["title"],
        "on": meeting["on"],
        "place": meeting["place"],
        "kind": meeting["kind"],
        "hosts": (hosts := [party_name(host) for host in meeting["hosts"] or []]),
        "hosted_by": listed(hosts),
        "participants": meeting["participants"],
        "attended": (attended := [party_name(each) for each in meeting["attended"] or []]),
        "attended_by": listed(attended),
        "introduction": meeting["summary"],
        "draft": not meeting["summary_approved"],
        "key_points": {
            "challenges": _tags(statements, "challenges", CHALLENGES),
            "access_issues": _tags(statements, "access_issues", ACCESS_ISSUES),
        },
        "outcomes": [
            {name: outcome[name] for name in ("id", "text", "owner", "due_on", "status", "result")}
            | {"said": _settled(outcome)}
            for outcome in meeting["outcomes"]
        ],
        "recommendations": [
            {"text": each["text"], "addressed_to": each["addressed_to"], "to": ADDRESSED[each["addressed_to"]]}
            for each in meeting["recommendations"]
        ],
        "record": [{name: each[name] for name in ("who", "text", "id")} for each in statements],
    }


def _settled(outcome: dict[str, Any]) -> str:
    """Who carries an outcome forward, until when, and what came of it."""
    said = [
        party_name(outcome["owner"]) if outcome["owner"] else "",
        f"by {outcome['due_on']}" if outcome["due_on"] else "",
        f"{outcome['status']}: {outcome['result']}" if outcome["result"] else outcome["status"],
    ]
    return ", ".join(filter(None, said))


def _tags(statements: list[dict[str, Any]], name: str, words: dict[str, str]) -> list[dict[str, Any]]:
    """Each point raised, in the field's own order; how often would tell how many spoke, so it is not said."""
    raised = Counter(tag for statement in statements for tag in statement[name])
    return [{"tag": tag, "text": text} for tag, text in words.items() if raised[tag]]
