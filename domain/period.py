"""A period: from a day until a later one."""

from domain.errors import DomainError


class PeriodEndsBeforeItBegins(DomainError):
    """The period ends before it begins."""

    field = "until"


def check_period(from_on: str | None, until: str | None, field: str = "until") -> None:
    """Refuse a period whose end comes before its beginning."""
    if from_on and until and until < from_on:
        raise PeriodEndsBeforeItBegins(field=field)
