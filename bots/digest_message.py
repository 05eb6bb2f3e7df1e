"""How the weekly digest reads: a head, then at most ten lines of each part with a link to all of it."""

from collections.abc import Callable, Sequence

from bots.blocks import Block, section
from bots.desk import Message
from bots.digest import DAYS_AHEAD, Digest, Document, week_of
from bots.mrkdwn import escaped, fitted, linked
from bots.reminder_words import whose_and_what
from bots.wording import begun, counted, listed, one_line

LISTED = 10
LINE = 240
"""Letters: ten such lines are well within what Slack takes in a paragraph, four such parts in a message."""


def message(digest: Digest, base_url: str) -> Message:
    """Escaped once; nothing in it pings anybody."""
    changed, due = counted(len(digest.changed), "fact"), counted(len(digest.due), "date")
    overdue, unexplained = counted(len(digest.overdue), "date"), counted(len(digest.unexplained), "shift")
    soon = f"{due} due in the next {DAYS_AHEAD} days"
    parts = [
        _part(f"{changed} recorded since {digest.since}", digest.changed, _change,
              linked("What changed", f"{base_url}/changes?since={digest.since}")),
        _part(soon, digest.due, _date, linked("What is due", f"{base_url}/deadlines?within={DAYS_AHEAD}d")),
        _part(f"{overdue} overdue", digest.overdue, _overdue, linked("All deadlines", f"{base_url}/deadlines")),
        _part(f"{unexplained} without an explanation", digest.unexplained, _waiting,
              linked("What waits for an explanation", f"{base_url}/shifts?unexplained=true")),
    ]  # fmt: skip
    head = f"Weekly digest, {week_of(digest.monday)}"
    counts = listed([f"{changed} recorded", soon, f"{overdue} overdue", f"{unexplained} without an explanation"])
    return Message(f"{head}: {counts}.", [section(f"*{escaped(head)}*"), *filter(None, parts)])


def _part(head: str, items: Sequence[Document], line: Callable[[Document], str], link: str) -> Block | None:
    if not items:
        return None
    more = f", {len(items) - LISTED:,} more" if len(items) > LISTED else ""
    lines = [f"• {fitted(line(each), LINE)}" for each in items[:LISTED]]
    return section("\n".join([f"*{escaped(begun(head))}*", *lines, link + more]))


def _change(fact: Document) -> str:
    return one_line(fact["summary"])


def _date(deadline: Document) -> str:
    return f"{deadline['due_on']}  {whose_and_what(deadline)}"


def _overdue(deadline: Document) -> str:
    return f"{_date(deadline)}, overdue by {counted(-deadline['days_left'], 'day')}"


def _waiting(shift: Document) -> str:
    return f"{one_line(shift['basis'])} It waits for {counted(-shift['days_left'], 'day')}."
