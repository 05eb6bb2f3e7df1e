"""A Slack of few words: payloads without what another client, or an older one, leaves out."""

import json
from typing import Any
from urllib.parse import parse_qs

from .delivery import JSON, Answer, Letter, event, interaction
from .human import Human


def leaving_out(human: Human, *names: str) -> None:
    """Whatever this person does is told without these fields, at whatever depth."""
    deliver = human.courier.deliver

    def delivered(letter: Letter) -> Answer:
        if letter.content_type == JSON:
            return deliver(event(_without(json.loads(letter.body), names)))
        fields = parse_qs(letter.body.decode())
        if "payload" not in fields:
            return deliver(letter)
        return deliver(interaction(_without(json.loads(fields["payload"][0]), names)))

    human.courier.deliver = delivered  # type: ignore[method-assign]


def _without(told: Any, names: tuple[str, ...]) -> Any:
    if isinstance(told, list):
        return [_without(each, names) for each in told]
    if isinstance(told, dict):
        return {name: _without(each, names) for name, each in told.items() if name not in names}
    return told
