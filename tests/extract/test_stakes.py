"""What is at stake: the thing, not its price, its part, the place beside it or the word that takes it up."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, told, typed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        right("Brazil sold Egypt 40 million dollars of beef.", "BRA supply beef > EGY: done"),
        right("Saudi Arabia bombed five Houthi targets near Sanaa.", "SAU assault - > YEM: done"),
        right("The ferry was built in 1987 in Japan.", "- produce ships: done"),
        right("Russia launched a missile attack on regions across Ukraine.", "RUS assault - > UKR: done"),
        right("Zambia sells power to Namibia.", "ZMB supply electricity > NAM: done"),
        right("Uganda resumed deliveries of power to Rwanda.", "UGA supply electricity > RWA: done"),
        right("Zambia cut off power to Namibia.", "ZMB sanction electricity > NAM: done"),
        right("Ghana spent 3 billion dollars on imported rice.", "GHA acquire rice: done"),
        right("The lithium belongs to the Bolivian people.", "BOL possess lithium: done"),
        right("Egypt will supply Sudan's port of Suakin with diesel.", "EGY supply diesel > SDN: planned"),
        right("A Kenyan court froze $30 million in assets.", "KEN sanction assets: done"),
        right("Rusal lost a refinery. Ukraine confiscated it.", "UKR seize refineries: done"),
        right("Peru mines zinc. Japan bought 40,000 tonnes of concentrate.", "JPN acquire zinc: done"),
        right("Chad grows wheat. Kenya will provide Togo with 90,000 tonnes.", "KEN supply wheat > TGO: planned"),
        right("Peru mines tin. Nobody struck. Tin is Peru's pride. Bolivia has trimmed its output plan.", "BOL produce tin: done"),
        right("Eni is looking for a buyer for its refinery.", "ITA supply refineries: sought"),
        right("Iran granted Shell the right to develop a gas field.", "IRN supply gas fields > GBR: done"),
        right("France relinquished Algeria.", "FRA retreat territory > DZA: done"),
        right("Kenyan rioters broke the windows of the French consulate.", "KEN coerce consulate > FRA: done"),
        right("Rebels attacked two mosques in Mali.", "MLI assault mosques > MLI: done"),
        right("Peru lifted the closure of copper mines.", "PER not sanction copper mines: ended"),
        right("Growers of cassava in Ghana met. Ghana sold its crop to Togo.", "GHA supply cassava > TGO: done"),
        right("China banned salmon from Norway. It had slapped on the curbs in May.", "CHN sanction salmon > NOR: done"),
        right("Rebels in Mali set fire to two excavators.", "MLI coerce earth-moving machinery: done"),
        right("The town of Goma fell to the rebels.", "COD seize territory: done"),
        right("Kuwait severed all trade with Oman.", "KWT sanction trade > OMN: done"),
        right("Kuwait suspended trade in wheat with Oman.", "KWT sanction wheat > OMN: done"),
        right("A Kenyan court froze $30 million of Rusal.", "KEN sanction money > RUS: done"),
        right("The lithium is in Chilean hands.", "CHL possess lithium: done"),
        right("Libya pumps a million barrels a day.", "LBY produce oil: done"),
        right("Orlen operates four fields off Norway.", "POL possess fields: done"),
        right("Kuwait pledged to invest $2 billion in Jordan.", "KWT invest - > JOR: promised"),
        right("Sales of Kenyan tea to Egypt rose.", "KEN supply tea > EGY: done"),
        right("Shell gave up its Nigerian oil fields.", "GBR retreat oil fields > NGA: done"),
        right("Ghana cut its purchases of Ivorian cocoa.", "GHA acquire cocoa > CIV: done"),
        right("Kenya lifted its Somali embargo.", "KEN not sanction - > SOM: ended"),
        right("Newmont completed its purchase of Australia's Newcrest.", "USA acquire Newcrest > AUS: done"),
        right("Shell sold its refinery to Vitol for $2 billion.", "GBR supply refineries > CHE: done"),
        right("Zijin owns the Porgera mine. It sold the pit to Vale.", "CHN supply Porgera mine > BRA: done"),
        right("Chad grows maize. Kenya imports the cereal.", "KEN acquire maize: done"),
        right("Zambia sells copper. It imposed export duties.", "ZMB sanction copper: done"),
        right("Turkish tanks rolled into Syria.", "TUR mobilize tanks > SYR: done"),
        right("A foundation in Togo was given a French grant of $6 million.", "FRA aid grant > TGO: done"),
        right("India offered Nepal help to build dams.", "IND aid dams > NPL: offered"),
        right("The oilfield fell to Turkey last year.", "TUR seize oil fields: done"),
        right("The United States put on hold the port fees on Chinese ships.", "USA not sanction ships > CHN: ended"),
        right(
            "Vale has been negotiating with Oman to buy a copper mine.",
            "BRA acquire copper mines > OMN: negotiated",
            "BRA consult copper mines > OMN: done",
        ),
        right("Barrick's gold sells well. It digs for gold in Mali. Barrick stopped mining in May.", "CAN not produce gold: ended"),
        right("The rebels in Togo blew up a stretch of railway.", "TGO coerce railways: done"),
        right("Botswana is to buy a De Beers stake.", "BWA acquire De Beers > GBR: planned"),
        right("Libya digs for gold. Nearly all the official exports were bought by Chad.", "TCD acquire gold: done"),
        right("Ghana was short of gas and began to ration it.", "GHA sanction natural gas: done"),
        right("A Chilean ministry banned exports of sand. It now taxes them.", "CHL sanction sand: done"),
        right("Mali owns 20 percent of the firm.", "MLI possess firm: done"),
        right("The broker, Ana Vuk, offered to buy Iranian oil.", "Ana Vuk acquire oil > IRN: offered"),
    ],
)
def test_the_last_sentence_is_about_the_thing(text: str, expected: tuple[str, ...], tell: Tell) -> None:
    last = text.rfind(". ") + 2 if ". " in text else 0
    lines = {told(c) for c in tell(text) if c.evidence.start >= last and c.relation != "other"}
    assert lines >= set(expected)


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("Chad receives a first batch of vaccines donated by the European Union.", "aid", "Chad"),
        ("Ghana received the vaccine developed by Pfizer.", "acquire", None),
        ("Qatari jets intercepted a passenger plane heading to Bahrain.", "coerce", None),
        ("Japan criticised the slow pace of China's reforms.", "accuse", "China"),
    ],
)
def test_whose_a_thing_is_and_who_only_made_it_or_waits_for_it(text: str, relation: str, expected: str | None, tell: Tell) -> None:
    assert [c.target.label if c.target else None for c in tell(text) if c.relation == relation] == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Emirati troops deployed with tanks and guns to Aden.",
            "ARE mobilize firearms > YEM: done",
            "ARE mobilize tanks > YEM: done",
        ),
        right("French police were deployed with dogs in Lyon.", "FRA mobilize -: done"),
        right("The Americans trained the SDF.", "USA aid training > SYR: done"),
        right("Kenya sheltered 500 refugees from Sudan.", "KEN aid shelter > SDN: done"),
        right("Serbia sold 51 percent of its oil company, NIS, to Gazprom Neft.", "SRB supply NIS > RUS: done"),
        right(
            "Egypt bought wheat from Russia. In January it picked up two parcels from Romania.",
            "EGY acquire wheat > ROU: done",
            "EGY acquire wheat > RUS: done",
        ),
        right("Gazprombank wired Turkey $2 billion for a dam.", "RUS supply money > TUR: done"),
        right(
            "Rosatom builds the Akkuyu nuclear plant. Rosatom owns the $20 billion project on the coast.",
            "RUS possess Akkuyu nuclear power plant: done",
            "RUS produce Akkuyu nuclear power plant: done",
        ),
        right(
            "Oil flows from Iraq. The Turkish energy ministry halted the flow.",
            "IRQ supply oil: done",
            "TUR sanction oil: done",
        ),
        right("Chad has turned to lenders in China for fresh credit.", "TCD request fresh credit > CHN: done"),
        right("North Korea conducted a missile test.", "PRK mobilize missiles: done"),
        right("Biden announced sanctions against Iran's oil industry.", "USA sanction oil > IRN: done"),
        right("G7 nations agree to impose trade restrictions on diamonds from Russia.", "G7 sanction diamonds > RUS: agreed"),
        right("Rebels took the town of Goma and its airport.", "COD seize airports > COD: done", "COD seize territory > COD: done"),
        right(
            "Drones struck the plant at Abqaiq and an oil field.", "- assault oil fields > SAU: done", "- assault plant > SAU: done"
        ),
        right("Chad bought an equity stake in the venture.", "TCD acquire venture: done"),
        right("Brazil fined Vale and revoked its licence.", "BRA coerce - > BRA: done", "BRA sanction licence > BRA: done"),
        right("Chad condemned Mali and closed its border.", "TCD accuse - > MLI: done", "TCD sanction border: done"),
        right("China lent Kenya $3 billion.", "CHN invest money > KEN: done"),
        right("Japan gave the Philippines five radar stations.", "JPN aid radar systems > PHL: done"),
        right("Turkey deprived Iraq of water.", "IRQ need water: done"),
        right("Portugal will sell its airline, TAP, to Lufthansa.", "PRT supply TAP > DEU: planned"),
    ],
)
def test_what_stands_beside(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Gazprom holds 45% of the oil company.", "RUS possess oil company: done"),
        right("BHP holds a stake in the copper company.", "AUS possess copper company: done"),
        right("China owns 20% of the copper mine.", "CHN possess copper mines: done"),
    ],
)
def test_a_share_of_a_company_is_none_of_its_goods(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
