"""`overview 2026`: the overview that the ISU gives, from what is on record."""

from typing import Any

from bots.answer import Answer
from bots.blocks import Part
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes
from bots.questions.refusals import NotUnderstood
from bots.wording import begun, counted, listed

VERB = "overview"
ABOUT = "One year: Article 7 reports, States that asked, gave and received, and the obligations under each article."
USAGE = ("overview", "overview 2026", "overview 2016 as of 2016-11-24")
_TITLES = {"3": "stockpile destruction", "4": "clearance", "5": "victim assistance", "9": "national measures"}


def answer(asked: Filters, asker: Asker) -> Answer:
    """This year unless another is named."""
    year = (asked.since or asked.as_of or asker.today)[:4]
    if asked.since and (asked.since, asked.until) != (f"{year}-01-01", f"{year}-12-31"):
        raise NotUnderstood("An overview is of one year.")
    told, _ = asker.queries.overview(asker.viewer, int(year), asked.moment)
    return Answer(
        VERB,
        f"{year}: {_reports(told['article7'])}",
        (
            Part(_assistance(told["assistance"]), "from the year's requests, support and receipts on record"),
            *(
                Part(_article(article, figures), "from declared obligations and requests on record")
                for article, figures in told["articles"].items()
            ),
        ),
        notes(asked, asker),
        page(asker.base_url, VERB, asked=asked, by=(), year=year),
    )


def _reports(reports: dict[str, Any]) -> str:
    if not reports["due"]:
        return "no Article 7 report was due."
    return (
        f"{reports['percent_received']} % of Article 7 reports received "
        f"({reports['received']} of {reports['due']}), {reports['outstanding']} outstanding."
    )


def _assistance(figures: dict[str, int]) -> str:
    said = [
        f"{counted(figures['requesting'], 'State')} requested assistance",
        f"{counted(figures['providing'], 'donor')} provided it",
        f"{counted(figures['receiving'], 'State')} received it",
    ]
    return begun(f"{'; '.join(said)}.")


def _article(article: str, figures: dict[str, Any]) -> str:
    years = [f"{number} in {year}" for year, number in figures["deadlines"].items()]
    deadlines = f"; deadlines: {listed(years)}" if years else ""
    obligated = counted(figures["obligated"], "State")
    requested = f", of which {figures['requested']} requested assistance" if figures["obligated"] else ""
    return f"Article {article}, {_TITLES[article]}: {obligated} with an obligation{requested}{deadlines}."
