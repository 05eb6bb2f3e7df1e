"""A question that somebody put to the bot, answered when the answer goes out."""

from bots import audiences
from bots.answered import Pressed, answered
from bots.desk import Desk, Message, Question, asker
from bots.questions import answer
from domain.actor import Actor
from projections.audience import Audience


def reply_to(desk: Desk, question: Question) -> Message:
    """For the eyes there, with the rights of now; raises RecordUnavailable."""
    viewer = _viewer(desk.who(question.team, question.user), question)
    return answered(answer(question.text, asker(desk, viewer)), Pressed(question.text), shareable=False)


def _viewer(actor: Actor, question: Question) -> Audience:
    if not question.in_channel:
        return audiences.alone(actor)
    return audiences.in_channel(actor, shared=question.shared)
