"""A connection to PostgreSQL that can be cut at the worst moment: after a commit, before anybody hears of it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SOCKET = ".s.PGSQL.5432"
COMMITTED = b"COMMIT\x00"


class Proxy:
    """Stands between clients and a server; `cut_next_commit` swallows the next answer to a commit, and hangs up."""

    def __init__(self, folder: Path, server: Path) -> None:
        self.folder, self._server = folder, server
        self._cut = threading.Event()
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / SOCKET))
        self._listener.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_next_commit(self) -> None:
        """From now on, once."""
        self._cut.set()

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.socket(socket.AF_UNIX)
                server.connect(str(self._server / SOCKET))
                for source, target in ((client, server), (server, client)):
                    threading.Thread(
                        target=self._pass_on, args=(source, target), kwargs={"answers": source is server}, daemon=True
                    ).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, *, answers: bool) -> None:
        with suppress(OSError):
            while sent := source.recv(65536):
                if answers and COMMITTED in sent and self._cut.is_set():
                    self._cut.clear()
                    break
                target.sendall(sent)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@contextmanager
def proxy_to(server: Path, folder: Path) -> Iterator[Proxy]:
    """A proxy whose socket is in a folder."""
    proxy = Proxy(folder, server)
    try:
        yield proxy
    finally:
        proxy.close()
