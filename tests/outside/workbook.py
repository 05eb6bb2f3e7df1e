"""How tests read a workbook."""

import io
import re
from xml.etree import ElementTree
from zipfile import ZipFile

_ESCAPED = re.compile("_x([0-9A-F]{4})_")


def sheet(content: bytes) -> list[list[str]]:
    """The cells of the one sheet, each of them a text."""
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with ZipFile(io.BytesIO(content)) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    texts = [
        _ESCAPED.sub(lambda found: chr(int(found[1], 16)), "".join(item.itertext()))
        for item in shared.findall("x:si", space)
    ]
    assert not sheet.findall(".//x:f", space)
    cells = [row.findall("x:c", space) for row in sheet.findall(".//x:row", space)]
    assert {cell.get("t") for row in cells for cell in row} == {"s"}
    return [[texts[int(cell.findtext("x:v", "", space))] for cell in row] for row in cells]
