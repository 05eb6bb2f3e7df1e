"""Longer texts for people, in plain words: what Slack must not read as markup is escaped where blocks are made."""

from jinja2 import Environment, PackageLoader, StrictUndefined

_TEXTS = Environment(
    loader=PackageLoader("bots"),
    undefined=StrictUndefined,
    autoescape=False,  # noqa: S701 - plain text, never HTML; bots.blocks escapes it for Slack, once
    trim_blocks=True,
    lstrip_blocks=True,
)


def rendered(name: str, **given: object) -> str:
    """A text with what is given filled in; what is missing is an error, never a blank."""
    return _TEXTS.get_template(f"{name}.j2").render(**given).strip()
