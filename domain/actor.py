"""Who speaks to the record, in which roles."""

from dataclasses import dataclass

from domain.words import Role, Visibility

_CLEARANCE = {
    Role.PUBLIC: Visibility.PUBLIC,
    Role.READER: Visibility.STATES_PARTIES,
    Role.STATE: Visibility.STATES_PARTIES,
    Role.DONOR: Visibility.STATES_PARTIES,
    Role.COORDINATOR: Visibility.COORDINATORS,
    Role.AUDITOR: Visibility.COORDINATORS,
    Role.ADMIN: Visibility.COORDINATORS,
}


@dataclass(frozen=True)
class Grant:
    """One role; `state` and `donor` speak for their States or organisations only."""

    role: Role
    parties: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """The role and organisation that readers see, such as `state XAA`."""
        return " ".join([self.role.value, *sorted(self.parties)])


@dataclass(frozen=True)
class Actor:
    """Someone with an id (`cli:ana`, `token:…`, `slack:TEAM/USER`) and what they were granted."""

    id: str
    grants: tuple[Grant, ...] = (Grant(Role.PUBLIC),)
    operator: bool = False
    """Whoever runs the command line on the machine itself may do everything."""

    @property
    def parties(self) -> frozenset[str]:
        """The States and organisations this actor speaks for."""
        return frozenset[str]().union(*(grant.parties for grant in self.grants))

    @property
    def clearance(self) -> Visibility:
        """The narrowest circle whose facts this actor may see."""
        if self.operator:
            return Visibility.COORDINATORS
        return max((_CLEARANCE[grant.role] for grant in self.grants), key=lambda level: level.rank)

    def holds(self, *roles: Role) -> bool:
        """Whether any grant is one of these roles."""
        return any(grant.role in roles for grant in self.grants)


PUBLIC = Actor("public")
