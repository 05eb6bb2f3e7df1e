"""`why` with three names: one donor and one State are asked about at a time."""

from bots.questions.asker import Asker
from bots.questions.naming import runs
from bots.questions.refusals import NotUnderstood
from bots.questions.typed import Words
from bots.questions.walk import Stuck


def third_name(stuck: Stuck, words: Words, asker: Asker) -> NotUnderstood | None:
    """The pairs that may have been meant where another name follows a donor and a State."""
    pair = [str(token) for token in stuck.read if token.type in {"GIVER", "RECIPIENT"}]
    third, count = next(runs(words.all[stuck.at :], asker.names.party, states_only=False), ("", 0))
    if not third or len(pair) != 2:
        return None
    donor, state = pair
    rest = " ".join(words.all[stuck.at + count :])
    offers = [
        f"why {giver} {taker} {rest}".strip() for giver, taker in ((donor, third), (donor, state), (state, third))
    ]
    return NotUnderstood("One donor and one State can be asked about at a time.", offers)
