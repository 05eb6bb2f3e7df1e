"""What can be said about a State and the Convention."""

from dataclasses import dataclass

from domain.command import Command
from domain.values import Date, State
from domain.words import Joining


@dataclass(frozen=True, kw_only=True)
class RecordSignature(Command):
    """A State signed the Convention."""

    NAME = "record-signature"
    DATED_BY = "signed_on"
    EXAMPLE = {"state": "XAA", "signed_on": "2008-12-03"}

    state: State
    signed_on: Date


@dataclass(frozen=True, kw_only=True)
class RecordAccession(Command):
    """A State deposited the act by which it joined; an entered entry into force beats the computed one."""

    NAME = "record-accession"
    DATED_BY = "deposited_on"
    EXAMPLE = {"state": "XAA", "deposited_on": "2012-07-12", "action": "ratification", "signed_on": "2008-12-03"}

    state: State
    deposited_on: Date
    action: Joining
    signed_on: Date | None = None
    entry_into_force: Date | None = None


@dataclass(frozen=True, kw_only=True)
class RecordWithdrawal(Command):
    """A State gave notice of withdrawal; `effective_on` where it is not six months later."""

    NAME = "record-withdrawal"
    DATED_BY = "notified_on"
    EXAMPLE = {"state": "XAA", "notified_on": "2024-09-06", "effective_on": "2025-03-06"}

    state: State
    notified_on: Date
    effective_on: Date | None = None
