"""What pronouns, "the two nations", "the latter", "the country" and "these resources" refer to."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, told, typed, who, wrong

PRONOUNS = [
    right(
        "Peru filed a complaint against Chile with the United Nations, accusing it of piracy.",
        "PER accuse - > CHL: done",
        "PER accuse - > CHL: done",
    ),
    right(
        "Chad criticised Libya, saying it had armed the rebels.",
        "TCD accuse - > LBY: done",
        "LBY aid arms > TCD: done, says Chad",
    ),
    right("Serbia needs gas. It buys gas from Azerbaijan.", "SRB acquire natural gas > AZE: done"),
    right("Chile has lithium. It will sell lithium to Japan.", "CHL supply lithium > JPN: planned"),
    right("Vladimir Putin met reporters. He offered to sell oil to China.", "RUS supply oil > CHN: offered"),
    right("Ghanaian President Ama Zanko visited Ankara. She praised Turkey.", "GHA support - > TUR: done"),
    right("Rwandan rebels crossed the border. They seized a gold mine.", "RWA seize gold mines: done"),
    right(
        "Ecuador praised Japan, whose banks had invested in its copper mines.",
        "ECU support - > JPN: done",
        "JPN invest copper mines > ECU: done",
    ),
    right("Zambia mined copper and sold it to China.", "ZMB produce copper: done", "ZMB supply copper > CHN: done"),
    right(
        "Poland praised Lithuania and offered to supply it with gas.",
        "POL support - > LTU: done",
        "POL supply natural gas > LTU: offered",
    ),
]
PARTIES = [
    right(
        "China sold tractors to countries including Chad and Niger.",
        "CHN supply tractors > NER: done",
        "CHN supply tractors > TCD: done",
    ),
    right(
        "Kenya shelled Uganda on Monday. Each side blames the other.",
        "KEN accuse - > UGA: done",
        "UGA accuse - > KEN: done",
    ),
    right("Russia and Belarus are neighbours. The two countries signed an agreement on gas.", "RUS agree natural gas > BLR: done"),
    right("Kenya met Uganda. The two nations agreed to cooperate on oil.", "KEN cooperate oil > UGA: agreed"),
    right("India accused Pakistan of sabotage. The two sides held talks in Doha.", "IND consult - > PAK: done"),
    right("Japan and Chile met in Lima. Both countries signed a pact.", "JPN agree - > CHL: done"),
    right("Turkey met with Azerbaijan. The latter supplies gas to Serbia.", "AZE supply natural gas > SRB: done"),
    wrong(
        "Egypt and Sudan held talks. The former bought wheat from Romania.",
        "EGY acquire wheat > ROU: done",
        why="“the former” is not read as a subject",
    ),
]
DEFINITE = [
    right("Zambia needs oil. The country exports cobalt to China.", "ZMB supply cobalt > CHN: done"),
    right("The European Union met Serbia. The bloc imposed sanctions on Belarus.", "EU sanction - > BLR: done"),
    right("Rio Tinto left Mongolia. The company invested in a copper smelter.", "GBR invest smelters: done"),
    right("Bolivia has lithium. Germany wants to buy the metal.", "DEU acquire lithium: sought"),
    right(
        "Bolivia holds lithium and tin. Germany wants to buy these minerals.",
        "DEU acquire lithium: sought",
        "DEU acquire tin: sought",
    ),
]
COUNTERPARTS = [
    right("Japan is wary of China. Japan sold cars to its neighbour.", "JPN supply cars > CHN: done"),
    right("The EU met Serbia. The Union bought gas from Norway.", "EU acquire natural gas > NOR: done"),
    right("Brussels met Serbia. The Commission bought gas from Norway.", "EU acquire natural gas > NOR: done"),
    right("Emmanuel Macron met reporters. In a letter to Vladimir Putin he praised Kyiv.", "FRA support - > UKR: done"),
    right("Boliden met Newmont. The two companies signed a pact on copper.", "SWE agree copper > USA: done"),
    right("Ivanhoe Mines (TSX: IVN) met China. The Company sold copper to Japan.", "CAN supply copper > JPN: done"),
    right(
        "Rio Tinto mined copper in Peru. Owing to floods at a pit, the Company has cut its output of zinc.",
        "GBR produce zinc: done",
    ),
    right(
        "Joint statement on Mali\n\nChad and Niger have closed a road. We call on Algeria to follow.",
        "NER request - > DZA: done",
        "TCD request - > DZA: done",
    ),
    right(
        "Statement by Peru's foreign ministry\n\nPeru condemns Chile for the raid. Japan has taken our side.",
        "JPN support - > PER: done",
    ),
    right("Peru rejects tax\n\nPeru has closed a road. We supply rice to Japan."),  # who that is nobody says
    right(
        "Egypt lacks wheat. Al Dahra, an Emirati farming group, will sell half a million tonnes to the country.",
        "ARE supply wheat > EGY: planned",
    ),
    right(
        "Zambia needs power. South Africa's Eskom supplies the country with 300 megawatts.", "ZAF supply electricity > ZMB: done"
    ),
    right("Iceland quarrels with London. The island sold fish to Norway.", "ISL supply fish > NOR: done"),
]


@pytest.mark.parametrize(("text", "expected"), [*COUNTERPARTS, *PRONOUNS, *PARTIES, *DEFINITE])
def test_the_last_sentence_is_about_whom_it_refers_to(text: str, expected: tuple[str, ...], tell: Tell) -> None:
    last = text.rfind(". ") + 2 if ". " in text else 0  # a text of one sentence counts as a whole
    lines = sorted(told(c) for c in tell(text) if c.evidence.start >= last and c.relation != "other")
    assert lines == sorted(expected)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Putin called Trump. The two presidents met in Alaska.", ("Vladimir Putin", "Donald Trump")),
        ("Putin called Trump. The two leaders met in Alaska.", ("Vladimir Putin", "Donald Trump")),
        ("Lavrov wrote to Rubio. The two foreign ministers met in Alaska.", None),
        ("Putin called Trump. Their foreign ministers met in Alaska.", ("Russia", "United States")),
    ],
)
def test_two_of_an_office_are_those_who_hold_it(text: str, sides: tuple[str, str] | None, tell: Tell) -> None:
    met = next(c for c in tell(text) if c.predicate == "meet")
    assert met.actor and met.target
    assert sides is None or (met.actor.label, met.target.label) == sides
    assert {who(met.actor), who(met.target)} == {"RUS", "USA"}


def test_the_wording_stays_and_the_antecedent_stands_beside(tell: Tell) -> None:
    text = "Serbia needs gas. It buys gas from Azerbaijan."
    actor = next(c.actor for c in tell(text) if c.relation == "acquire")
    assert actor and actor.mention and actor.mention.antecedent
    assert (actor.mention.text, actor.mention.start) == ("It", 18)
    assert (actor.mention.antecedent.text, actor.mention.antecedent.start) == ("Serbia", 0)


def test_a_family_name_leads_back_to_the_whole_name(tell: Tell) -> None:
    text = "Kenya's foreign minister Adam Okoye met reporters. Okoye praised Chile."
    (claim,) = [c for c in tell(text) if c.relation == "support"]
    assert claim.actor and claim.actor.label == "Adam Okoye"
    assert told(claim) == "KEN support - > CHL: done"


def test_he_is_no_state(tell: Tell) -> None:
    claims = tell("Poland met Chile. He sold tea to Ghana.")
    assert [who(c.actor) for c in claims if c.relation == "supply"] in ([], ["-"])


def test_a_deal_told_before_lends_its_parties(tell: Tell) -> None:
    text = "Kenya signed an agreement with Qatar on gas. Kenya praised this agreement."
    assert "KEN agree natural gas > QAT: done" in typed(tell(text))


def test_whose_army_it_is_follows_from_the_state_that_the_article_speaks_of(tell: Tell) -> None:
    text = "Kenya sold tea to Poland. Kenya bought oil from Qatar. The government imposed a tariff on steel."
    assert typed(tell(text))[-1] == "KEN supply tea > POL: done"
    assert "KEN sanction steel: done" in typed(tell(text))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Finland says they will send tanks to Ukraine.", "FIN mobilize tanks > UKR: planned"),
        right("Zambia announced that they will ban exports of maize.", "ZMB sanction maize: done"),
    ],
)
def test_a_state_speaks_of_itself_as_of_many(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
