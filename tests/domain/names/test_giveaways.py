"""What names the speaker of a statement that is to stay anonymous is found, however it is written."""

import pytest

from domain.names import giveaways

NAMED = {
    # the name of the State
    "In Iraq most of the contamination lies near towns.": ("Iraq",),
    "CONTAMINATION IN IRAQ IS WIDESPREAD": ("IRAQ",),
    "we are from iraq and need support": ("iraq",),
    "The Lao People's Democratic Republic asked for support.": ("Lao People's Democratic Republic",),
    "Lao PDR has more than one clearance operator.": ("Lao PDR",),
    "Laos’ plan is costed.": ("Laos",),
    "It spoke for Bosnia and Herzegovina.": ("Bosnia and Herzegovina",),
    "It spoke for Bosnia & Herzegovina.": ("Bosnia & Herzegovina",),
    "Côte d’Ivoire had no victims.": ("Côte d’Ivoire",),
    "Cote d'Ivoire had no victims.": ("Cote d'Ivoire",),
    "South\nSudan needs long-term help.": ("South\nSudan",),
    "Sri\u00a0Lanka destroyed its stockpile.": ("Sri\u00a0Lanka",),
    "Timor‑Leste has nothing to clear.": ("Timor‑Leste",),
    "_Mauritania_ asked for technical help.": ("Mauritania",),
    "“Montenegro” was mentioned.": ("Montenegro",),
    "The contamination (Chad) is in the north.": ("Chad",),
    "Guinea-Bissau finished clearance.": ("Guinea-Bissau",),
    "St. Lucia has legislation.": ("St. Lucia",),
    "The Federal Republic of Germany gave funds.": ("Federal Republic of Germany",),
    "Turkiye and Türkiye are one.": ("Turkiye", "Türkiye"),
    "The Congo needs maps, the DR Congo needs machines.": ("Congo", "DR Congo"),
    "Lebanon2017 was the file's name.": ("Lebanon",),
    "In Chi\u00adle clearance goes on.": ("Chi\u00adle",),
    "A team of Arvandor's army did it.": ("Arvandor",),
    # its people and what is theirs
    "the internal displacement of the Iraqi people": ("Iraqi",),
    "Iraqis return to their villages.": ("Iraqis",),
    "An Iraqi-led survey began.": ("Iraqi",),
    "The non-Lebanese staff left.": ("Lebanese",),
    "afghan deminers work in pairs": ("afghan",),
    "Bosnian and Chadian experts met Vietnamese ones.": ("Bosnian", "Chadian", "Vietnamese"),
    "a Laotian village, a Lao operator": ("Laotian", "Lao"),
    "Three Swedes and a Dane trained them.": ("Swedes", "Dane"),
    "The Polish engineers came. The Poles left.": ("Polish", "Poles"),
    "The Poles came.": ("Poles",),
    "Polish engineers came.": ("Polish",),
    "Teams of South Sudanese deminers": ("South Sudanese",),
    "Sri Lankans were trained.": ("Sri Lankans",),
    "Central African villages are far apart.": ("Central African",),
    # capitals, seats, national bodies, money, telling regions
    "Workshops were held in Baghdad and Vientiane.": ("Baghdad", "Vientiane"),
    "The road to N'Djamena is closed in the rains.": ("N'Djamena",),
    "The road to Ndjamena is closed in the rains.": ("Ndjamena",),
    "SARAJEVO HOSTED IT": ("SARAJEVO",),
    "It was decided in The Hague.": ("Hague",),
    "It was held in Vienna. Convention obligations were discussed.": ("Vienna",),
    "The White House agreed, the Kremlin did not.": ("White House", "Kremlin"),
    "LMAC and BHMAC coordinate the operators.": ("LMAC", "BHMAC"),
    "The NRA issues the tasks.": ("NRA",),
    "It costs 200 million kip a year.": ("kip",),
    "NOK 20 million were paid in 2016.": ("NOK",),
    "Most strikes hit Xieng Khouang and Savannakhet.": ("Xieng Khouang", "Savannakhet"),
    "Kurdish teams clear the north.": ("Kurdish",),
    # codes, abbreviations, flags, addresses
    "LAO and BIH asked for extensions.": ("LAO", "BIH"),
    "BiH asked for an extension.": ("BiH",),
    "The DRC, the UAE and the UK spoke.": ("DRC", "UAE", "UK"),
    "The U.K. gave funds, as did the U.S. and NZ.": ("U.K.", "U.S.", "NZ"),
    "MAR spoke before PER.": ("MAR", "PER"),
    "The US NGO left the country.": ("US",),
    "XAA asked for support.": ("XAA",),
    "\U0001f1ee\U0001f1f6 asked :flag-la: for help.": ("\U0001f1ee\U0001f1f6", ":flag-la:"),
    "See https://www.mod.gov.iq/plan or write to focal@mag.gov.la.": ("www.mod.gov.iq", "mag.gov.la"),
    # written so that a reader sees them and a search by words would not
    "I.r.a.q asked for more.": ("I.r.a.q",),
    "I R A Q asked for more.": ("I R A Q",),
    "The Ira-\nqi people were displaced.": ("Ira-\nqi",),
    "The plan is IraqiPlan.docx or planIraq.pdf.": ("Iraqi", "Iraq"),
    "The Ir\u0430qi people, with a Cyrillic letter": ("Ir\u0430qi",),
    "\uff29\uff52\uff41\uff51 in wide letters": ("\uff29\uff52\uff41\uff51",),
    # French and Spanish
    "Le Tchad et la République démocratique populaire lao ont pris la parole.": (
        "Tchad",
        "République démocratique populaire lao",
    ),
    "l’Iraq, d'Afghanistan, les démineuses maliennes, les autorités libanaises": (
        "Iraq",
        "Afghanistan",
        "maliennes",
        "libanaises",
    ),
    "El Líbano y los desminadores iraquíes": ("Líbano", "iraquíes"),
    "la población colombiana de Bogotá": ("colombiana", "Bogotá"),
    # Russian, Arabic, Chinese
    "В Ираке обнаружены новые минные поля.": ("Ираке",),
    "Иракские саперы и афганцы работают вместе.": ("Иракские", "афганцы"),
    "Представитель Боснии и Герцеговины выступил в Сараево.": ("Боснии и Герцеговины", "Сараево"),
    "Делегация Лаосской Народно-Демократической Республики": ("Лаосской",),
    "نزوح الشعب العراقي": ("العراقي",),
    "مساعدة للعراق وبلبنان وفي تشاد": ("للعراق", "وبلبنان", "تشاد"),
    "عقدت حلقة العمل في بغداد": ("بغداد",),
    "伊拉克人民流离失所": ("伊拉克",),
    "在老挝和波斯尼亚和黑塞哥维那": ("老挝", "波斯尼亚和黑塞哥维那"),
    "会议在万象举行": ("万象",),
    "ລາວຕ້ອງການ ประเทศไทยต้องการ 한국은": ("ລາວ", "ประเทศไทย", "한국"),
}


