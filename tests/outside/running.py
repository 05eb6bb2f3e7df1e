"""A process of `ica` that runs beside the test: what Popen is for those that start from nothing."""

import os
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO


class Running:
    """Forked from a process that has `ica` loaded; its output is read as it comes."""

    def __init__(self) -> None:
        self._place = tempfile.TemporaryDirectory()
        self._out, self.ended = (str(Path(self._place.name, name)) for name in ("out", "ended"))
        self._code: int | None = None
        os.mkfifo(self._out)

    def streams(self, err: Path) -> list[str]:
        """Nothing to read, where to write, and where to complain."""
        return [os.devnull, self._out, str(err)]

    def begun(self, pid: int) -> None:
        """It is there."""
        self.pid = pid
        self.stdout: IO[str] = Path(self._out).open(encoding="utf-8")  # noqa: SIM115 - closed by `kill`

    def poll(self) -> int | None:
        """How it ended, if it has."""
        if self._code is None and Path(self.ended).exists():
            self._code = int(Path(self.ended).read_text("utf-8"))
        return self._code

    def wait(self, timeout: float = 30) -> int:
        """Wait for its end."""
        over = time.monotonic() + timeout
        while (code := self.poll()) is None:
            if time.monotonic() > over:
                raise subprocess.TimeoutExpired("ica", timeout)
            time.sleep(0.005)
        return code

    def send_signal(self, how: signal.Signals) -> None:
        """Nothing, where it has ended."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, how)

    def kill(self) -> None:
        """End it at once, and forget it."""
        self.send_signal(signal.SIGKILL)
        self.wait(15)
        self.stdout.close()
        self._place.cleanup()
