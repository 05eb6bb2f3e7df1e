"""A shift carries its reason and whose words it is, or says that nobody gave one."""

import pytest
from builders import COORDINATOR, a_command, a_pledge, a_shift, an_explanation, someone, stated

from domain.actor import Actor
from domain.pledges.errors import NotYourWords, ReasonAndUnexplained, ReasonMissing, ReasonWithoutSource
from projections.audience import COORDINATORS, STATES_PARTIES

LESS = ["cut", "redirect", "end"]
LETTER = {"kind": "letter", "ref": "Note verbale 12/2025"}


@pytest.fixture(autouse=True)
def pledge(record):
    return record.handle(a_pledge(by=someone("donor", "XBB"))).id


@pytest.mark.parametrize("direction", LESS)
def test_less_support_needs_a_reason(record, direction):
    """Support that shrinks without a word is what the record exists to prevent."""
    refused = record.refusal(a_shift(direction, unexplained=False))

    assert (type(refused), refused.field) == (ReasonMissing, "reason")


@pytest.mark.parametrize("direction", LESS)
def test_less_support_may_be_unexplained(record, direction):
    """That nobody gave a reason is a value of its own, and queues."""
    shift = record.handle(a_shift(direction)).id

    assert [each["id"] for each in record.shifts(COORDINATORS, unexplained=True)] == [shift]


def test_more_support_needs_no_reason(record):
    """Nobody is asked why support grew, so it never queues."""
    record.handle(a_shift("increase"))

    assert record.shifts(COORDINATORS, unexplained=True) == []
    assert len(record.shifts(COORDINATORS)) == 1


@pytest.mark.parametrize(
    ("said", "refusal", "field"),
    [
        (stated() | {"unexplained": True}, ReasonAndUnexplained, "unexplained"),
        ({"reason": "budget"}, ReasonWithoutSource, "reason_source"),
        ({"reason_text": "Our budget fell."}, ReasonMissing, "reason"),
        ({"reason_source": "donor_stated"}, ReasonMissing, "reason"),
    ],
)
def test_a_reason_is_whole(record, said, refusal, field):
    """Half a reason, or a reason beside `unexplained`, would be read two ways."""
    refused = record.refusal(a_shift(**said))

    assert (type(refused), refused.field) == (refusal, field)


STATE, DONOR, OPERATOR = someone("state", "XAA"), someone("donor", "XBB"), Actor("cli:ana", operator=True)
MOMENT = {"kind": "slack", "ref": "1795539612.089151"}
"""When a form was opened."""
MAY_SAY = [
    (STATE, "recipient_account", None, True),
    (STATE, "donor_stated", None, False),
    (STATE, "donor_stated", LETTER, True),
    (STATE, "donor_stated", MOMENT, False),
    (STATE, "donor_stated", {"kind": "slack", "ref": "https://ica.slack.com/archives/C1/p1795539612089151"}, True),
    (STATE, "coordinator_inference", LETTER, False),
    (DONOR, "donor_stated", None, True),
    (DONOR, "recipient_account", LETTER, False),
    (DONOR, "coordinator_inference", LETTER, False),
    *((COORDINATOR, words, None, True) for words in ("donor_stated", "recipient_account", "coordinator_inference")),
    *((OPERATOR, words, None, True) for words in ("donor_stated", "recipient_account", "coordinator_inference")),
]


@pytest.mark.parametrize("late", [False, True], ids=["at once", "late"])
@pytest.mark.parametrize(("speaker", "words", "source", "allowed"), MAY_SAY)
def test_whose_words_fit_who_says_them(record, speaker, words, source, allowed, late):
    """A State gives its account, a donor its reason, the Coordinators infer; the donor's words need their source."""
    said = stated(source=words) | {"by": speaker, "source": source}
    command = an_explanation(record.handle(a_shift()).id, **said) if late else a_shift(**said)

    if allowed:
        record.handle(command)
        assert record.shifts(COORDINATORS)[0]["reason_source"] == words
    else:
        refused = record.refusal(command)
        assert (type(refused), refused.field) == (NotYourWords, "reason_source")


@pytest.mark.parametrize("late", [False, True], ids=["at once", "late"])
def test_an_inference_is_the_coordinators_by_default(record, late):
    """All may see the shift; what the Coordinators make of it only they."""
    inferred = stated("They look elsewhere now.", "coordinator_inference")
    if late:
        record.handle(an_explanation(record.handle(a_shift()).id, **inferred))
    else:
        record.handle(a_shift(**inferred))

    (seen,) = record.shifts(STATES_PARTIES)
    assert (seen["reason"], seen["accounts"], seen["unexplained"]) == (None, [], True)
    assert "They look elsewhere now." not in str(record.history(STATES_PARTIES))
    (known,) = record.shifts(COORDINATORS)
    assert (known["reason_source"], known["unexplained"]) == ("coordinator_inference", True)


def test_an_inference_may_be_shared(record):
    """The Coordinators decide who sees what they infer; it still reads as theirs."""
    record.handle(a_shift(**stated(source="coordinator_inference"), visibility="states_parties"))

    (seen,) = record.shifts(STATES_PARTIES)
    assert (seen["reason_source"], seen["unexplained"]) == ("coordinator_inference", True)


def test_only_a_shift_is_explained(record, pledge):
    """A reason belongs to a change in support, not to a pledge."""
    for command in (an_explanation(pledge), a_command("ask-explanation", shift_id=pledge, asked_of="XBB")):
        assert record.refusal(command).field == "shift_id"
