"""Socket Mode: Slack is called, and sends over the connection what it would post to an address."""

import json
import select
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import structlog
from slack_bolt import App
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_sdk.socket_mode.builtin import SocketModeClient

from adapters.slack.desk import code_of
from adapters.wiring import Service
from adapters.workspaces import quiet

TIMEOUT = 10
"""Seconds to wait for Slack to say where to connect."""
A_MOMENT = 0.05
AT_ONCE, PIECE = 40, 65_536
"""Envelopes answered at the same time, as many as over HTTP; bytes read at once, of forms that may have 250,000."""
WATCHES, LOOKS_AGAIN_AFTER = 0.25, 1.0
REFUSED = frozenset({"invalid_auth", "not_authed", "not_allowed_token_type", "token_revoked", "missing_scope"})
NOT_KNOWN = "Slack refuses ICA_SLACK_APP_TOKEN: make one with connections:write (Basic Information), and set it"
LONGEST_WAIT = 30.0
"""Seconds between two tries to connect, once several have failed."""
_HUNG_UP = getattr(select, "POLLRDHUP", 0) | select.POLLHUP | select.POLLERR

log = structlog.get_logger(__name__)


@contextmanager
def listening(service: Service, app: App | None) -> Iterator[None]:
    """Connected as long as the service runs, where there is an app token: the service begins and answers all the same
    while Slack cannot be reached."""
    token = service.settings.slack_app_token
    if not token or app is None:
        yield
        return
    handler = SocketModeHandler(
        app, token, logger=quiet(), web_client=service.workspaces.without_token(TIMEOUT),
        concurrency=AT_ONCE, receive_buffer_size=PIECE,
    )  # fmt: skip
    handler.client.send_message = _in_few_bytes(handler.client.send_message)  # type: ignore[method-assign, assignment]
    ended = threading.Event()
    troubles: list[str] = []
    service.workspaces.socket = lambda: None if handler.client.is_connected() else "".join(troubles[-1:])
    handler.client.on_message_listeners.append(lambda said: _let_go(handler.client, said))
    watch = threading.Thread(
        target=_keep_connected, args=(handler.client, ended, troubles), name="slack-socket", daemon=True
    )
    watch.start()
    try:
        yield
    finally:
        ended.set()
        watch.join(LONGEST_WAIT)
        _close(handler.client)


def _in_few_bytes(send: Callable[[str], None]) -> Callable[[str], None]:
    """The SDK writes each letter beyond ASCII as six, and cannot send more than 65,535: a long answer in Lao or Arabic
    would never arrive."""
    return lambda said: send(json.dumps(json.loads(said), ensure_ascii=False, separators=(",", ":")))


def _keep_connected(client: SocketModeClient, ended: threading.Event, troubles: list[str]) -> None:
    """Connect, and connect anew at once when Slack hangs up; what fails is tried again after a growing while.

    The SDK by itself begins only if its first try succeeds, and finds out that Slack hung up after most of a minute.
    """
    wait = LOOKS_AGAIN_AFTER
    while not ended.is_set():
        if client.is_connected():
            wait = LOOKS_AGAIN_AFTER
            _watch(client)
            continue
        try:
            client.connect_to_new_endpoint()
        except Exception as problem:  # noqa: BLE001 - whatever it is, it may pass
            said = code_of(problem)
            troubles[:] = [NOT_KNOWN if said in REFUSED else said or type(problem).__name__]
            log.warning("slack_socket_not_connected", problem=type(problem).__name__, said=troubles[0])
        if not client.is_connected() and ended.wait(wait):
            return
        wait = min(2 * wait, LONGEST_WAIT)


def _let_go(client: SocketModeClient, said: str) -> None:
    """Slack asks for a new connection: whoever reads the old one waits for it instead, since the SDK cannot take the
    new one into use while the old is being read, and would be silent for seconds."""
    old, until = client.current_session, time.monotonic() + TIMEOUT
    if '"disconnect"' in said and json.loads(said).get("type") == "disconnect":
        while client.current_session is old and not client.closed and time.monotonic() < until:
            time.sleep(A_MOMENT)


def _watch(client: SocketModeClient) -> None:
    """Wait a moment; a connection that Slack has ended meanwhile is over."""
    session = client.current_session
    ends = select.poll()
    try:
        ends.register(session.sock, _HUNG_UP)  # type: ignore[union-attr, arg-type]
        if ends.poll(int(1000 * WATCHES)):
            session.disconnect()  # type: ignore[union-attr]
    except (AttributeError, TypeError, ValueError, OSError):  # it was replaced or closed just now
        return


def _close(client: SocketModeClient) -> None:
    """What was begun is answered first."""
    client.auto_reconnect_enabled, client.closed = False, True
    client.message_queue.put(None)  # whoever waits for a message need not wait longer
    client.message_processor.shutdown()  # type: ignore[no-untyped-call]
    client.message_workers.shutdown()
    with suppress(AttributeError, OSError):
        client.current_session.sock.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]  # nor whoever reads
    client.close()
