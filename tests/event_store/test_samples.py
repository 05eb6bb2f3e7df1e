"""A stored fact never changes its form: one of each kind, as it was written, still loads and means what it meant."""

import json
from base64 import b64decode
from dataclasses import MISSING, fields
from uuid import UUID

import pytest
from eventsourcing.persistence import StoredEvent
from take_samples import SAMPLES, meaning

from adapters.event_store.leaves import leaf_hash
from adapters.event_store.mapper import FactMapper, UnknownTopic
from domain.fact import FACTS, Opening, event_id
from projections.audience import AUDITORS, PUBLIC
from projections.recorded import Recorded
from projections.sentences import sentence
from projections.thing import thing_at
from projections.views import VIEWS

TOGETHER = {"reason_source": "reason"}
"""A field that never came without another."""
TOPICS = sorted(path.stem for path in SAMPLES.glob("*.json"))


@pytest.fixture
def load(record):
    """A sample's fact; with changes to its stored state, if any."""

    def loaded(topic, change=lambda state: state):
        sample = json.loads((SAMPLES / f"{topic}.json").read_text("utf-8"))
        key = sample["text_key"] and b64decode(sample["text_key"])
        mapper = FactMapper(record.coordination.mapper.transcoder, lambda _: key)
        state = json.dumps(change(json.loads(sample["state"])), separators=(",", ":"), ensure_ascii=False)
        stored = StoredEvent(
            UUID(sample["originator_id"]), sample["originator_version"], sample["topic"], state.encode()
        )
        return sample, mapper.to_domain_event(stored)

    return loaded


def opening_of(load, fact):
    """The first fact of the same thing."""
    if isinstance(fact, Opening):
        return fact
    openings = (load(topic)[1] for topic in TOPICS if issubclass(FACTS[topic], Opening))
    return next(opening for opening in openings if opening.originator_id == fact.originator_id)


def optional(topic):
    """Fields that a fact may lack, since they came later or were not said."""
    return [item.name for item in fields(FACTS[topic]) if item.default is not MISSING]


def test_every_kind_of_fact_has_a_sample():
    """A new kind takes its sample from a record that holds one: see take_samples.py."""
    assert sorted(FACTS) == TOPICS


@pytest.mark.parametrize("topic", TOPICS)
def test_a_sample_keeps_its_meaning(load, topic):
    """Field by field, its erasable words included."""
    sample, fact = load(topic)

    assert meaning(fact) == sample["says"]
    assert (fact.event_id, fact.TOPIC) == (event_id(fact.originator_id, fact.originator_version), topic)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_sample_is_read_by_every_view(load, topic):
    """It has a sentence, and makes rows where it should."""
    _, fact = load(topic)
    opening = opening_of(load, fact)
    facts = [opening] if fact is opening else [opening, fact]

    assert sentence(fact, opening).strip()
    thing = thing_at([Recorded(position, each, position, "00") for position, each in enumerate(facts, start=1)])
    rows = {view.name: list(view.rows(thing, (PUBLIC, AUDITORS))) for view in VIEWS}
    assert len(rows["events"]) == len(facts)


@pytest.mark.parametrize(("topic", "name"), [(topic, name) for topic in TOPICS for name in optional(topic)])
def test_an_older_fact_lacks_what_was_added_later(load, topic, name):
    """Each optional field might be younger than the fact: without it the rest is there, and a sentence."""
    missing = {name, TOGETHER.get(name)}
    sample, fact = load(topic, lambda state: {field: state[field] for field in state if field not in missing})

    said = meaning(fact)
    assert {field: said[field] for field in said if field not in missing} == {
        field: value for field, value in sample["says"].items() if field not in missing
    }
    assert getattr(fact, name) in (None, False)
    assert sentence(fact, opening_of(load, fact)).strip()
    assert getattr(fact.changed(note="Checked."), name, None) in (None, False, "Checked.")


@pytest.mark.parametrize("topic", TOPICS)
def test_the_oldest_form_has_no_optional_field(load, topic):
    """All of them away at once."""
    _, fact = load(topic, lambda state: {field: state[field] for field in state if field not in optional(topic)})
    opening = fact if isinstance(fact, Opening) else opening_of(load, fact)

    assert sentence(fact, opening).strip()
    assert list(fact.own_fields()) == list(load(topic)[1].own_fields())


@pytest.mark.parametrize("topic", TOPICS)
def test_what_is_written_today_has_the_same_form(record, load, topic):
    """The same fields in the same notation, but for the sealed words; others may have come since."""
    sample, fact = load(topic)
    today = json.loads(record.coordination.mapper.to_stored_event(fact).state)
    then = json.loads(sample["state"])

    assert today.keys() >= then.keys()
    sealed = {path.split(".")[0] for path in fact.ERASABLE}
    assert {name: today[name] for name in then if name not in sealed} == {
        name: then[name] for name in then if name not in sealed
    }


def test_the_leaf_of_a_sample(load):
    """Recomputed from the sample's bytes alone: whoever holds a proof can do it for ever."""
    sample = json.loads((SAMPLES / "request.submitted.json").read_text("utf-8"))
    stored = StoredEvent(
        UUID(sample["originator_id"]), sample["originator_version"], sample["topic"], sample["state"].encode()
    )
    assert leaf_hash(stored).hex() == "ee67a6d5ca537a56f51bfd0f6c8d2b26fafcedb84b11bed7cc712e3dfad9934f"


@pytest.mark.parametrize(
    "topic",
    ["pledge", "request", "os:system", "builtins:eval", "domain.pledges.events:PledgeMade", "", "pledge.made2"],
)
def test_what_is_not_a_known_kind_of_fact_is_not_loaded(record, topic):
    """A topic would name what is imported: only facts are."""
    stored = StoredEvent(UUID(int=1), 1, topic, b"{}")

    with pytest.raises(UnknownTopic):
        record.coordination.mapper.to_domain_event(stored)


@pytest.mark.parametrize("opens", ["os:system", "antigravity", "domain.pledges.pledge:Pledge", "record", "pledge.made"])
def test_what_a_fact_opens_is_a_known_kind_of_thing(load, opens):
    """Nor does the kind of thing that an opening names import anything else."""
    with pytest.raises(UnknownTopic):
        load("pledge.made", lambda state: state | {"originator_topic": opens})
