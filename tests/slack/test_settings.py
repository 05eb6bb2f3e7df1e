"""The settings for Slack come in whole sets, or the service does not begin."""

import pytest

from adapters.settings import SettingsError, read_settings

BOT, SIGNING, APP = "slack_bot_token", "slack_signing_secret", "slack_app_token"
CLIENT, SECRET = "slack_client_id", "slack_client_secret"
VALUES = {BOT: "xoxb-1", SIGNING: "signs", APP: "xapp-1", CLIENT: "12.34", SECRET: "hush"}


def named(*settings: str) -> set[str]:
    """As people write them."""
    return {f"ICA_{each.upper()}" for each in settings}


@pytest.mark.parametrize(
    "given",
    [
        (),
        (BOT, SIGNING),
        (BOT, APP),
        (CLIENT, SECRET, SIGNING),
        (BOT, APP, SIGNING),
        (BOT, CLIENT, SECRET, SIGNING),
        (BOT, APP, CLIENT, SECRET, SIGNING),
    ],
)
def test_whole_sets_may_stand_beside_each_other(given: tuple[str, ...]) -> None:
    """Nothing at all, one way, or several at once: the bot is on with any of them."""
    assert read_settings(**{name: VALUES[name] for name in given}).has_slack is bool(given)


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ((BOT,), (SIGNING, APP)),
        ((SIGNING,), (BOT, CLIENT, SECRET)),
        ((APP,), (BOT,)),
        ((APP, SIGNING), (BOT,)),
        ((CLIENT,), (SECRET, SIGNING)),
        ((SECRET,), (CLIENT, SIGNING)),
        ((CLIENT, SECRET), (SIGNING,)),
        ((CLIENT, SIGNING), (SECRET,)),
        ((BOT, SIGNING, CLIENT), (SECRET,)),
        ((BOT, CLIENT, SECRET), (SIGNING,)),
        ((APP, CLIENT, SECRET, SIGNING), (BOT,)),
    ],
)
def test_a_part_of_a_set_names_what_it_lacks(given: tuple[str, ...], missing: tuple[str, ...]) -> None:
    """A start-up error with the names of the settings, and no value of any."""
    with pytest.raises(SettingsError) as refused:
        read_settings(**{name: VALUES[name] for name in given})

    assert all(name in str(refused.value) for name in named(*missing))
    assert not any(value in str(refused.value) for value in VALUES.values())


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({BOT: "xapp-1", APP: "xoxb-1"}, "ICA_SLACK_BOT_TOKEN holds the other token"),
        ({"slack_channel": "T1/C1/extra"}, "T0123456789/C0123456789"),
        ({"slack_channel": "/C1"}, "ICA_SLACK_CHANNEL"),
    ],
)
def test_what_cannot_be_meant_is_refused(wrong: dict[str, str], said: str) -> None:
    """Tokens in each other's place, a channel that names no place."""
    with pytest.raises(SettingsError, match=said):
        read_settings(**wrong)
