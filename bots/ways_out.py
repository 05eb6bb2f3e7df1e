"""What to do where Slack refuses a post."""

WAYS_OUT = {
    "channel_not_found": "no such channel, or a private one without the bot: check the id, invite the bot with /invite",
    "not_in_channel": "invite the bot to the channel with /invite",
    "is_archived": "the channel is archived: choose another with ICA_SLACK_CHANNEL or set-route",
    "user_not_found": "no such person in this workspace: set the route anew",
    "invalid_auth": "Slack does not know the token: check ICA_SLACK_BOT_TOKEN",
    "not_authed": "Slack does not know the token: check ICA_SLACK_BOT_TOKEN",
    "token_revoked": "install the app anew and set ICA_SLACK_BOT_TOKEN",
    "account_inactive": "install the app anew and set ICA_SLACK_BOT_TOKEN",
    "missing_scope": "the app lacks a permission: install it from deploy/slack-manifest.json",
    "not_installed": "install the bot there, at /slack/install; where several workspaces have it, write TEAM/CHANNEL",
    "outsiders_read_along": "people of another organisation read in this channel, so it hears what is public and no "
    "more: choose another with ICA_SLACK_CHANNEL or set-route",
    "ratelimited": "Slack asks for patience: run `ica tick` again later",
}

INVITE = "Invite the bot to the channel with `/invite @ICA Ledger`, then ask again."


def named(error: str) -> str:
    """Slack's word for it, with the way out where there is one."""
    return f"{error}: {WAYS_OUT[error]}" if error in WAYS_OUT else error
