"""The command line: `ica`."""

from adapters.cli.main import main

__all__ = ["main"]
