"""A fake Slack, a small Bolt app beside it, and a person in front."""

import pytest

from . import FakeSlack, Human
from .demo_app import SECRET, bolt_app, served


@pytest.fixture
def slack():
    with FakeSlack() as fake:
        yield fake


@pytest.fixture
def app(slack):
    return bolt_app(slack)


@pytest.fixture
def human(slack, app):
    with served(app) as url:
        yield Human(slack, url, SECRET)
