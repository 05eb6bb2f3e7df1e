"""Whoever says what version was read is not allowed to overwrite what came since."""

import pytest
from outside.caller import Caller, refused
from outside.server import Server


@pytest.fixture
def pledge(office: Caller, state: str, donor: str) -> str:
    """A pledge of 100 euros."""
    made = office.record("make-pledge", donor=donor, state=state, money={"amount": "100", "currency": "EUR"})
    return str(made["id"])


def test_the_version_as_read_is_accepted(office: Caller, pledge: str) -> None:
    """`version`, the ETag of the reading address and of the receipt are one number, and If-Match takes it."""
    read = office.read(f"/pledges/{pledge}")
    answer = office.say("commit-pledge", pledge_id=pledge, if_match=read.headers["etag"])

    assert read.headers["etag"] == f'"{read.json()["version"]}"' == '"1"'
    assert answer.headers["etag"] == '"2"'
    assert office.read(f"/pledges/{pledge}").headers["etag"] == '"2"'


@pytest.mark.parametrize("version", ['"1"', '"3"', '"99"', '"0"'])
def test_another_version_is_stale(office: Caller, pledge: str, server: Server, version: str) -> None:
    """412 naming If-Match, and nothing is recorded."""
    office.record("commit-pledge", pledge_id=pledge)
    before = server.log_size()

    refused(office.say("disburse-pledge", pledge_id=pledge, if_match=version), 412, "If-Match")
    assert server.log_size() == before


def test_a_replay_is_not_stale(office: Caller, pledge: str) -> None:
    """What was recorded at that version is answered again, however far the thing has moved."""
    first = office.say("commit-pledge", key=f"sign {pledge}", pledge_id=pledge, if_match='"1"')
    again = office.say("commit-pledge", key=f"sign {pledge}", pledge_id=pledge, if_match='"1"')

    assert (first.status_code, again.status_code) == (201, 200)


@pytest.mark.parametrize("written", ["3", 'W/"3"', '"3"'])
def test_if_match_is_read_in_each_of_its_forms(office: Caller, pledge: str, written: str) -> None:
    """A bare number, a weak and a strong validator name the same version."""
    office.record("commit-pledge", pledge_id=pledge)
    office.record("disburse-pledge", pledge_id=pledge)
    assert office.say("report-receipt", pledge_id=pledge, if_match=written).status_code == 201


@pytest.mark.parametrize("written", ["*", "three", '"-1"', '"1", "2"', ""])
def test_an_unreadable_version_is_malformed(office: Caller, pledge: str, written: str) -> None:
    """400 naming If-Match: a precondition that is not understood is not passed over."""
    refused(office.say("commit-pledge", pledge_id=pledge, if_match=written), 400, "If-Match")


@pytest.mark.parametrize(
    "name", ["make-pledge", "submit-request", "record-contact", "record-rate", "file-article7-report"]
)
def test_a_command_that_creates_takes_no_version(office: Caller, name: str) -> None:
    """400 naming If-Match, before the fields are looked at."""
    refused(office.say(name, if_match='"1"'), 400, "If-Match")


def test_a_shift_of_whatever_pledge_there_is_takes_no_version(office: Caller, state: str, donor: str) -> None:
    """Without `pledge_id` there is no thing whose version was read: the precondition is refused, not ignored."""
    said = {"donor": donor, "state": state, "direction": "end", "unexplained": True}
    refused(office.say("shift-support", if_match='"7"', **said), 400, "If-Match")


@pytest.mark.parametrize("address", ["requests", "pledges", "shifts"])
def test_every_thing_shows_its_version(office: Caller, state: str, donor: str, address: str) -> None:
    """In its list, at its own address, and as that address's ETag."""
    office.record("submit-request", state=state, article=4, nature=["legal"], need="Drafting help.")
    office.record("shift-support", donor=donor, state=state, direction="cut", unexplained=True)
    (item,) = office.items(f"/{address}", state=state)
    alone = office.read(f"/{address}/{item['id']}")

    assert isinstance(item["version"], int)
    assert alone.headers["etag"] == f'"{item["version"]}"'
    assert alone.json() == item


def test_a_shift_is_explained_at_the_version_its_address_shows(office: Caller, state: str, donor: str) -> None:
    """The ETag of /shifts/{id} is what If-Match of `explain-shift` takes; one less is stale."""
    shift = office.record("shift-support", donor=donor, state=state, direction="cut", unexplained=True)
    version = office.get(f"/shifts/{shift['id']}")["version"]
    said = {"reason": "budget", "reason_text": "Less money.", "reason_source": "donor_stated"}

    refused(office.say("explain-shift", shift_id=shift["id"], if_match=f'"{version - 1}"', **said), 412, "If-Match")
    assert office.say("explain-shift", shift_id=shift["id"], if_match=f'"{version}"', **said).status_code == 201
