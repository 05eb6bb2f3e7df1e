"""For whom an answer is made: it differs by circle, by whose facts they are, and by who may see names."""

from dataclasses import dataclass

from domain.actor import Actor
from domain.words import Role, Visibility

OWN = "own:"
"""So begins the name of rows made for some parties alone; their codes follow, each between bars."""


@dataclass(frozen=True)
class Audience:
    """One kind of reader. `name` keys the rows and the ETag made for it."""

    name: str
    clearance: Visibility
    parties: frozenset[str] = frozenset()
    sees_people: bool = False
    """Coordinators and auditors see the person in `recorded_by`, others the role and organisation."""
    sees_withheld: bool = False
    """Auditors see what a correction took away."""
    sees_administration: bool = False

    @property
    def rows_as(self) -> str:
        """The circle under whose name its rows are kept."""
        return "coordinators" if self.clearance is Visibility.COORDINATORS else self.name

    @property
    def label(self) -> str:
        """Distinguishes audiences that get different bytes."""
        return "+".join([self.name, *sorted(self.parties)])


PUBLIC = Audience("public", Visibility.PUBLIC)
STATES_PARTIES = Audience("states_parties", Visibility.STATES_PARTIES)
COORDINATORS = Audience("coordinators", Visibility.COORDINATORS, sees_people=True)
ADMINISTRATORS = Audience("administrators", Visibility.COORDINATORS, sees_people=True, sees_administration=True)
AUDITORS = Audience("auditors", Visibility.COORDINATORS, sees_people=True, sees_withheld=True, sees_administration=True)
STANDARD = (PUBLIC, STATES_PARTIES, COORDINATORS)


def own(*parties: str) -> Audience:
    """States or organisations: what States Parties see, and their own."""
    name = "".join([OWN, *(f"|{party}|" for party in sorted(parties))])
    return Audience(name, Visibility.STATES_PARTIES, frozenset(parties))


def audience_of(actor: Actor) -> Audience:
    """What an actor may read; whoever runs the command line may read everything."""
    if actor.operator or actor.holds(Role.AUDITOR):
        return AUDITORS
    if actor.holds(Role.ADMIN):
        return ADMINISTRATORS
    if actor.holds(Role.COORDINATOR):
        return COORDINATORS
    if actor.clearance is Visibility.PUBLIC:
        return PUBLIC
    return Audience("states_parties", Visibility.STATES_PARTIES, actor.parties)
