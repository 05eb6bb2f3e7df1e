"""What follows from what is said about requests."""

from typing import Any

from domain.command import Command
from domain.decision import Decision, decides
from domain.memory import Memory
from domain.period import check_period
from domain.requests.commands import AmendRequest, SettleRequest, SubmitRequest, WithdrawRequest
from domain.requests.errors import NothingAmended
from domain.requests.events import RequestAmended, RequestSettled, RequestSubmitted, RequestWithdrawn
from domain.requests.request import AssistanceRequest
from domain.said import said


@decides(SubmitRequest)
def submit(command: SubmitRequest, memory: Memory, _: None) -> Decision:
    """A request opens."""
    check_period(command.from_on, command.until)
    stream = memory.new_stream(command, "request")
    request = AssistanceRequest.open(RequestSubmitted, stream, command, memory.at, **said(command))
    return Decision(str(request.id), (request,))


@decides(AmendRequest, AssistanceRequest)
def amend(command: AmendRequest, memory: Memory, request: AssistanceRequest) -> Decision:
    """What is given replaces what stood."""
    request.check_open()
    changes: dict[str, Any] = said(command, leave_out=("request_id",))
    if all(value is None for value in changes.values()):
        raise NothingAmended
    request.check_amended_period(command.from_on, command.until)
    return _state(request, RequestAmended, command, memory, **changes)


@decides(SettleRequest, AssistanceRequest)
def settle(command: SettleRequest, memory: Memory, request: AssistanceRequest) -> Decision:
    """How far it was met, as its State or the Coordinators say."""
    request.check_open()
    return _state(request, RequestSettled, command, memory, status=command.status, why=command.why)


@decides(WithdrawRequest, AssistanceRequest)
def withdraw(command: WithdrawRequest, memory: Memory, request: AssistanceRequest) -> Decision:
    """Taken back, once."""
    request.check_open()
    return _state(request, RequestWithdrawn, command, memory, why=command.why)


def _state(request: AssistanceRequest, fact: Any, command: Command, memory: Memory, **fields: Any) -> Decision:
    request.add(fact, command, memory.at, **fields)
    return Decision(str(request.id), (request,))
