"""`coverage`: the share of committed support to the States that get most, beside those that wait."""

from bots.answer import Answer
from bots.blocks import Part
from bots.questions.asker import Asker
from bots.questions.filters import Filters
from bots.questions.pages import page
from bots.questions.read_as import notes
from bots.wording import begun, counted, listed
from domain.names import party_name
from domain.values import Money

VERB = "coverage"
ABOUT = "The share of committed support to the three States that get most, beside the States with open requests."
USAGE = ("coverage", "coverage as of 2026-01-31")


def answer(asked: Filters, asker: Asker) -> Answer:
    """Dollars by recorded rates; what has no rate is named, and how many donors the figures rest on."""
    told, _ = asker.queries.coverage(asker.viewer, asked.moment)
    top = told["top_three"]
    shares = [f"{party_name(each['state'])} {each['share_percent']:g} %" for each in top["states"]]
    head = (
        f"{top['share_percent']:g} % of committed support goes to {listed(shares)}."
        if shares
        else "No commitment is on record that could be counted in dollars."
    )
    waiting = (
        f"{counted(told['open_requests'], 'request')} of {counted(told['states_with_open_requests'], 'State')} "
        f"open, {told['open_requests_without_pledge']:,} without a pledge."
    )
    without = told["states_without_support"]
    parts = [Part(begun(waiting))]
    if without:
        parts.append(Part(f"An open request and no committed support: {listed(map(party_name, without))}."))
    n, of = told["reporting"]["n"], told["reporting"]["of"]
    committed = Money.read({"amount": told["committed"], "currency": told["currency"]})
    beside = [f"Committed in all: {committed} by recorded rates; {n} of {counted(of, 'donor')} reporting."]
    if told["left_out"]:
        beside.append(f"Left out, as no rate is on record: {listed(told['left_out'])}.")
    return Answer(VERB, head, tuple(parts), (*beside, *notes(asked, asker)), page(asker.base_url, VERB, asked=asked))
