"""What happened to requests for assistance."""

from typing import Any

from domain.fact import Fact, Opening


class RequestSubmitted(Opening):
    TOPIC = "request.submitted"
    ABOUT = "A State asked for assistance under an article."
    COMMAND = "submit-request"
    FIXED = ("state",)

    state: str
    article: int
    nature: list[str]
    need: str
    money: dict[str, str] | None = None
    budget: list[dict[str, Any]] | None = None
    from_on: str | None = None
    until: str | None = None
    plan_id: str | None = None
    national_investment: dict[str, str] | None = None
    match_sought: str | None = None


class RequestAmended(Fact):
    """Fields that are None stayed as they were."""

    TOPIC = "request.amended"
    ABOUT = "A State said its request anew."
    COMMAND = "amend-request"
    FIXED = ("request_id",)

    article: int | None = None
    nature: list[str] | None = None
    need: str | None = None
    money: dict[str, str] | None = None
    budget: list[dict[str, Any]] | None = None
    from_on: str | None = None
    until: str | None = None
    plan_id: str | None = None
    national_investment: dict[str, str] | None = None
    match_sought: str | None = None


class RequestSettled(Fact):
    TOPIC = "request.settled"
    ABOUT = "A request was met, in part, in full or for now."
    COMMAND = "settle-request"
    FIXED = ("request_id",)

    status: str
    why: str | None = None


class RequestWithdrawn(Fact):
    TOPIC = "request.withdrawn"
    ABOUT = "A request was taken back."
    COMMAND = "withdraw-request"
    FIXED = ("request_id",)

    why: str