@pytest.mark.parametrize(("text", "found"), NAMED.items())
def test_what_names_a_state_is_found_as_it_is_written(text, found):
    """Whoever records the statement sees the very words to replace."""
    assert giveaways(text) == found


def test_the_slip_of_the_first_meeting_is_stopped():
    """The meeting's own summary kept the speaker anonymous and then wrote of its people."""
    slip = (
        "Internally Displaced Persons: the internal displacement of the Iraqi people was one of the problems facing "
        "demining activities."
    )

    assert giveaways(slip) == ("Iraqi",)


def test_each_word_is_shown_once_in_the_order_of_the_text():
    """A list to work through, without repetition; another spelling is another word."""
    text = "Chad asked Norway; Norwegian funds reached Chad late. CHAD regrets it."

    assert giveaways(text) == ("Chad", "Norway", "Norwegian", "CHAD")


def test_the_longest_name_is_shown():
    """Nobody is told of Guinea where Papua New Guinea stands."""
    assert giveaways("Papua New Guinea, Equatorial Guinea, Guinea") == (
        "Papua New Guinea",
        "Equatorial Guinea",
        "Guinea",
    )


@pytest.mark.parametrize("text", ["", " ", "…", "123", "\u200f", "&", "U.", "'s", "🙂"])
def test_a_text_without_words_names_nobody(text):
    """Nothing to read is nothing to find."""
    assert giveaways(text) == ()


def test_a_long_text_is_read_to_its_end():
    """However much is pasted, the last word counts."""
    assert giveaways("An affected State spoke of its needs. " * 5000 + "Iraq") == ("Iraq",)


@pytest.mark.parametrize(
    "filler",
    [
        "www." * 25_000,
        "Vienna" + " " * 100_000 + ", ",
        "U.S" * 30_000,
        "South the " * 10_000,
        "中" * 100_000,
        "@" * 100_000,
    ],
)
def test_a_strange_text_is_read_in_its_time(filler):
    """No text keeps a person waiting: the work grows with its length and no faster."""
    assert giveaways(f"{filler} Iraq")[-1] == "Iraq"
