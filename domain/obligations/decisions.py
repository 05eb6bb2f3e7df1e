"""What follows from what is said about obligations."""

from dataclasses import replace
from typing import Any

from domain.command import Command
from domain.decision import Decision, decides
from domain.errors import DomainError
from domain.fact import Fact
from domain.meetings.meeting import Meeting
from domain.memory import Memory
from domain.obligations.commands import (
    AssessObligation,
    DecideExtension,
    DeclareObligation,
    FulfilObligation,
    ReportProgress,
    RequestExtension,
)
from domain.obligations.events import (
    ExtensionDecided,
    ExtensionRequested,
    ObligationAssessed,
    ObligationDeclared,
    ObligationFulfilled,
    ProgressReported,
    obligation_name,
)
from domain.obligations.obligation import Obligation
from domain.said import said
from domain.values import Id
from domain.words import Article

_NAMED = ("state", "article", "obligation_id")
SEVERAL_CLOCKS = frozenset({Article.CLEARANCE})
EXTENDABLE = frozenset({Article.STOCKPILES, Article.CLEARANCE})


class NotAnObligation(DomainError):
    """Obligations are declared under Articles 3, 4, 5 and 9; reports under Article 7 have their own dates."""

    field = "article"


class AnchorNotUsed(DomainError):
    """Only Article 4 counts from the end of later hostilities."""

    field = "anchor_on"


class AlreadyDeclared(DomainError):
    """This obligation is on record already."""

    field = "article"


class NoObligation(DomainError):
    """No such obligation is on record: declare it first."""

    field = "article"


class SeveralObligations(DomainError):
    """There are several clocks under this article: say which by its obligation_id."""

    field = "obligation_id"


class NotExtendable(DomainError):
    """Only deadlines under Articles 3 and 4 can be extended."""

    field = "article"


class NegativeFigure(DomainError):
    """Areas and numbers are never negative."""

    field = "figures"


@decides(DeclareObligation)
def declare(command: DeclareObligation, memory: Memory, _: None) -> Decision:
    """One clock a State and article; under Article 4 one more for each end of hostilities."""
    if command.article is Article.TRANSPARENCY:
        raise NotAnObligation
    if command.anchor_on and command.article not in SEVERAL_CLOCKS:
        raise AnchorNotUsed
    _check_figures(command.figures)
    for earlier in _open_obligations(command.state, command.article, memory, fulfilled=True):
        if command.article not in SEVERAL_CLOCKS or earlier.declared.anchor_on == command.anchor_on:
            way_out = ", or name the end of later hostilities as anchor_on" if command.article in SEVERAL_CLOCKS else ""
            name = obligation_name(command.state, command.article)
            known = f" ({earlier.id})" if earlier.opening.seen_by_actor(command.by) else ""
            raise AlreadyDeclared(f"The {name} is on record{known}: report progress on it{way_out}.")
    stream = memory.new_stream(command, "obligation")
    obligation = Obligation.open(ObligationDeclared, stream, command, memory.at, **said(command))
    return Decision(str(obligation.id), (obligation,))


@decides(ReportProgress, Obligation)
def report_progress(command: ReportProgress, memory: Memory, named: Obligation | None) -> Decision:
    """What was done."""
    _check_figures(command.figures)
    return _add(ProgressReported, command, memory, _the_obligation(command, memory, named))


@decides(AssessObligation, Obligation)
def assess(command: AssessObligation, memory: Memory, named: Obligation | None) -> Decision:
    """How it looks."""
    obligation = _the_obligation(command, memory, named)
    obligation.check_open()
    return _add(ObligationAssessed, command, memory, obligation)


@decides(FulfilObligation, Obligation)
def fulfil(command: FulfilObligation, memory: Memory, named: Obligation | None) -> Decision:
    """Met, once."""
    obligation = _the_obligation(command, memory, named)
    obligation.check_open()
    return _add(ObligationFulfilled, command, memory, obligation)


@decides(RequestExtension, Obligation)
def request_extension(command: RequestExtension, memory: Memory, named: Obligation | None) -> Decision:
    """More time is asked for; beyond the treaty's limit it is taken, and marked."""
    return _extend(ExtensionRequested, command, memory, named)


@decides(DecideExtension, Obligation)
def decide_extension(command: DecideExtension, memory: Memory, named: Obligation | None) -> Decision:
    """The date granted stands, however much was asked."""
    return _extend(ExtensionDecided, command, memory, named)


def _extend(
    fact: type[Fact], command: RequestExtension | DecideExtension, memory: Memory, named: Obligation | None
) -> Decision:
    if command.article not in EXTENDABLE:
        raise NotExtendable
    obligation = _the_obligation(command, memory, named)
    obligation.check_open()
    if command.meeting_id:
        meeting = memory.get(Meeting, command.meeting_id, command.by, "meeting_id")
        command = replace(command, meeting_id=Id(str(meeting.id)))
    return _add(fact, command, memory, obligation)


def _add(fact: type[Fact], command: Command, memory: Memory, obligation: Obligation) -> Decision:
    added = obligation.add(fact, command, memory.at, **said(command, _NAMED))
    return Decision(added.event_id, (obligation,))


def _the_obligation(command: Any, memory: Memory, named: Obligation | None) -> Obligation:
    """The one named, or the only one of that State under that article."""
    if named is not None:
        if (named.declared.state, named.declared.article) != (command.state, command.article):
            raise NoObligation("This obligation is another State's, or under another article.", "obligation_id")
        return named
    everything = _open_obligations(command.state, command.article, memory, fulfilled=True)
    seen = [each for each in everything if each.opening.seen_by_actor(command.by)]
    still_open = [each for each in seen if not each.fulfilled] or seen
    if len(still_open) > 1:
        ids = ", ".join(f"{each.id} (from {each.declared.anchor_on or 'entry into force'})" for each in still_open)
        raise SeveralObligations(f"There are several clocks under this article, say which: {ids}.")
    if not still_open:
        raise NoObligation(f"No {obligation_name(command.state, command.article)} is on record: declare it first.")
    return still_open[0]


def _open_obligations(state: str, article: int, memory: Memory, *, fulfilled: bool) -> list[Obligation]:
    found = memory.listed(Obligation, obligation_name(state, article))
    return [each for each in found if each.opening.counts and (fulfilled or not each.fulfilled)]


def _check_figures(figures: Any) -> None:
    if figures is None:
        return
    for name, value in vars(figures).items():
        if value is not None and value < 0:
            raise NegativeFigure(field=f"figures.{name}")
