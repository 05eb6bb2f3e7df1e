"""A person's hands on forms and buttons."""

from collections.abc import Mapping
from typing import Any

from . import answers, clicks, payloads
from .delivery import Answer, interaction
from .errors import NotPossible
from .forms import external_fields, given_at, state_values
from .inputs import chosen, fill, initial
from .records import Message, View
from .wire import Wire


class Hands(Wire):
    def submit(
        self,
        view: View | str,
        values: Mapping[str, Any] | None = None,
        *,
        otherwise: Mapping[str, Any] | None = None,
    ) -> Answer:
        """`values` by block_id: text, number, date, the value (or words) of an option, or a list of these.

        What tells the service at once is filled in first, and told. `otherwise`: elements by block_id as another
        client may send them (a text is a line of text), in place of what stands there or beside it.
        """
        shown = self._top(view)
        if "submit" not in shown.spec:
            raise NotPossible("this modal has no submit button")
        own = {block_id: value for block_id, value in (values or {}).items() if block_id not in (otherwise or {})}
        chosen = self._told_at_once(shown, own)
        asked = [block for block in shown.blocks if block.get("block_id") not in (otherwise or {})]
        state = state_values(asked, self._looked_up(shown, chosen), complete=True)
        state |= {block_id: {"of-its-own": as_element(given)} for block_id, given in (otherwise or {}).items()}
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

    def shortcut(self, message: Message, callback_id: str) -> Answer:
        """A shortcut from the menu of a message, whoever wrote it."""
        self._sees(message)
        told = payloads.interaction(self.slack, self.person, "message_action")
        channel = self.slack.workspace.channels[message.channel]
        told |= {"callback_id": callback_id, "message_ts": message.ts, "message": message.payload()}
        told |= {"channel": {"id": channel.id, "name": channel.name_in_commands}, "action_ts": self.slack.next_ts()}
        told["response_url"] = self.slack.response_url("app", channel.id, self.person.id)
        return self._interact(told)

    def suggest(
        self, place: Message | View, block_id: str, typed: str, values: Mapping[str, Any] | None = None
    ) -> Answer:
        """What the service offers in an external select for the letters typed so far, in `answer.options`."""
        self._sees(place)
        fields = external_fields(place.blocks)
        if block_id not in fields:
            raise NotPossible(f"no external select in {block_id}; there is {sorted(fields)}")
        element = fields[block_id]
        if len(typed) < element.get("min_query_length", 3):
            raise NotPossible(f"Slack asks only from {element.get('min_query_length', 3)} characters on")
        told = payloads.interaction(self.slack, self.person, "block_suggestion")
        told |= payloads.where(self.slack, place, state_values(place.blocks, values or {}, complete=False))
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

    def _told_at_once(self, view: View, values: Mapping[str, Any]) -> dict[str, Any]:
        """Fills in what tells the service at once, also what only then comes into sight."""
        filled: dict[str, Any] = {}
        told: set[str] = set()
        while waiting := [
            block["block_id"]
            for block in view.blocks
            if block.get("dispatch_action") and block["block_id"] in values and block["block_id"] not in told
        ]:
            block_id = waiting[0]
            element = view.inputs[block_id]["element"]
            filled[block_id] = values[block_id]
            told.add(block_id)
            if fill(element, values[block_id]) != fill(element, initial(element)):
                self.click(view, element["action_id"], values[block_id], block_id=block_id, values=filled)
                filled = {known: value for known, value in filled.items() if known in view.inputs}
        return {known: value for known, value in values.items() if value is not None or known in view.inputs}

    def _interact(self, told: dict[str, Any]) -> Answer:
        answer = self.courier.deliver(interaction(told))
        answers.to_click(answer)
        return self._taken(answer)


def as_element(given: Any) -> dict[str, Any]:
    """An element's part of `state.values`, as another client may send it."""
    return {"type": "plain_text_input", "value": given} if isinstance(given, str) else dict(given)
