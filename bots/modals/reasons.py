"""The inputs by which a reason is given: with the shift, or later."""

from collections.abc import Mapping

from bots.modals import fields
from bots.modals.fields import Block
from bots.wording import REASONS, begun
from domain.words import ReasonSource

_WHOSE_WORDS: Mapping[str, str] = {
    ReasonSource.DONOR_STATED: "The donor's own words",
    ReasonSource.RECIPIENT_ACCOUNT: "The recipient's account",
    ReasonSource.COORDINATOR_INFERENCE: "What the Coordinators infer",
}


def reason(*, optional: bool = False, reveals: bool = False) -> Block:
    """One of the reasons that donors have."""
    options = {code: begun(words) for code, words in REASONS.items()}
    return fields.choice("reason", "Reason", options, optional=optional, reveals=reveals)


def whose_words(*, optional: bool = False) -> Block:
    """No default: an inference never passes for the donor's own word."""
    return fields.choice("reason_source", "Whose words the reason is", _WHOSE_WORDS, optional=optional)


def in_words(*, optional: bool = False) -> Block:
    """As it was said or written."""
    return fields.paragraph("reason_text", "The reason, in these words", optional=optional)
