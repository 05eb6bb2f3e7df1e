"""What people ordinarily say at a meeting is not stopped (ICA_REAL_DATA's neighbour "seed" holds the first summary)."""

import os
import re
from pathlib import Path

import pytest

from domain.names import giveaways

SUMMARY = Path(os.environ.get("ICA_REAL_DATA", "real-data-not-set")).parent / "seed" / "meeting-summary-2017-11-24.txt"

ORDINARY = """
Its Ministry of Interior was the focal point for the implementation of CCM obligations.
With the help of a donor it had identified possible contamination of about one million sq. m of land.
Some of these areas were close to its national airport and capital.
The majority of contamination was in regions difficult to access.
6500 sq. m of contaminated areas had been cleared, and 400 sq.km remained.
The State lacked capacity to conduct clearance and needed financial expertise and material assistance.
Noting its commitment to the Dubrovnik Action Plan, it granted personal disability benefits to victims.
It requested legal and technical assistance to produce a national action plan on victim assistance.
Did underfunding stem from donors' perceptions or from States failing to prioritise victim assistance?
It had initially been too proud to ask for assistance with stockpile destruction.
About 2/3rds of its funding came from a regional organisation.
It did not have large demining companies but a market system of 40 companies.
States needed to interact more and push each other to fulfil their obligations.
A technical workshop had recently been held for States in the Western Balkans region.
Donors often matched funds in a 1:1 ratio.
Under Action 3.3 States must prepare resourced plans, no matter the size of the area.
Newly discovered mine fields had led to amendments to the demining plans.
Climate and topographic conditions obstruct demining work for a period of time annually.
The majority of mine fields were semi-random.
The low presence of international organisations had a detrimental effect on the programme.
Mines and ERW had an economic impact on all aspects of the country.
The Coordinators and the ISU met at the Palais des Nations in Geneva.
The Country Coalition approach ensures national ownership and long-term commitments.
The Lausanne Action Plan builds on the Vientiane Action Plan and the Vientiane Declaration.
The Oslo Process led to the Dublin Diplomatic Conference, where the Convention was adopted.
The Dublin Conference of 2008 and the Oslo signing conference closed the Oslo process.
States not bound by the Ottawa Convention or the Ottawa Treaty reported as well.
The Maputo Action Plan and the Nairobi Action Plan preceded the Oslo Action Plan.
A withdrawal under the Vienna Convention takes effect after notice.
The Paris Agreement and the Rome Statute were mentioned.
It used the questions of the Washington Group on disability.
The Kampala Convention protects displaced persons in Africa.
The Latin American and Caribbean Group and the African Group made statements.
The Organization of American States supported the training.
The Economic Community of Central African States met on the Gulf of Guinea.
Norwegian People's Aid, the Danish Refugee Council, MAG and the HALO Trust work there.
The Swiss Foundation for Mine Action (FSD) trained the teams.
UNMAS, UNDP, UNICEF, the ICRC and the GICHD took part; IMAS were followed.
The European Union, NATO, the OSCE and the African Union contributed.
It received US$ 2.5 million in 2015 and US $ 300,000 in 2016.
The project cost two million US dollars, or 1.8 million euros (EUR 1.8m; USD 2m).
Article 7 reports should be concise; the annual report is due on 30 April.
A table showed male and female victims; Male: 12, Female: 3.
Male casualties outnumber female ones.
Grenade fragments were found. Grenades and rockets were destroyed; a Hand Grenade was not.
They raise turkey and fish on cleared land.
Farmers grow chile and chili; Chile peppers and Chili peppers sell well.
Brazil nuts are gathered there, and guinea fowl are kept.
Guinea pigs were never used, but a German shepherd and a Belgian Malinois were.
The fine china survived; a hanging chad did not.
We must polish the report before we send it.
Poles and ropes mark hazardous areas.
Wooden poles, swede fields and wellington boots are a deminer's daily life.
POLES AND ROPES MARK HAZARDOUS AREAS
STATES THAT ARE IN NEED CAN ASK FOR HELP, AND DONORS ARE TO ANSWER
NEITHER DONORS NOR STATES MAY CUT SUPPORT PER YEAR AND PER STATE
LET US FINISH CLEARANCE; HELP US NOW
Donors AND affected States should ALL TRY to meet.
The report is due on 24 MAR 2017 (the annex in MAR 2018).
Equipment should be exempt from VAT; it serves SDG 16 and COP 27, and the CRC.
The NAM and the GRULAC made statements under SCR 1325.
The woman, a Roman historian, sang a romantic song to an old man in a germane manner.
A sub-national authority, a co-operative and a man-made obstacle.
Per diem and per annum costs are in the plan; can you send it?
It had cleared mar-kings, finished its survey and panned the budget.
The chadwick method, the nigerite ore and the omanite sample were studied.
We work with local NGOs, mine risk education and explosive ordnance disposal.
Explosive remnants, improvised devices and cluster munition remnants differ.
Land release by non-technical survey saved two thirds of the cost.
The national authority accredits operators and checks quality.
Rivers, mountains and snow close the roads for five months.
The security situation worsened; a team was evacuated.
We would prefer a multi-year agreement with one lead donor.
Two States in the south-east of the region share a border.
The north, the south and the central provinces differ.
An African State and an Asian State offered to share their experience.
The Pacific and the Caribbean lack operators.
Its parliament adopted legislation under Article 9.
The prime minister opened the conference; the king attended.
Survivors received prostheses and a small pension.
Mr. Smith and Ms. O'Neill thanked the interpreters.
See https://www.clusterconvention.org/files and write to isu.ccm@gichd.org or info@unog.ch.
The file is V7LAO9-2017; the ticket is 3f9c2a1b-77de-4c1a-9b57-aa12cd34ef56.
It was adopted in Dublin and opened for signature in Oslo; the Dublin text is clear.
The Vientiane Review Conference will decide; the Meeting of States Parties in Beirut adopted a declaration.
The Beirut Declaration and the Croatia Progress Report are cited.
French-speaking trainers are needed.
A hand grenade, BLU-26, PTAB-2.5M, RBK-500 and MON-50 were found; EORE and IMSMA Core go on.
McAllister's e-mail and the PowerPoint file were sent by the NGOs' JavaScript form.
The 🌍 has :mine: and :fire: on it at 10:in:12.
Some English-speaking staff read the text in English.
Part XIV, annex XXI, and the XML file.
L'État a besoin d'une aide financière ; seul un bailleur l'aide, en principe sans contrepartie.
Il faut que l'aide vienne plus tôt et que le cap soit tenu.
Le pôle régional, le mâle dominant et la grenade à main.
Le Processus d'Oslo et le Plan d'action de Vientiane ont été cités.
Le programme coûte deux millions de dollars des États-Unis.
Los Estados irán a la reunión; la paz exige desminado y la granada fue destruida.
La persona que lo haya visto y la haya marcado debe informar; damas y caballeros, gracias.
El Plan de Acción de Oslo pide planes con costos: dos millones de dólares de los Estados Unidos.
Кроме того, государству нужна помощь. Того же мнения придерживаются доноры.
Программа стоит два миллиона долларов США.
Сломанная вена, чад пожара и перо.
تحتاج الدولة إلى الدعم المالي على المستوى القطري، وفقد الضحية ساقه اليمنى.
تبلغ التكلفة مليوني دولار أمريكي بسبب القوة القاهرة والسيول.
该国沿海地区的污染严重，其中非政府组织提供了援助，费用为二百万美元。
奥斯陆进程和万象行动计划。
"""
SENTENCES = ORDINARY.strip().splitlines()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_ordinary_sentence_is_not_stopped(sentence):
    """People would stop reading what is asked of them if it were asked for nothing."""
    assert giveaways(sentence) == ()


def test_many_sentences_in_one_text_are_not_stopped():
    """A whole record is not more suspicious than its sentences."""
    assert len(SENTENCES) >= 80
    assert giveaways("\n".join(SENTENCES)) == ()


@pytest.mark.skipif(not SUMMARY.is_file(), reason=f"the first meeting's summary is not at {SUMMARY}")
def test_of_the_first_meetings_statements_two_are_stopped():
    """The slip, and the city that hosted a workshop and may be told to have done so."""
    interventions = SUMMARY.read_text(encoding="utf-8").split("2.3 Interventions by States")[1].split("2.4 Summary")[0]
    statements = re.split(r"\n(?:\s*\n)*\s*-\s", interventions)
    stopped = [found for statement in statements if (found := giveaways(statement))]

    assert len(statements) > 60
    assert stopped == [("Sarajevo",), ("Iraqi",)]
