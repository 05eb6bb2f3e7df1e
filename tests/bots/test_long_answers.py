"""A long answer is read only as far as it is shown."""

from bots.answer import Answer
from bots.blocks import LARGEST_PAGE, Part
from bots.parts import Listed
from projections.page import Page

MANY = 95


class Record:
    """So many facts, and which pages of them were read."""

    def __init__(self) -> None:
        self.read: list[Page] = []

    def page(self, page: Page) -> list[Part]:
        """As the record gives a page: in order, `skip` counted from the end where the latest are asked for."""
        self.read.append(page)
        end = MANY - page.skip if page.latest else page.skip + page.limit
        return [Part(f"fact {number}") for number in range(max(end - page.limit, 0), min(end, MANY))]


def said(answer: Answer, start: int) -> list[str]:
    shown = [block["text"]["text"] for block in answer.from_part(start).blocks if block["type"] == "section"]
    return [words for words in shown if words.startswith("fact")]


def test_one_page_is_read_for_the_page_that_is_shown() -> None:
    """The first when the answer is made, another only when it is asked for, counted from the nearer end."""
    record = Record()
    answer = Answer("history", "Head", Listed(MANY, record.page, latest=True), latest=True)

    assert said(answer, 0) == [f"fact {number}" for number in range(85, 95)]
    assert record.read == [Page(LARGEST_PAGE, latest=True)]
    assert said(answer, 90) == [f"fact {number}" for number in range(5)]
    assert record.read[1:] == [Page(5)]
    assert said(answer, 20) == [f"fact {number}" for number in range(65, 75)]
    assert record.read[2:] == [Page(10, skip=20, latest=True)]


def test_a_terminal_is_told_all_of_it_in_order() -> None:
    """However it is read, no part is left out or told twice."""
    record = Record()

    assert [part.said for part in Listed(MANY, record.page)] == [f"fact {number}" for number in range(MANY)]
    assert Answer("history", "Head", Listed(MANY, record.page)).text.count("fact") == MANY


def test_nothing_is_read_where_there_is_nothing() -> None:
    """An answer without parts asks the record for none."""
    record = Record()

    assert (list(Listed(0, record.page, latest=True)), record.read) == ([], [])
