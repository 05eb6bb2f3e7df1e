"""A stand-in for curl on a machine that has none: the options that the README uses, over real HTTP."""

import argparse
import sys

import httpx

options = argparse.ArgumentParser(allow_abbrev=False)
options.add_argument("url")
options.add_argument("-s", action="store_true")
options.add_argument("-H", action="append", default=[], type=lambda header: tuple(header.split(": ", 1)))
options.add_argument("-d")

given = options.parse_args()
answer = httpx.request("GET" if given.d is None else "POST", given.url, headers=given.H, content=given.d, timeout=30)
sys.stdout.buffer.write(answer.content)
