"""When a flow happened: decided on one day, in its present status since another."""

from datetime import UTC, date, datetime

from adapters.importers.fts.flow import Flow, Refusal


def decided_on(flow: Flow, today: date | None = None) -> str:
    """The day of the donor's decision, else the day of the flow, whichever is first: nothing follows before it."""
    given = [_day("decisionDate", flow.decision_date, today), _day("date", flow.date, today)]
    days = [day for day in given if day]
    if not days:
        raise Refusal("date is missing, and decisionDate too: without a day the flow cannot be placed in time.")
    return min(days)


def paid_on(flow: Flow, today: date | None = None) -> str:
    """The day of the flow, which for one that is paid is the day of payment."""
    return _day("date", flow.date, today) or decided_on(flow, today)


def _day(field: str, text: str, today: date | None) -> str:
    if not text:
        return ""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        raise Refusal(f"{field} {text!r} is not a date: write YYYY-MM-DD.") from None
    if day > (today or datetime.now(UTC).date()):
        raise Refusal(f"{field} {day} lies in the future: import the flow once it has happened.")
    return day.isoformat()
