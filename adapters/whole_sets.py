"""The settings for Slack come in sets; one that was begun and not finished is named, with what it lacks."""

from collections.abc import Collection

SETS = (
    frozenset({"ICA_SLACK_BOT_TOKEN", "ICA_SLACK_SIGNING_SECRET"}),
    frozenset({"ICA_SLACK_BOT_TOKEN", "ICA_SLACK_APP_TOKEN"}),
    frozenset({"ICA_SLACK_CLIENT_ID", "ICA_SLACK_CLIENT_SECRET", "ICA_SLACK_SIGNING_SECRET"}),
)
"""One workspace over HTTP; one by Socket Mode; several by OAuth. Whole sets may stand beside each other."""


def unfinished(given: Collection[str]) -> list[str]:
    """A sentence for each setting that no whole set needs."""
    whole = {name for each in SETS if each <= set(given) for name in each}
    return [_said(name, given) for name in sorted({name for each in SETS for name in each} & set(given) - whole)]


def _said(name: str, given: Collection[str]) -> str:
    lacking = [sorted(each - set(given)) for each in SETS if name in each]
    ways = ", or ".join(" and ".join(names) for names in sorted(lacking, key=len))
    return f"{name} is set, and does nothing without {ways}: set what is missing, or leave it out"
