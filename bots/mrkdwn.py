"""Words for Slack: what people wrote is escaped here, once, so that it can neither ping nor link."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escaped(text: str) -> str:
    """Text as Slack shows it, letter by letter."""
    return text.translate(_ESCAPES)


def fitted(text: str, limit: int) -> str:
    """Escaped text of at most `limit` characters; what is cut ends in an ellipsis, never within an escape."""
    whole = escaped(text)
    if len(whole) <= limit:
        return whole
    kept, room = [], limit - 1
    for letter in text:
        shown = escaped(letter)
        room -= len(shown)
        if room < 0:
            break
        kept.append(shown)
    return "".join(kept).rstrip() + "…"


def linked(words: str, address: str) -> str:
    """A link to a page of our own."""
    return f"<{escaped(address)}|{escaped(words)}>"


def typed(text: str) -> str:
    """What a person typed, from the escaped form in which Slack passes it on."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
