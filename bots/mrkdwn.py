"""Words for Slack: what people wrote is escaped here, once, so that it can neither ping nor link."""

from bots.signs import shortened

LONGEST_ADDRESS = 1_500
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escaped(text: str) -> str:
    """Text as Slack shows it, letter by letter."""
    return text.translate(_ESCAPES)


def fitted(text: str, limit: int) -> str:
    """Escaped text of at most `limit` characters; what is cut ends in an ellipsis, never within an escape or a sign."""
    return shortened(text, limit, escaped)


def linked(words: str, address: str) -> str:
    """A link to a page of our own: where its address is too long for Slack, to the page that is not narrowed."""
    for shorter in (address, address.partition("?")[0]):
        if len(escaped(shorter)) <= LONGEST_ADDRESS:
            return f"<{escaped(shorter)}|{escaped(words)}>"
    return escaped(words)


def typed(text: str) -> str:
    """What a person typed, from the escaped form in which Slack passes it on."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
