"""The payloads Slack sends, with all the fields it sends."""

import itertools
import time
from typing import Any
from urllib.parse import quote

from .records import Message, View
from .slack import FakeSlack
from .workspace import APP_ID, BOT_USER, DOMAIN, VERIFICATION_TOKEN, Channel, Person

Payload = dict[str, Any]

_event_numbers = itertools.count(1)


def escaped(text: str) -> str:
    """Slack escapes what a person wrote before it passes it on."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def command(slack: FakeSlack, person: Person, channel: Channel, verb: str, text: str) -> dict[str, str]:
    grid = slack.workspace.enterprise_payload()
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": person.team,
        "team_domain": DOMAIN,
        **({"enterprise_id": grid["id"], "enterprise_name": grid["name"]} if grid else {}),
        "channel_id": channel.id,
        "channel_name": channel.name_in_commands,
        "user_id": person.id,
        "user_name": person.name,
        "command": verb,
        "text": text,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": slack.response_url("commands", channel.id, person.id),
        "trigger_id": slack.tickets.trigger(person.id, slack.now()),
    }


def event(slack: FakeSlack, person: Person, inner: Payload) -> Payload:
    number = next(_event_numbers)
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": slack.workspace.team,
        "context_team_id": slack.workspace.team,
        "context_enterprise_id": slack.workspace.enterprise,
        "api_app_id": APP_ID,
        "event": inner,
        "type": "event_callback",
        "event_id": f"Ev{number:09d}",
        "event_time": int(time.time()),
        "authorizations": [
            {
                "enterprise_id": slack.workspace.enterprise,
                "team_id": slack.workspace.team,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": person.team != slack.workspace.team,
        "event_context": f"4-{number:09d}",
    }


def message_event(slack: FakeSlack, person: Person, written: Message, **fields: Any) -> Payload:
    """What a person wrote, as `app_mention` or `message`; words as text and once more as rich text."""
    words = {"type": "rich_text_section", "elements": [{"type": "text", "text": written.text}]}
    block = {"type": "rich_text", "block_id": quote(written.ts), "elements": [words]}
    thread = {"thread_ts": written.thread_ts} if written.thread_ts else {}
    place = {"channel": written.channel, "event_ts": written.ts, "team": slack.workspace.team}
    if person.team != slack.workspace.team:
        place |= {"user_team": person.team, "source_team": person.team}
    said = {"user": person.id, "ts": written.ts, "text": written.text, "blocks": [block], **place, **thread}
    return {"client_msg_id": f"client-{written.ts}", **said, **fields}


def interaction(slack: FakeSlack, person: Person, kind: str, view: View | None = None) -> Payload:
    """What clicks, submissions and shortcuts have in common."""
    grid = slack.workspace.enterprise_payload()
    user = {"id": person.id, "username": person.name, "name": person.name, "team_id": person.team}
    opens_views = kind not in ("view_closed", "block_suggestion")
    in_modal = view.id if view and view.type == "modal" else None
    trigger = {"trigger_id": slack.tickets.trigger(person.id, slack.now(), in_modal)} if opens_views else {}
    return {
        "type": kind,
        "team": {"id": person.team, "domain": DOMAIN},
        "user": user,
        "api_app_id": APP_ID,
        "token": VERIFICATION_TOKEN,
        "is_enterprise_install": False,
        "enterprise": grid,
        **trigger,
    }


def where(slack: FakeSlack, place: Message | View, values: Payload) -> Payload:
    """Where a click happened: in a view, or in a message (of an ephemeral one Slack does not send the text)."""
    if isinstance(place, View):
        return {"container": {"type": "view", "view_id": place.id}, "view": place.payload(values)}
    channel = slack.workspace.channels[place.channel]
    container = {"type": "message", "message_ts": place.ts, "channel_id": channel.id, "is_ephemeral": bool(place.to)}
    if place.thread_ts:
        container["thread_ts"] = place.thread_ts
    shown = {} if place.to else {"message": {**place.payload(), "team": slack.workspace.team}}
    named = {"id": channel.id, "name": channel.name_in_commands}
    return {"container": container, "channel": named, **shown, "state": {"values": values}}
