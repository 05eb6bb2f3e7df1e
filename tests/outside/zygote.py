"""Has `ica` loaded, and forks a process for each call: real processes without a second of start-up each.

One call a line on standard input: words, environment, folder, and files for the three streams. The exit code goes to
the pipe named in the first argument.
"""

import json
import os
import sys
import traceback
from typing import IO, Any

import typer.rich_utils  # noqa: F401 - what help and refusals need

import adapters.cli
from domain import names


def _run(call: dict[str, Any]) -> None:
    code = 1
    try:
        os.chdir(call["folder"])
        os.environ.clear()
        os.environ.update(call["env"])
        for number, name in enumerate(call["streams"]):
            flags = os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_TRUNC | os.O_CREAT
            os.dup2(os.open(name, flags), number)
        sys.argv = ["ica", *call["words"]]
        adapters.cli.main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - as Python itself would
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def serve(calls: IO[str], answers: int) -> None:
    """Until no more calls come."""
    for line in calls:
        child = os.fork()
        if child == 0:
            _run(json.loads(line))
        _, status = os.waitpid(child, 0)
        os.write(answers, f"{os.waitstatus_to_exitcode(status)}\n".encode())


if __name__ == "__main__":
    names.party("NOR")  # the tables of names
    serve(os.fdopen(os.dup(0), "r", encoding="utf-8"), int(sys.argv[1]))
