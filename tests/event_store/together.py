"""Commands that the writer takes all at once."""

from concurrent.futures import wait
from threading import Event


def batch(record, commands):
    """The futures of commands that are committed together."""
    begun, go = Event(), Event()
    record.writer.aside(lambda: (begun.set(), go.wait()))
    begun.wait()
    futures = [record.writer.submit(command) for command in commands]
    go.set()
    wait(futures)
    return futures
