"""A fact as the log holds it: where it stands, and the hash by which it can be proven."""

from dataclasses import dataclass

from domain.fact import Fact


@dataclass(frozen=True)
class Recorded:
    """One event of the log. `leaf_hash` is hexadecimal (RFC 9162)."""

    position: int
    fact: Fact
    leaf_index: int
    leaf_hash: str
