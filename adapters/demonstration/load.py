"""Loads the demonstration into a record of its own."""

from adapters.demonstration import PATH
from adapters.importers.commands import read
from adapters.importers.run import Import
from adapters.wiring import Service
from domain.actor import Actor
from domain.authority import NOT_ASKED_FOR

DEMO = Actor("demo", operator=True)


class DemonstrationRefused(Exception):
    """Demonstration data does not mix with other facts."""


def load(service: Service) -> str:
    """Record the demonstration, once; raises DemonstrationRefused where the record began with other facts.

    A token or a linked person is none: whoever sets up a demonstration may begin with them.
    """
    first = service.recorder.first_actor(besides=NOT_ASKED_FOR)
    if first not in {None, DEMO.id}:
        raise DemonstrationRefused(
            f"{service.settings.database_name} holds other facts, and the demonstration does not mix with them: "
            "unset ICA_DATABASE_URL, or name a new file."
        )
    outcome = Import(service, DEMO).run(read(PATH))
    service.projector.catch_up()
    return f"Demonstration data in {service.settings.database_name}: {outcome.sentence()}."
