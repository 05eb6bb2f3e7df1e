"""What the service says of itself: one line an event, on standard error; no bodies, no tokens."""

import io
import logging
import sys
from contextlib import suppress
from typing import TextIO, cast

import structlog


def configure_logs() -> None:
    """Lines of key and value, with the time in UTC; libraries speak from warnings on."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        logger_factory=structlog.PrintLoggerFactory(cast(TextIO, _Lenient(sys.stderr))),
    )


class _Lenient(io.TextIOBase):
    """A log that cannot be written, as on a full disk, does not stop the service."""

    def __init__(self, to: TextIO) -> None:
        self._to = to

    def write(self, text: str) -> int:
        """Write it if that can be done."""
        with suppress(OSError):
            self._to.write(text)
        return len(text)

    def flush(self) -> None:
        """Hand it on if that can be done."""
        with suppress(OSError):
            self._to.flush()
