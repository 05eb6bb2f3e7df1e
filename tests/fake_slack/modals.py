"""What each person has before them: a stack of at most three modals, and a Home tab."""

import itertools
import secrets
from typing import Any

from .errors import SlackError
from .kit.surfaces import check_view
from .records import View

MAX_STACK = 3


class Modals:
    def __init__(self, team: str) -> None:
        self._team = team
        self._numbers = itertools.count(1)
        self.views: list[View] = []
        self.stacks: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}

    def top(self, user: str) -> View | None:
        stack = self.stacks.get(user)
        return stack[-1] if stack else None

    def find(self, view_id: str | None, external_id: str | None) -> View:
        for view in self.views:
            if view.is_open and (view.id == view_id or (external_id and view.spec.get("external_id") == external_id)):
                return view
        raise SlackError("not_found")

    def open(self, user: str, spec: Any) -> View:
        view = self._new(user, check_view(spec, "modal"))
        self.clear(user)
        self.stacks[user] = [view]
        return self._seen(view)

    def push(self, user: str, spec: Any) -> View:
        stack = self.stacks.get(user)
        if not stack:
            raise SlackError("not_found", ["there is no open view to push onto"])
        if len(stack) >= MAX_STACK:
            raise SlackError("push_limit_reached")
        view = self._new(user, check_view(spec, "modal"))
        view.root_view_id, view.previous_view_id = stack[0].id, stack[-1].id
        stack.append(view)
        return self._seen(view)

    def update(self, view: View, spec: Any, expected_hash: str | None = None) -> View:
        checked = check_view(spec, view.type)
        if expected_hash is not None and expected_hash != view.hash:
            raise SlackError("hash_conflict")
        self._external_id_is_free(checked, view)
        view.earlier.append(view.spec)
        view.spec, view.hash = checked, self._hash()
        return view

    def publish(self, user: str, spec: Any, expected_hash: str | None = None) -> View:
        if user in self.homes:
            return self.update(self.homes[user], spec, expected_hash)
        self.homes[user] = self._new(user, check_view(spec, "home"))
        return self._seen(self.homes[user])

    def close(self, user: str) -> None:
        """The topmost modal goes; the one under it shows again."""
        self.stacks[user].pop().is_open = False

    def clear(self, user: str) -> None:
        for view in self.stacks.pop(user, []):
            view.is_open = False

    def _new(self, user: str, spec: dict[str, Any]) -> View:
        self._external_id_is_free(spec, None)
        ident = f"V{next(self._numbers):04d}"
        return View(ident, self._hash(), user, self._team, spec, root_view_id=ident)

    def _seen(self, view: View) -> View:
        self.views.append(view)
        return view

    def _hash(self) -> str:
        return f"{next(self._numbers)}.{secrets.token_hex(4)}"

    def _external_id_is_free(self, spec: dict[str, Any], own: View | None) -> None:
        wanted = spec.get("external_id")
        if wanted and any(v.is_open and v is not own and v.spec.get("external_id") == wanted for v in self.views):
            raise SlackError("duplicate_external_id")
