"""What a flow is worth: the currency it was given in, exact amounts, and OCHA's rate where it holds."""

import pytest
from fts_files import a_flow, a_row, bodies, csv_file, json_page, the_line


def line_of(tmp_path, **changed):
    return the_line(json_page(tmp_path, a_flow(**changed)))


def test_the_original_currency_is_what_was_given(tmp_path):
    """Pledge, commitment and payment carry the donor's own amount; the dollars only follow from a rate."""
    said = bodies(line_of(tmp_path, originalAmount=1_000_000, originalCurrency="NOK", exchangeRate=9.721))

    assert said["make-pledge"]["money"] == {"amount": "1000000.00", "currency": "NOK"}
    assert said["make-pledge"]["money"] == said["commit-pledge"]["money"] == said["disburse-pledge"]["money"]


def test_the_rate_is_dollars_for_one_unit_on_the_day_of_the_decision(tmp_path):
    """OCHA writes units for a dollar, so the rate is turned around; its source is the flow."""
    line = line_of(tmp_path, originalAmount=1_000_000, originalCurrency="NOK", exchangeRate=9.721)

    name, key, rate = line.commands[0]
    assert (name, key) == ("record-rate", "fts:1001:rate")
    assert rate["usd_rate"] == "0.1028700751"
    assert (rate["currency"], rate["on"], rate["visibility"]) == ("NOK", "2020-06-25", "public")
    assert rate["source"]["url"] == "https://fts.unocha.org/flows/1001"


@pytest.mark.parametrize("given", [{}, {"originalCurrency": "NOK"}, {"originalAmount": 0, "originalCurrency": "NOK"}])
def test_dollars_where_no_other_amount_is_given(tmp_path, given):
    """A missing or empty original amount leaves the amount in US dollars, without a rate."""
    said = bodies(line_of(tmp_path, exchangeRate=9.721, **given))

    assert said["make-pledge"]["money"] == {"amount": "102870.00", "currency": "USD"}
    assert "record-rate" not in said


def test_zero_is_an_unknown_amount(tmp_path):
    """A pledge, commitment or payment of zero says nothing about money."""
    said = bodies(line_of(tmp_path, amountUSD=0, originalAmount=0, originalCurrency="EUR", exchangeRate=0.88))

    assert list(said) == ["make-pledge", "commit-pledge", "disburse-pledge"]
    assert not any("money" in body for body in said.values())


@pytest.mark.parametrize(
    ("changed", "amount"),
    [
        ({"amountUSD": "123.40"}, "123.40"),
        ({"amountUSD": 123.00000001}, "123.00"),
        ({"amountUSD": 0.1 + 0.2}, "0.30"),
        ({"amountUSD": 5, "originalAmount": 1000.4, "originalCurrency": "JPY"}, "1000"),
        ({"amountUSD": 5, "originalAmount": "1.2345", "originalCurrency": "KWD"}, "1.234"),
        ({"amountUSD": 12_345_678_901_234}, "12345678901234.00"),
    ],
)
def test_amounts_are_exact_to_the_smallest_coin(tmp_path, changed, amount):
    """No noise of binary fractions, and the decimals of the currency."""
    assert bodies(line_of(tmp_path, **changed))["make-pledge"]["money"]["amount"] == amount


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"amountUSD": -5}, "amountUSD is negative (-5)"),
        ({"originalAmount": -5, "originalCurrency": "EUR"}, "originalAmount is negative (-5)"),
        ({"amountUSD": "1,000"}, "amountUSD '1,000' is not a number"),
        ({"amountUSD": "Infinity"}, "amountUSD 'Infinity' is not a number"),
        ({"amountUSD": "1e30"}, "amountUSD '1e30' is out of range"),
        ({"amountUSD": True}, "amountUSD 'True' is not a number"),
        ({"exchangeRate": "x", "originalAmount": 5, "originalCurrency": "EUR"}, "exchangeRate 'x' is not a number"),
        (
            {"exchangeRate": "1e-999999", "originalAmount": 5, "originalCurrency": "EUR"},
            "exchangeRate '1e-999999' is out",
        ),
        ({"originalAmount": 5, "originalCurrency": "EURO"}, "originalCurrency 'EURO' is not an ISO 4217 code"),
    ],
)
def test_what_is_no_amount_refuses_the_flow(tmp_path, changed, sentence):
    """The refusal names OCHA's field and quotes it."""
    line = line_of(tmp_path, **changed)

    assert line.refused.startswith(sentence)
    assert not line.commands


def test_figures_that_contradict_each_other_give_no_rate(tmp_path):
    """Where amount, rate and dollars are more than one in a hundred apart, nobody can say which is wrong."""
    said = bodies(
        line_of(tmp_path, amountUSD=1_554_565, originalAmount=15_000_000, originalCurrency="SEK", exchangeRate=1)
    )

    assert "record-rate" not in said
    assert said["make-pledge"]["money"] == {"amount": "15000000.00", "currency": "SEK"}
    assert "15000000 SEK at 1 a dollar are not its 1554565 USD" in said["make-pledge"]["note"]


def test_goods_are_described_beside_their_value(tmp_path):
    """A contribution in kind is told in words; its value, where known, is money too."""
    said = bodies(line_of(tmp_path, contributionType="in kind", description="Six demining machines"))

    assert said["make-pledge"]["in_kind"] == said["disburse-pledge"]["in_kind"] == "Six demining machines"
    assert said["make-pledge"]["money"]["amount"] == "102870.00"


def test_the_csv_writes_numbers_as_text(tmp_path):
    """Empty cells are missing amounts, as in JSON."""
    row = a_row(originalAmount="4733333", originalCurrency="AED", exchangeRate="3.673", amountUSD="1288683")
    said = bodies(the_line(csv_file(tmp_path, row)))

    assert said["record-rate"]["usd_rate"] == "0.2722570106"
    assert said["disburse-pledge"]["money"] == {"amount": "4733333.00", "currency": "AED"}
