"""What follows when coalitions are formed, joined, left and closed."""

from typing import Any

from domain.coalitions.coalition import Coalition
from domain.coalitions.commands import CloseCoalition, FormCoalition, JoinCoalition, LeaveCoalition
from domain.coalitions.errors import AlreadyMember, SupportsItself
from domain.coalitions.events import CoalitionClosed, CoalitionFormed, CoalitionJoined, CoalitionLeft
from domain.command import Command
from domain.decision import Decision, decides
from domain.memory import Memory
from domain.said import said


@decides(FormCoalition)
def form(command: FormCoalition, memory: Memory, _: None) -> Decision:
    """One State, one lead, each partner once."""
    partners = command.partners or ()
    if command.state == command.lead:
        raise SupportsItself
    if command.state in partners:
        raise SupportsItself(field="partners")
    if len({command.lead, *partners}) < 1 + len(partners):
        raise AlreadyMember("Each partner is named once, and the lead is not named again.", "partners")
    stream = memory.new_stream(command, "coalition")
    coalition = Coalition.open(CoalitionFormed, stream, command, memory.at, **said(command))
    return Decision(str(coalition.id), (coalition,))


@decides(JoinCoalition, Coalition)
def join(command: JoinCoalition, memory: Memory, coalition: Coalition) -> Decision:
    """Whoever is not in it yet."""
    coalition.check_can_join(command.partner)
    return _add(CoalitionJoined, command, memory, coalition)


@decides(LeaveCoalition, Coalition)
def leave(command: LeaveCoalition, memory: Memory, coalition: Coalition) -> Decision:
    """Whoever is in it; a lead that leaves leaves the coalition without one."""
    coalition.check_can_leave(command.partner)
    return _add(CoalitionLeft, command, memory, coalition)


@decides(CloseCoalition, Coalition)
def close(command: CloseCoalition, memory: Memory, coalition: Coalition) -> Decision:
    """Once, with what became of the goal."""
    return _add(CoalitionClosed, command, memory, coalition)


def _add(fact: Any, command: Command, memory: Memory, coalition: Coalition) -> Decision:
    coalition.check_open()
    coalition.add(fact, command, memory.at, **said(command, ("coalition_id",)))
    return Decision(str(coalition.id), (coalition,))
