"""`ica export iati`: the pledges on record as IATI 2.03 activities, one a pledge; never what is for Coordinators alone.

The ledger publishes at second hand: the giver stands in each transaction as its provider.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import pycountry
from lxml import etree

from adapters.exporters.iati_pledge import Transaction, transactions
from domain import names
from domain.words import Earmarking, TiedStatus

PUBLISHER = "ICA-LEDGER"
_PUBLISHER_NAME = "ica-ledger, record of cooperation and assistance under the Convention on Cluster Munitions"
_MULTILATERAL, _GOVERNMENT = "40", "10"
_FUNDING, _IMPLEMENTING = "1", "4"
_MINE_ACTION = "15250"
_TIED = {TiedStatus.PARTIALLY_TIED.value: "3", TiedStatus.TIED.value: "4", TiedStatus.UNTIED.value: "5"}
_EARMARKING = {word.value: str(place) for place, word in enumerate(Earmarking, start=1)}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
Element = etree._Element


def to_iati(pledges: Iterable[dict[str, Any]], clearance: str, now: datetime) -> bytes:
    """A whole file; what a pledge is part of is named where it is in the file too."""
    known = {pledge["id"]: pledge for pledge in pledges}
    root = etree.Element(
        "iati-activities", {"version": "2.03", "generated-datetime": now.isoformat(timespec="seconds")}
    )
    root.append(etree.Comment(f" clearance: {clearance} "))
    for pledge in known.values():
        _activity(root, pledge, known)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _activity(root: Element, pledge: dict[str, Any], known: Mapping[str, dict[str, Any]]) -> None:
    activity = etree.SubElement(root, "iati-activity", {_LANGUAGE: "en"})
    _add(activity, "iati-identifier", text=_identifier(pledge["id"]))
    publisher = {"ref": PUBLISHER, "type": _MULTILATERAL, "secondary-reporter": "1"}
    _told(activity, "reporting-org", _PUBLISHER_NAME, publisher)
    source = pledge["source"] or {}
    support = f"Support by {names.party_name(pledge['donor'])} to {names.party_name(pledge['state'])}"
    _told(activity, "title", source.get("title") or support)
    under = f" under Article {pledge['article']}" if pledge["article"] else ""
    _told(activity, "description", pledge["in_kind"] or f"{support}{under}", {"type": "1"})
    _told_body(activity, "participating-org", pledge["donor"], {"role": _FUNDING})
    if pledge["via"]:
        _told_body(activity, "participating-org", pledge["via"], {"role": _IMPLEMENTING})
    if source.get("kind") == "iati":
        _add(activity, "other-identifier", {"ref": source["ref"], "type": "A9"})
    _add(activity, "activity-status", {"code": _status(pledge)})
    _dates(activity, pledge)
    _add(activity, "recipient-country", {"code": _country(pledge["state"])})
    _add(activity, "sector", {"vocabulary": "1", "code": _MINE_ACTION})
    if pledge["earmarking"]:
        _add(activity, "default-aid-type", {"vocabulary": "2", "code": _EARMARKING[pledge["earmarking"]]})
    if pledge["tied_status"]:
        _add(activity, "default-tied-status", {"code": _TIED[pledge["tied_status"]]})
    for each in transactions(pledge):
        _transaction(activity, pledge, each)
    _family(activity, pledge, known)


def _dates(activity: Element, pledge: dict[str, Any]) -> None:
    days = {"1": pledge["from_on"] or pledge["occurred_on"], "3": pledge["until"], "4": pledge["ended_on"]}
    for kind, day in days.items():
        if day:
            _add(activity, "activity-date", {"iso-date": day, "type": kind})


def _transaction(activity: Element, pledge: dict[str, Any], said: Transaction) -> None:
    element = _add(activity, "transaction")
    _add(element, "transaction-type", {"code": said.kind})
    _add(element, "transaction-date", {"iso-date": said.on})
    _add(element, "value", {"currency": said.currency, "value-date": said.on}, format(said.amount, "f"))
    if said.words:
        _told(element, "description", said.words)
    _told_body(element, "provider-org", pledge["donor"])
    if pledge["via"]:
        _told_body(element, "receiver-org", pledge["via"])


def _family(activity: Element, pledge: dict[str, Any], known: Mapping[str, dict[str, Any]]) -> None:
    if pledge["parent_pledge_id"] in known:
        _add(activity, "related-activity", {"ref": _identifier(pledge["parent_pledge_id"]), "type": "1"})
    for child in known.values():
        if child["parent_pledge_id"] == pledge["id"]:
            _add(activity, "related-activity", {"ref": _identifier(child["id"]), "type": "2"})


def _status(pledge: dict[str, Any]) -> str:
    """Closed once ended, in implementation once signed or paid, else in the pipeline."""
    if pledge["ended_on"]:
        return "4"
    return "2" if pledge["committed"] or pledge["paid"] else "1"


def _told_body(parent: Element, tag: str, party: str, given: Mapping[str, str] | None = None) -> None:
    kind = {"type": _GOVERNMENT} if names.is_state(party) else {}
    _told(parent, tag, names.party_name(party), {**(given or {}), **kind})


def _told(parent: Element, tag: str, words: str, given: Mapping[str, str] | None = None) -> None:
    _add(_add(parent, tag, given), "narrative", text=words)


def _add(parent: Element, tag: str, given: Mapping[str, str] | None = None, text: str | None = None) -> Element:
    safe = {name: _UNWRITABLE.sub(" ", value) for name, value in (given or {}).items()}
    element = etree.SubElement(parent, tag, safe)
    element.text = _UNWRITABLE.sub(" ", text) if text else None
    return element


def _identifier(pledge_id: str) -> str:
    return f"{PUBLISHER}-{pledge_id}"


def _country(state: str) -> str:
    """IATI writes two letters; invented States have three alone."""
    listed = pycountry.countries.get(alpha_3=state)
    return listed.alpha_2 if listed else {"XKX": "XK"}.get(state, state)
