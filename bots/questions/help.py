"""`help [verb]`: what can be asked and recorded, by examples."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from bots.answer import Answer
from bots.blocks import Part
from bots.questions.refusals import NotUnderstood, unread
from bots.questions.typed import Words, key
from bots.templates import rendered


@dataclass(frozen=True)
class Entry:
    """What help says of a verb or of a form."""

    name: str
    about: str
    usage: tuple[str, ...]


FORMS = (
    Entry("request", "Record that a State asks for assistance; opens a form.", ("request", "request LAO")),
    Entry("pledge", "Record that a donor announced support; opens a form.", ("pledge", "pledge NOR LAO")),
    Entry(
        "shift",
        "Record that support was increased, cut, redirected or ended; opens a form in Slack.",
        ("shift", "shift NOR LAO"),
    ),
    Entry(
        "statement",
        "Record what was said at a meeting, with or without its speaker; opens a form.",
        ("statement", "statement It lacks funds for survey."),
    ),
    Entry(
        "outcome",
        "Record what a meeting settled and who carries it forward; opens a form.",
        ("outcome", "outcome Seek partners for survey."),
    ),
    Entry("contact", "Record how a donor was kept informed; opens a form.", ("contact", "contact NOR LAO")),
    Entry(
        "explain",
        "Record why support changed, when the reason comes late; opens a form.",
        ("explain", "explain 3f2a91"),
    ),
)
"""What can be recorded from Slack."""
PLAIN = (
    "what has Lao PDR asked for?", "why did Norway leave Lao PDR?", "who cut support to Chad and why?",
    "how much has Chad received since 2024?", "what is due in the next 6 months?", "who has not asked for help?",
    "who is left out?", "who could help with clearance?", "what came out of the meetings?", "brief me on Lao PDR",
    "what has changed since last month?", "whom should we brief?", "qu'a demandé le Laos ?",
    "¿quién recortó su apoyo a Chad y por qué?",
)  # fmt: skip
"""Questions in plain words."""
_MORE = (
    "Name a State by code or name, in any of the six UN languages. Days: `2026-01-31`, `31/01/2026` (the day first), "
    "`31 January 2026`, `January 2026`, `2026`, `yesterday`, `last month`, `three months ago`. "
    "`as of` asks what had happened by a day, `known at` what was on record by then."
)


def answer(words: Words, verbs: Mapping[str, Entry]) -> Answer:
    """Everything, or one verb; a verb that is not known is said so."""
    if not words.rest:
        body = rendered("help", verbs=verbs.values(), forms=FORMS, plain=PLAIN)
        return Answer("help", "What you can ask, and record:", (Part(body), Part(_MORE)))
    known = {**verbs, **{form.name: form for form in FORMS}}
    name = key(words.rest[0])
    if name not in known or len(words.rest) > 1:
        near = get_close_matches(name, known, 1, 0.6)
        instead = [f"help {verb}" for verb in ([name] if name in known else near)]
        raise NotUnderstood(unread(words.rest if name not in known else words.rest[1:]), instead, ("help",))
    entry = known[name]
    uses = "\n".join(f"• `{'/ica ' if entry in FORMS else ''}{each}`" for each in entry.usage)
    return Answer("help", entry.about, (Part(uses), Part(_MORE)))


def usage_of(form: str) -> list[str]:
    """How a form is opened, as it is typed in Slack."""
    return [f"/ica {use}" for entry in FORMS if entry.name == form for use in entry.usage]


def menu(verbs: Mapping[str, Entry]) -> Answer:
    """What `/ica` alone shows."""
    return Answer("menu", "Ask the record, or add to it.", (Part(rendered("menu", verbs=verbs.values(), forms=FORMS)),))
