"""What is said where a question, or a part of it, is not understood: never a guess, always a way on."""

from collections.abc import Sequence

from bots.answer import Answer
from bots.blocks import Part

_LANGUAGES = (
    "Questions are read in English, the main ones also in French and Spanish; "
    "names of States and dates in all six UN languages."
)
_SCRIPTS = (
    ("а", "я", "Вопросы понимаются по-английски (основные — также по-французски и по-испански), названия — по-русски."),
    ("ء", "ي", "تُفهم الأسئلة بالإنكليزية (والرئيسية منها بالفرنسية والإسبانية أيضا)، وأسماء الدول بالعربية."),
    ("一", "鿿", "问题须用英文提出（主要问题也可用法文和西班牙文），国名可用中文。"),
)


class NotUnderstood(Exception):
    """A question that cannot be answered as it is; `instead` are questions that may have been meant."""

    def __init__(self, said: str, instead: Sequence[str] = (), usage: Sequence[str] = ()) -> None:
        super().__init__(said)
        self.said, self.instead, self.usage = said, tuple(dict.fromkeys(instead)), tuple(usage)

    def answer(self) -> Answer:
        """The refusal, with what to ask instead."""
        parts = (Part("You can ask:\n" + _lines(self.usage)),) if self.usage else ()
        kind = "did_you_mean" if self.instead else "not_understood"
        return Answer(kind, self.said, parts, understood=False, instead=self.instead)


def unread(words: Sequence[str]) -> str:
    """The part of a question that nobody could read."""
    return f"I did not understand “{' '.join(words)}”."


def foreign(words: Sequence[str]) -> str:
    """A question in no words that are known here: said in its own language, as far as its letters tell which."""
    letters = "".join(words)
    told = next((said for first, last, said in _SCRIPTS if any(first <= letter <= last for letter in letters)), "")
    return " ".join(filter(None, [unread(words), told, _LANGUAGES]))


def _lines(questions: Sequence[str]) -> str:
    return "\n".join(f"• `{question}`" for question in questions)
