"""A demonstration record: invented States, in the import format of `commands`, loaded by `ica serve --demo`."""

from pathlib import Path

PATH = Path(__file__).parent / "commands.jsonl"
"""One command a line, oldest first; every id is the idempotency key under which a second load changes nothing."""
