"""States by code and by name: exact, in six languages."""

import pytest

from domain.names import state

SPOKEN = {
    "Lao PDR": "LAO",
    "Laos": "LAO",
    "老挝": "LAO",
    "Côte d'Ivoire": "CIV",
    "Cote d’Ivoire": "CIV",
    "Ivory Coast": "CIV",
    "DRC": "COD",
    "DR Congo": "COD",
    "Democratic Republic of Congo": "COD",
    "Congo": "COG",
    "Bosnia": "BIH",
    "BiH": "BIH",
    "Swaziland": "SWZ",
    "Eswatini": "SWZ",
    "تشاد": "TCD",
    "Чад": "TCD",
    "Líbano": "LBN",
    "Turkey": "TUR",
    "Türkiye": "TUR",
    "Burma": "MMR",
    "Czech Republic": "CZE",
    "UK": "GBR",
    "U.K.": "GBR",
    "USA": "USA",
    "US": "USA",
    "United States": "USA",
    "Viet Nam": "VNM",
    "Vietnam": "VNM",
    "State of Palestine": "PSE",
    "Cabo Verde": "CPV",
    "Cape Verde": "CPV",
    "Macedonia": "MKD",
    "North Macedonia": "MKD",
    "Holy See": "VAT",
    "Vatican": "VAT",
    "Moldova": "MDA",
    "Syria": "SYR",
    "Iran": "IRN",
    "Tanzania": "TZA",
    "Bolivia": "BOL",
    "South Korea": "KOR",
    "Republic of Korea": "KOR",
    "North Korea": "PRK",
    "DPRK": "PRK",
    "Norvège": "NOR",
    "Kosovo": "XKX",
    "Dominica": "DMA",
    "Dominican Republic": "DOM",
    "Guinea": "GIN",
    "Guinea Bissau": "GNB",
    "Niger": "NER",
    "Nigeria": "NGA",
}


@pytest.mark.parametrize(("name", "code"), SPOKEN.items())
def test_a_name_people_use_means_one_state(name, code):
    """Former, short, formal and translated names all lead to the same code."""
    assert state(name) == code


@pytest.mark.parametrize("text", ["NOR", "nor", " Nor ", "The Norway", "Government of Norway", "Norway, Government of"])
def test_codes_and_courtesies_do_not_matter(text):
    """A code in any case, an article or the government that speaks for a State names that State."""
    assert state(text) == "NOR"
