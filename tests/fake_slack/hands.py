"""A person's hands on forms and buttons."""

from collections.abc import Mapping
from typing import Any

from . import answers, clicks, payloads
from .delivery import Answer, interaction
from .errors import NotPossible
from .forms import external_fields, given_at, state_values
from .inputs import chosen
from .records import Message, View
from .wire import Wire


class Hands(Wire):
    def submit(self, view: View | str, values: Mapping[str, Any] | None = None) -> Answer:
        """`values` by block_id: text, number, date, the value (or words) of an option, or a list of these."""
        shown = self._top(view)
        if "submit" not in shown.spec:
            raise NotPossible("this modal has no submit button")
        state = state_values(shown.blocks, self._looked_up(shown, values or {}), complete=True)
        told = payloads.interaction(self.slack, self.person, "view_submission", shown)
        answer = self.courier.deliver(interaction({**told, "view": shown.payload(state), "response_urls": []}))
        answers.to_submission(self.slack, answer, shown)
        return self._taken(answer)

    def close(self, view: View | str) -> Answer | None:
        """The service hears of it only where the view asked for that."""
        closed = self._top(view)
        with self.slack.changed:
            self.slack.modals.close(self.person.id)
        if not closed.spec.get("notify_on_close"):
            return None
        told = payloads.interaction(self.slack, self.person, "view_closed", closed)
        return self._interact({**told, "view": closed.payload(), "is_cleared": False})

    def click(
        self,
        place: Message | View,
        action_id: str,
        value: Any = None,
        *,
        block_id: str | None = None,
        values: Mapping[str, Any] | None = None,
    ) -> Answer:
        """`value`: a button's own, to tell it from its like; else what is chosen. `values`: what else is filled in."""
        self._sees(place)
        block, element = clicks.find(place, action_id, value, block_id)
        clicks.tells_at_once(block)
        filled = self._looked_up(place, {**(values or {}), **given_at(block, element, value)})
        told = payloads.interaction(
            self.slack, self.person, "block_actions", place if isinstance(place, View) else None
        )
        state = state_values(place.blocks, filled, complete=False)
        told |= payloads.where(self.slack, place, state)
        told["actions"] = [clicks.action(block, element, value, state, self.slack.next_ts())]
        if isinstance(place, Message):
            told["response_url"] = self.slack.response_url("actions", place.channel, self.person.id, place)
        return self._interact(told)

    def suggest(self, place: Message | View, block_id: str, typed: str) -> Answer:
        """What the service offers in an external select for the letters typed so far, in `answer.options`."""
        self._sees(place)
        fields = external_fields(place.blocks)
        if block_id not in fields:
            raise NotPossible(f"no external select in {block_id}; there is {sorted(fields)}")
        element = fields[block_id]
        if len(typed) < element.get("min_query_length", 3):
            raise NotPossible(f"Slack asks only from {element.get('min_query_length', 3)} characters on")
        told = payloads.interaction(self.slack, self.person, "block_suggestion")
        told |= payloads.where(self.slack, place, {})
        told |= {"action_id": element["action_id"], "block_id": block_id, "value": typed}
        answer = self.courier.deliver(interaction(told))
        answers.to_suggestion(answer)
        return self._taken(answer)

    def _looked_up(self, place: Message | View, values: Mapping[str, Any]) -> dict[str, Any]:
        """Words typed into an external select become one of the options the service offers for them."""
        found = dict(values)
        for block_id, element in external_fields(place.blocks).items():
            wanted = values.get(block_id)
            if isinstance(wanted, str):
                found[block_id] = self._pick(place, block_id, element, wanted)
            elif isinstance(wanted, list):
                found[block_id] = [
                    w if isinstance(w, dict) else self._pick(place, block_id, element, w) for w in wanted
                ]
        return found

    def _pick(self, place: Message | View, block_id: str, element: dict[str, Any], wanted: str) -> dict[str, Any]:
        return chosen(element, wanted, self.suggest(place, block_id, wanted).options)

    def _interact(self, told: dict[str, Any]) -> Answer:
        answer = self.courier.deliver(interaction(told))
        answers.to_click(answer)
        return self._taken(answer)
