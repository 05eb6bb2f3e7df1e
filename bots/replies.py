"""What somebody asked of the bot, answered when the answer goes out."""

from bots import audiences
from bots.answered import Pressed, answered
from bots.answered import shared as shown
from bots.desk import Desk, Message, Press, Question, asker
from bots.places import Place
from bots.questions import answer
from domain.actor import Actor
from projections.audience import PUBLIC, Audience


def reply_to(desk: Desk, question: Question) -> Message:
    """For the eyes there, with the rights of now; raises RecordUnavailable."""
    viewer = _viewer(desk.who(question.team, question.user), question)
    return answered(answer(question.text, asker(desk, viewer)), Pressed(question.text), shareable=False)


def turned(desk: Desk, press: Press) -> Message:
    """The page or question that was pressed, for whoever pressed alone."""
    found = answer(press.question, asker(desk, audiences.alone(desk.who(press.team, press.user))))
    return answered(found, Pressed(press.question, press.start), shareable=press.shareable)


def shared(desk: Desk, press: Press, place: Place) -> Message:
    """The page that was pressed, for all who read in a place: a channel learns no more than the person knows."""
    viewer = audiences.in_channel(desk.who(press.team, press.user), shared=place.outsiders)
    found = answer(press.question, asker(desk, viewer))
    unseen = not place.seen and viewer == PUBLIC
    return shown(found, Pressed(press.question, press.start), press.user, unseen=unseen)


def _viewer(actor: Actor, question: Question) -> Audience:
    if not question.in_channel:
        return audiences.alone(actor)
    return audiences.in_channel(actor, shared=question.shared)
