"""Why a request, or what is said about it, is refused."""

from domain.errors import DomainError


class RequestAlreadyWithdrawn(DomainError):
    """This request was withdrawn: submit a new one."""

    field = "request_id"


class NothingAmended(DomainError):
    """Say what changes: an amendment without a new value says nothing."""

    field = "request_id"


class RequestRetracted(DomainError):
    """This request was retracted: submit it anew."""

    field = "request_id"


class OtherStatesPlan(DomainError):
    """This plan is another State's: name one of the State that asks, or leave it out."""

    field = "plan_id"
