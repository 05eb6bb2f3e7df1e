"""Composition objects: texts, options, confirmations."""

from .checks import Check, boolean, by_type, listed, obj, one_of, string


def plain(at_most: int) -> Check:
    return obj({"type": one_of("plain_text"), "text": string(at_most)}, {"emoji": boolean})


def mrkdwn(at_most: int) -> Check:
    return obj({"type": one_of("mrkdwn"), "text": string(at_most)}, {"verbatim": boolean})


def text(at_most: int) -> Check:
    return by_type({"plain_text": plain(at_most), "mrkdwn": mrkdwn(at_most)})


def option(words: Check, *, described_by: Check, with_url: bool = False) -> Check:
    optional = {"description": described_by}
    if with_url:
        optional["url"] = string(3000)
    return obj({"text": words, "value": string(150)}, optional)


PLAIN_OPTION = option(plain(75), described_by=plain(75))
RICH_OPTION = option(text(75), described_by=text(75))
MENU_OPTION = option(plain(75), described_by=plain(75), with_url=True)
OPTION_GROUP = obj({"label": plain(75), "options": listed(PLAIN_OPTION, 100)})

CONFIRM = obj(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)

DISPATCH_CONFIG = obj({"trigger_actions_on": listed(one_of("on_enter_pressed", "on_character_entered"), 2)})
