"""The HTTP server on loopback: addresses in, JSON out, faults where a test scripted them."""

import json
import socket
import threading
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from . import responses, web_api
from .arguments import decode
from .errors import SlackError
from .faults import Fault

if TYPE_CHECKING:
    from .slack import FakeSlack


PAGE = "<!DOCTYPE html><html><body><h1>Server Error</h1></body></html>"


class Server:
    def __init__(self, slack: "FakeSlack") -> None:
        self.slack = slack
        self.stopping = threading.Event()
        self._http = _HttpServer(self)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)
        if self.slack.crashes:
            raise AssertionError("the fake itself failed:\n" + "\n".join(self.slack.crashes))


class _HttpServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, owner: Server) -> None:
        self.owner = owner
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, *_: Any) -> None:
        """A client that hangs up is no fault of the fake; anything else is told at the end."""
        failure = traceback.format_exc()
        if "ConnectionResetError" not in failure and "BrokenPipeError" not in failure:
            self.owner.slack.crashes.append(failure)


class _Handler(BaseHTTPRequestHandler):
    server: _HttpServer
    timeout = 30

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, *_: Any) -> None:
        """Nothing: what happened stands in `slack.calls`."""

    def _serve(self) -> None:
        slack = self.server.owner.slack
        self._count(slack, 1)
        try:
            self._served(slack)
        finally:
            self._count(slack, -1)

    def _count(self, slack: "FakeSlack", change: int) -> None:
        with slack.changed:
            slack.serving += change
            slack.changed.notify_all()

    def _served(self, slack: "FakeSlack") -> None:
        address = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        in_api = address.path.startswith("/api/")
        method = address.path.removeprefix("/api/") if in_api else "response_url"
        with slack.changed:
            fault = slack.faults.take(method) or Fault()
        self.server.owner.stopping.wait(fault.delay)
        if fault.drop == "before":
            web_api.note(slack, method, {}, "connection dropped", scripted=True)
            return self._hang_up()
        if fault.status or fault.error:
            web_api.note(slack, method, {}, fault.code, scripted=True)
            said = PAGE if fault.page else {"ok": False, "error": fault.code}
            return self._answer(fault.status or 200, said, fault.seconds_to_wait)
        if fault.drop is None and (wait := self._too_soon(method, address.query, body)):
            web_api.note(slack, method, {}, "ratelimited", scripted=True)
            return self._answer(429, {"ok": False, "error": "ratelimited"}, wait)
        if in_api:
            sent = web_api.Sent(dict(self.headers.items()), body, address.query)
            status, answer = 200, web_api.handle(slack, method, sent)
        else:
            status, answer = responses.handle(slack, address.path, self.headers.get("Content-Type"), body)
        return self._hang_up() if fault.drop == "after" else self._answer(status, answer, whole=fault.drop is None)

    def _too_soon(self, method: str, query: str, body: bytes) -> int | None:
        """Of messages alone; a call that cannot be read is refused for that."""
        slack = self.server.owner.slack
        if method != "chat.postMessage" or slack.pace.burst is None:
            return None
        try:
            channel = decode(self.headers.get("Content-Type"), body, query).get("channel")
        except SlackError:
            return None
        with slack.changed:
            return slack.pace.wait(str(channel))

    def _answer(
        self, status: int, answer: dict[str, Any] | str, retry_after: int | None = None, *, whole: bool = True
    ) -> None:
        kind, said = ("text/html", answer) if isinstance(answer, str) else ("application/json", json.dumps(answer))
        body = said.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-OAuth-Scopes", ",".join(sorted(self.server.owner.slack.scopes)))
        if retry_after is not None:
            self.send_header("Retry-After", str(retry_after))
        self.end_headers()
        self.wfile.write(body if whole else body[: len(body) // 2])
        if not whole:
            self._hang_up()

    def _hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)
