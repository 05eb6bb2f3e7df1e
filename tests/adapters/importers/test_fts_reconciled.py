"""Reconciliation by hand: the ten mine-action flows of OCHA's two Afghanistan pages, read by eye and added up."""

from decimal import Decimal

from real_fts import PAGES, carried, lines, raw, real, summed

# flow, donor, through, given in, status as OCHA shows them; read off the two files by hand.
BY_HAND = [
    ("194878", "DEU", "GICHD", "EUR", 95_672, "commitment"),
    ("195699", "DEU", "HALO", "EUR", 0, "commitment"),  # parent: its child 195701 has this year's money
    ("195701", "DEU", "HALO", "EUR", 3_500_000, "commitment"),
    ("207235", "EU", "ICRC", "EUR", 2_000_000, "commitment"),  # shared with health and protection
    ("207497", "JPN", "UNMAS", "USD", 293_154, "commitment"),  # no original amount
    ("211776", "Afghanistan Humanitarian Fund", "HALO", "USD", 599_997, "paid"),  # no original amount
    ("215212", "NOR", "HALO", "NOK", 4_137_931, "paid"),
    ("215353", "EU", "ICRC", "EUR", 3_500_000, "commitment"),  # shared with health and protection
    ("219295", "EU", "HI", "EUR", 60_000, "commitment"),
    ("220529", "GBR", "UN", "GBP", 2_000_000, "paid"),
]
COMMITTED = {"EUR": 9_155_672, "GBP": 2_000_000, "NOK": 4_137_931, "USD": 893_151}
PAID = {"GBP": 2_000_000, "NOK": 4_137_931, "USD": 599_997}


@real
def test_the_table_is_what_ocha_wrote():
    """The hand-made table agrees with the raw pages, and its sums with themselves."""
    written = {flow["id"]: flow for flow in raw(*PAGES)}

    for flow, _, _, currency, amount, status in BY_HAND:
        own = written[flow].get("originalAmount") is not None
        assert (currency if own else "USD") == (written[flow]["originalCurrency"] if own else currency)
        assert written[flow]["originalAmount" if own else "amountUSD"] == amount
        assert written[flow]["status"] == status
    assert summed((row[3], row[4]) for row in BY_HAND) == COMMITTED
    assert summed((row[3], row[4]) for row in BY_HAND if row[5] == "paid") == PAID


@real
def test_the_commands_say_what_the_table_says():
    """The same ten flows, with the same donor, carrier, money and status."""
    said = []
    for line in (line for line in lines(*PAGES) if line.commands):
        last = line.commands[-1][0]
        pledge = next(body for name, _, body in line.commands if name == "make-pledge")
        money = pledge.get("money", {"currency": "EUR", "amount": "0"})
        status = {"make-pledge": "pledge", "commit-pledge": "commitment", "disburse-pledge": "paid"}[last]
        said.append(
            (
                pledge["source"]["ref"],
                pledge["donor"],
                pledge["via"],
                money["currency"],
                Decimal(money["amount"]),
                status,
            )
        )

    assert said == BY_HAND
    assert {body["state"] for line in lines(*PAGES) for name, _, body in line.commands if name == "make-pledge"} == {
        "AFG"
    }


@real
def test_the_commands_add_up_to_the_sums_by_hand():
    """Committed and paid, by currency, are those of the table; what is paid is committed too, and never added to it."""
    assert carried(lines(*PAGES), "commit-pledge") == COMMITTED
    assert carried(lines(*PAGES), "disburse-pledge") == PAID


@real
def test_only_the_child_of_the_parked_parent_carries_money():
    """195699 is emptied into 195701, which names it; the four other children have parents that are not mine action."""
    parents = {
        body["source"]["ref"]: body.get("parent_pledge_id")
        for line in lines(*PAGES)
        for name, _, body in line.commands
        if name == "make-pledge"
    }

    assert {flow: parent for flow, parent in parents.items() if parent} == {"195701": "key:fts:195699"}


@real
def test_all_flows_add_up_to_ochas_own_figures():
    """With `--all`, each page's leaves carry what OCHA wrote: original amounts, else dollars; parents apart."""
    for page in PAGES:
        flows = [flow for flow in raw(page) if _recordable(flow)]
        parents = {str(flow["parentFlowId"]) for flow in flows}
        counted = [flow for flow in flows if flow["id"] not in parents]
        paid = [flow for flow in counted if flow["status"] == "paid"]

        assert carried(lines(page, everything=True), "commit-pledge") == _sums(counted)
        assert carried(lines(page, everything=True), "disburse-pledge") == _sums(paid)


def _recordable(flow):
    sources = [one for one in flow["sourceObjects"] if one["type"] == "Organization"]
    places = [one for one in flow["destinationObjects"] if one["type"] == "Location"]
    return len(sources) == len(places) == 1


def _sums(flows):
    money = [
        (flow["originalCurrency"], flow["originalAmount"]) if flow.get("originalAmount") else ("USD", flow["amountUSD"])
        for flow in flows
    ]
    return summed((currency, amount) for currency, amount in money if amount)


@real
def test_ochas_dollars_follow_from_the_recorded_rates():
    """Where a rate is recorded, original amount times rate gives OCHA's dollars to within one in a hundred."""
    written = {flow["id"]: flow for flow in raw(*PAGES)}
    rated = [
        body for line in lines(*PAGES, everything=True) for name, _, body in line.commands if name == "record-rate"
    ]

    assert len(rated) == 146
    for rate in rated:
        flow = written[rate["source"]["ref"]]
        dollars = flow["originalAmount"] * Decimal(rate["usd_rate"])
        assert abs(dollars - flow["amountUSD"]) <= max(1, flow["amountUSD"] / 100)
