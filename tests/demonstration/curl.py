"""A stand-in for curl on a machine that has none: the few options that the README uses, over real HTTP."""

import argparse
import sys

import httpx

options = argparse.ArgumentParser(allow_abbrev=False)
options.add_argument("url")
options.add_argument("-s", action="store_true")
options.add_argument("-i", action="store_true")
options.add_argument("-G", action="store_true")
options.add_argument("-o")
options.add_argument("-H", action="append", default=[], type=lambda header: tuple(header.split(": ", 1)))
options.add_argument("-d")
options.add_argument("--data-urlencode", action="append", default=[], type=lambda pair: tuple(pair.split("=", 1)))


def main() -> None:
    """One call, its answer on standard output."""
    given = options.parse_args(_apart(sys.argv[1:]))
    url = httpx.URL(given.url).copy_merge_params(given.data_urlencode) if given.G else given.url
    method = "GET" if given.d is None else "POST"
    answer = httpx.request(method, url, headers=given.H, content=given.d, timeout=30)
    head = [f"HTTP/1.1 {answer.status_code} {answer.reason_phrase}", *(f"{k}: {v}" for k, v in answer.headers.items())]
    shown = ("\r\n".join([*head, "", ""]).encode() if given.i else b"") + answer.content
    with open(given.o, "wb") if given.o else sys.stdout.buffer as out:
        out.write(shown)


def _apart(arguments: list[str]) -> list[str]:
    """`-sG` is `-s -G`."""
    return [
        part
        for argument in arguments
        for part in ([f"-{letter}" for letter in argument[1:]] if _is_bundle(argument) else [argument])
    ]


def _is_bundle(argument: str) -> bool:
    return len(argument) > 2 and argument[0] == "-" and set(argument[1:]) <= set("siGo")


main()
