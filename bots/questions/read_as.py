"""How a question was read, said back to whoever asked it."""

from bots.questions.asker import Asker
from bots.questions.filters import Filters
from domain.names import party_name
from domain.words import Visibility


def read_as(subject: str, asked: Filters) -> str:
    """The subject and all that narrowed the question: `Lao PDR, from Norway, Article 4, since 2024-01-01`."""
    said = [
        subject,
        f"from {party_name(asked.donor)}" if asked.donor else "",
        f"Article {asked.article}" if asked.article else "",
        f"since {asked.since}" if asked.since else "",
        f"until {asked.until}" if asked.until else "",
    ]
    return ", ".join(filter(None, said))


def notes(asked: Filters, asker: Asker) -> tuple[str, ...]:
    """The moment asked about, and whose eyes the answer is for where that is the public's."""
    at = [f"as of {asked.as_of}"] if asked.as_of else []
    at += [f"as known at the end of {asked.known_at.date().isoformat()}"] if asked.known_at else []
    said = [f"{' and '.join(at).capitalize()}."] if at else []
    said += ["Only what is public is shown."] if asker.viewer.clearance is Visibility.PUBLIC else []
    return tuple(said)
