"""One IATI activity, the same whether it came as 1.0x or 2.0x; values are kept as the file writes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

GOVERNMENT = "10"
OTHER_PUBLIC = "15"
FUNDING, IMPLEMENTING = "1", "4"


class Refusal(ValueError):
    """An activity or a transaction cannot be taken; the text names the field and the way out."""


@dataclass(frozen=True)
class Body:
    """An organisation, with its names in every language, the English one first."""

    ref: str = ""
    kind: str = ""
    names: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True)
class Part:
    """A country, region or sector with the part of the activity that falls to it."""

    code: str = ""
    name: str = ""
    percentage: str = ""
    vocabulary: str = ""


@dataclass(frozen=True, kw_only=True)
class Transaction:
    """Money as the publisher reports it. Texts are empty where the file says nothing."""

    number: int
    """Its place in the activity, counted from 1."""
    kind: str = ""
    ref: str = ""
    day: str = ""
    value: str = ""
    value_day: str = ""
    currency: str = ""
    description: str = ""
    provider: Body = field(default_factory=Body)
    receiver: Body = field(default_factory=Body)
    countries: tuple[Part, ...] = ()
    regions: tuple[Part, ...] = ()
    sectors: tuple[Part, ...] = ()
    tied: str = ""


@dataclass(frozen=True, kw_only=True)
class Activity:
    """What somebody supports, with the money that went into it."""

    identifier: str = ""
    title: str = ""
    reporter: Body = field(default_factory=Body)
    second_hand: bool = False
    """Published by someone who takes no part in it."""
    participants: tuple[Body, ...] = ()
    currency: str = ""
    status: str = ""
    dates: Mapping[str, str] = field(default_factory=dict)
    """By IATI's type: 1 planned start, 2 actual start, 3 planned end, 4 actual end."""
    countries: tuple[Part, ...] = ()
    regions: tuple[Part, ...] = ()
    sectors: tuple[Part, ...] = ()
    collaboration: str = ""
    earmarking: str = ""
    tied: str = ""
    parents: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    transactions: tuple[Transaction, ...] = ()
