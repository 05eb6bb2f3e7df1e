"""Socket Mode: the app calls for an address, connects to it, and acknowledges what is sent to it there."""

import asyncio
import itertools
import json
import secrets
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

if TYPE_CHECKING:
    from .slack import FakeSlack


class SocketMode:
    """`connected` counts the connections so far, `acks` all that was acknowledged, by envelope."""

    def __init__(self, slack: "FakeSlack", token: str) -> None:
        self.slack, self.token = slack, token
        self.connected = 0
        self.links: list[web.WebSocketResponse] = []
        self.strange: list[Any] = []
        """What came that acknowledges nothing: a healthy test ends with none."""
        self._tickets: set[str] = set()
        self._waiting: dict[str, Future[dict[str, Any]]] = {}
        self._loop = asyncio.new_event_loop()
        self._port = 0
        self._lock = threading.Lock()

    def address(self) -> str:
        """A new one, good for one connection."""
        self._serve()
        ticket = secrets.token_hex(8)
        self._tickets.add(ticket)
        return f"ws://127.0.0.1:{self._port}/link/?ticket={ticket}&app_id=A0APP"

    def send(self, kind: str, payload: dict[str, Any], patience: float, **retry: Any) -> dict[str, Any] | None:
        """The acknowledgement of an envelope; None where none came in time."""
        envelope = f"envelope-{next(_NUMBERS)}"
        answered = self._waiting[envelope] = Future()
        told = {"envelope_id": envelope, "type": kind, "payload": payload, **retry}
        told["accepts_response_payload"] = kind != "events_api"
        self.slack.wait_for(lambda _: self.links, 20)
        asyncio.run_coroutine_threadsafe(self.links[-1].send_json(told), self._loop).result(5)
        try:
            return answered.result(patience)
        except TimeoutError:
            return None

    def refresh(self) -> None:
        """Slack wants a new connection; the old ones it would end some seconds later."""
        old, before = list(self.links), self.connected
        for link in old:
            told = {"type": "disconnect", "reason": "refresh_requested", "debug_info": {"host": "applink-1"}}
            asyncio.run_coroutine_threadsafe(link.send_json(told), self._loop).result(5)
        self.slack.wait_for(lambda _: self.connected > before, 20)

    def drop(self) -> None:
        """The connections end without a word."""
        for link in list(self.links):
            self._loop.call_soon_threadsafe(link._req.transport.close)
        self.slack.wait_for(lambda _: not self.links, 5)

    def stop(self) -> None:
        if self._port:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(5)

    def _serve(self) -> None:
        with self._lock:
            if not self._port:
                runner = web.AppRunner(self._app(), handle_signals=False, shutdown_timeout=0.1)
                self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
                self._thread.start()
                asyncio.run_coroutine_threadsafe(self._begin(runner), self._loop).result(5)

    async def _begin(self, runner: web.AppRunner) -> None:
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self._port = runner.addresses[0][1]

    def _app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/link/", self._linked)
        return app

    async def _linked(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=401)
        self._tickets.remove(ticket)
        link = web.WebSocketResponse()
        await link.prepare(request)
        await link.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A0APP"}})
        self._note(lambda: self.links.append(link), 1)
        try:
            async for message in link:
                if message.type == WSMsgType.TEXT:
                    self._acknowledged(message.data)
        finally:
            self._note(lambda: self.links.remove(link), 0)
        return link

    def _note(self, change: Any, more: int) -> None:
        with self.slack.changed:
            change()
            self.connected += more
            self.slack.changed.notify_all()

    def _acknowledged(self, said: str) -> None:
        told = json.loads(said)
        waiting = self._waiting.pop(told.get("envelope_id"), None)
        if waiting is None or set(told) - {"envelope_id", "payload"}:
            self.strange.append(told)
        else:
            waiting.set_result(told)


_NUMBERS = itertools.count(1)
