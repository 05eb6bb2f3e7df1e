"""From the XML of one activity to its plain values: 2.0x writes texts as narratives, 1.0x as they are."""

from adapters.importers.iati.activity import Activity, Body, Part, Transaction
from adapters.importers.iati.xml_file import Element

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DATES = {"start-planned": "1", "start-actual": "2", "end-planned": "3", "end-actual": "4"}
_ROLES = {"funding": "1", "accountable": "2", "extending": "3", "implementing": "4"}
_EARMARKING_VOCABULARY = "2"


def identifier(element: Element) -> str:
    """The activity's own id, empty where it has none."""
    return _plain(element.find("iati-identifier"))


def related(element: Element, kind: str) -> tuple[str, ...]:
    """The ids of activities related in one way: 1 parent, 2 child."""
    found = (each for each in element.findall("related-activity") if _given(each, "type") == kind)
    return tuple(dict.fromkeys(ref for each in found if (ref := _given(each, "ref") or _plain(each))))


def activity(element: Element) -> Activity:
    """The whole of it."""
    reporter = element.find("reporting-org")
    second_hand = reporter is not None and reporter.get("secondary-reporter") in {"1", "true"}
    return Activity(
        identifier=identifier(element),
        title=next(iter(_texts(element.find("title"))), ""),
        reporter=_body(reporter),
        second_hand=second_hand,
        participants=tuple(_body(each) for each in element.findall("participating-org")),
        currency=_given(element, "default-currency").upper(),
        status=_code(element, "activity-status"),
        dates={_date_kind(each): _day(each) for each in element.findall("activity-date")},
        countries=_parts(element, "recipient-country"),
        regions=_parts(element, "recipient-region"),
        sectors=(*_parts(element, "sector"), *_legacy_sectors(element)),
        collaboration=_code(element, "collaboration-type"),
        earmarking=_earmarking(element),
        tied=_code(element, "default-tied-status"),
        parents=related(element, "1"),
        children=related(element, "2"),
        transactions=tuple(_transaction(at, each) for at, each in enumerate(element.findall("transaction"), start=1)),
    )


def _transaction(number: int, element: Element) -> Transaction:
    value = element.find("value")
    return Transaction(
        number=number,
        kind=_code(element, "transaction-type").upper(),
        ref=_given(element, "ref"),
        day=_day(element.find("transaction-date")),
        value=_plain(value),
        value_day=_given(value, "value-date"),
        currency=_given(value, "currency").upper(),
        description=next(iter(_texts(element.find("description"))), ""),
        provider=_body(element.find("provider-org")),
        receiver=_body(element.find("receiver-org")),
        countries=_parts(element, "recipient-country"),
        regions=_parts(element, "recipient-region"),
        sectors=_parts(element, "sector"),
        tied=_code(element, "tied-status"),
    )


def _body(element: Element | None) -> Body:
    role = _given(element, "role").casefold()
    return Body(_given(element, "ref"), _given(element, "type"), tuple(_texts(element)), _ROLES.get(role, role))


def _parts(element: Element, name: str) -> tuple[Part, ...]:
    return tuple(
        Part(_given(each, "code"), next(iter(_texts(each)), ""), _given(each, "percentage"), _given(each, "vocabulary"))
        for each in element.findall(name)
    )


def _legacy_sectors(element: Element) -> tuple[Part, ...]:
    """Publishers of 1.0x keep a sector's code here where they have a word of their own for it."""
    if element.find("sector") is not None:
        return ()
    legacy = (each for each in element.findall("legacy-data") if _given(each, "iati-equivalent") == "sector")
    return tuple(Part(code=_given(each, "value")) for each in legacy)


def _earmarking(element: Element) -> str:
    types = element.findall("default-aid-type")
    found = {_given(each, "code") for each in types if _given(each, "vocabulary") == _EARMARKING_VOCABULARY}
    return found.pop() if len(found) == 1 else ""


def _date_kind(element: Element) -> str:
    kind = _given(element, "type").casefold()
    return _DATES.get(kind, kind)


def _day(element: Element | None) -> str:
    """The day in its attribute, or as 1.0x may write it, in its text."""
    return _given(element, "iso-date") or _plain(element)


def _code(element: Element, name: str) -> str:
    return _given(element.find(name), "code")


def _texts(element: Element | None) -> list[str]:
    """Its words in each language, English first."""
    if element is None:
        return []
    narratives = element.findall("narrative")
    english = [each for each in narratives if _given(each, _LANGUAGE).casefold().startswith("en")]
    ordered = [*english, *(each for each in narratives if each not in english)]
    return [text for text in map(_plain, ordered or [element]) if text]


def _given(element: Element | None, attribute: str) -> str:
    return " ".join((element.get(attribute) or "").split()) if element is not None else ""


def _plain(element: Element | None) -> str:
    return " ".join((element.text or "").split()) if element is not None else ""
