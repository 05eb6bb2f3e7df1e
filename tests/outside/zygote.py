"""Has `ica` loaded, and forks a process for each call: real processes without a second of start-up each.

One call a line on standard input: words, environment, folder, and files for the three streams. The exit code goes to
the pipe named in the first argument; of a call that names a file for it, the process's id, and the code into that file
once it has ended.
"""

import json
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import IO, Any

import typer.rich_utils  # noqa: F401 - what help and refusals need

import adapters.cli
import adapters.cli.one_pass  # this and the next are what commands load when they are run
import adapters.cli.web_server
from domain import names


def _run(call: dict[str, Any]) -> None:
    code = 1
    try:
        os.chdir(call["folder"])
        os.environ.clear()
        os.environ.update(call["env"])
        for number, name in enumerate(call["streams"]):
            flags = os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_APPEND | os.O_CREAT
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
        call = json.loads(line)
        if ended := call.get("ended"):
            if os.fork() == 0:
                signal.signal(signal.SIGINT, signal.SIG_IGN)  # who breaks off the tests does not break off this wait
                child = _forked(call)
                os.write(answers, f"{child}\n".encode())
                Path(f"{ended}.part").write_text(str(_code(child)))
                Path(f"{ended}.part").rename(ended)
                os._exit(0)
        else:
            os.write(answers, f"{_code(_forked(call))}\n".encode())


def _forked(call: dict[str, Any]) -> int:
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _run(call)
    return child


def _code(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    names.party("NOR")  # the tables of names
    serve(os.fdopen(os.dup(0), "r", encoding="utf-8"), int(sys.argv[1]))
