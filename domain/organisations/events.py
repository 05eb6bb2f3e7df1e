"""Which organisations are known."""

from domain.fact import Opening
from domain.names import fold


class OrganisationRegistered(Opening):
    TOPIC = "organisation.registered"
    ABOUT = "An organisation became known by name."
    FIXED = ("name", "code")

    name: str
    code: str

    @property
    def index(self) -> frozenset[str]:
        """Organisations are found by code and by name."""
        return frozenset({organisation_name(self.code), organisation_name(self.name)})


def organisation_name(text: str) -> str:
    """The name under which an organisation is found: case, accents and spacing do not matter."""
    return f"organisation {fold(text)}"
