"""IATI files are strangers': what is no IATI is refused in a sentence, nothing is fetched, memory is bounded."""

import pytest
from iati_files import a_file, a_transaction, an_activity

from adapters.importers import iati
from adapters.importers.iati.xml_file import activities
from adapters.importers.line import UnreadableFile

LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))
BROKEN = {
    "nothing": (b"", "is not whole XML"),
    "cut off": (b'<iati-activities version="1.01"><iati-activity>', "is not whole XML"),
    "no XML": (b"donor,state\nNOR,XAA\n", "is not whole XML"),
    "other XML": (b"<svg/>", "holds no iati-activities"),
    "organisations": (b'<iati-organisations version="2.03"/>', "holds no iati-activities"),
    "IATI to come": (b'<iati-activities version="3.01"/>', "says it is IATI 3.01"),
    "a million laughs": (
        f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><iati-activities>&l11;</iati-activities>'.encode(), "has a DOCTYPE",
    ),
    "laughs in an attribute": (
        f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><iati-activities version="&l11;"/>'.encode(),
        "has a DOCTYPE|is not whole XML",
    ),
    "a file of ours": (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><iati-activities><iati-activity>'
        b"<iati-identifier>&e;</iati-identifier></iati-activity></iati-activities>",
        "has a DOCTYPE",
    ),
    "a distant schema": (
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><iati-activities/>', "has a DOCTYPE",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_a_file_that_is_refused(what, tmp_path):
    """In one sentence that names the file, before any line is read."""
    path = tmp_path / "activities.xml"
    content, why = BROKEN[what]
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=why) as refused:
        iati.read(path)
    assert str(refused.value).startswith("activities.xml ")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_other_encodings(encoding, tmp_path):
    """As the file declares them."""
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    path = tmp_path / "activities.xml"
    activity = an_activity(a_transaction(), identifier="Å")
    path.write_bytes(
        f'<?xml version="1.0" encoding="{name}"?><iati-activities>{activity}</iati-activities>'.encode(encoding)
    )
    (line,) = iati.read(path)
    assert line.commands[-1][2]["source"]["ref"] == "Å"


def test_a_large_file_takes_little_memory(tmp_path):
    """Activities are read one at a time: before each, no more than an emptied one is left standing."""
    path = a_file(tmp_path, *(an_activity(a_transaction(), identifier=f"NO-{at}") for at in range(300)))
    before = [list(element.itersiblings(preceding=True)) for _, element in activities(path)]
    assert len(before) == 300
    assert max(map(len, before)) == 1
    assert not any(len(element) for left in before for element in left)
