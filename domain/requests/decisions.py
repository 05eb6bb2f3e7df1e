"""What follows from what is said about requests."""

from dataclasses import replace
from typing import Any

from domain.command import Command
from domain.decision import Decision, decides
from domain.memory import Memory
from domain.period import check_period
from domain.plans.plan import Plan
from domain.requests.commands import AmendRequest, SettleRequest, SubmitRequest, WithdrawRequest
from domain.requests.errors import NothingAmended, OtherStatesPlan
from domain.requests.events import RequestAmended, RequestSettled, RequestSubmitted, RequestWithdrawn
from domain.requests.request import AssistanceRequest
from domain.said import said
from domain.values import Id


@decides(SubmitRequest)
def submit(command: SubmitRequest, memory: Memory, _: None) -> Decision:
    """A request opens."""
    check_period(command.from_on, command.until)
    command = replace(command, plan_id=_own_plan(command, command.state, memory))
    stream = memory.new_stream(command, "request")
    request = AssistanceRequest.open(RequestSubmitted, stream, command, memory.at, **said(command))
    return Decision(str(request.id), (request,))


@decides(AmendRequest, AssistanceRequest)
def amend(command: AmendRequest, memory: Memory, request: AssistanceRequest) -> Decision:
    """What is given replaces what stood."""
    request.check_open()
    (state,) = request.parties
    command = replace(command, plan_id=_own_plan(command, state, memory))
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


def _own_plan(command: SubmitRequest | AmendRequest, state: str, memory: Memory) -> Id | None:
    """The plan a request rests on is that State's own."""
    if command.plan_id is None:
        return None
    plan = memory.get(Plan, command.plan_id, command.by, "plan_id")
    if plan.parties != {state}:
        raise OtherStatesPlan
    return Id(str(plan.id))


def _state(request: AssistanceRequest, fact: Any, command: Command, memory: Memory, **fields: Any) -> Decision:
    request.add(fact, command, memory.at, **fields)
    return Decision(str(request.id), (request,))
