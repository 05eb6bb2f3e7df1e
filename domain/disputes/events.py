"""What is disputed."""

from domain.fact import Fact


class DisputeRaised(Fact):
    """`about` is the id of the thing, or of one of its facts: nobody sees this who may not see that."""

    TOPIC = "dispute.raised"
    ABOUT = "Somebody holds that something on record is not so."
    COMMAND = "dispute"
    BELONGS_TO = "about"
    FIXED = ("about",)

    about: str
    statement: str
