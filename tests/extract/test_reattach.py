"""What the parser hangs on the wrong word is moved to the right one; what is right stays."""

from __future__ import annotations

import pytest

from kg import read_articles
from kg.extract import Extractor
from kg.extract.parse import parse
from kg.model import Article
from tests.conftest import ROOT, Tell
from tests.extract.telling import right, typed

MENDED = [
    right("Cairo cuts duties on rice, sugar", "EGY not sanction rice: ended", "EGY not sanction sugar: ended"),
    right("Peru miners end six-week strike at copper pit", "PER not protest - > PER: ended"),
    right(
        "The Zambian government sold First Quantum, a Canadian company, a new batch of copper.",
        "ZMB supply copper > CAN: done",
    ),
    right("Malta's coast guard let go a Libyan trawler.", "MLT concede fishing vessels > LBY: done"),
    right("Peruvian police let the Chilean sailors go on Friday.", "PER concede - > CHL: done"),
    right("The Zambian government sold First Quantum, a Canadian company, a copper mine.", "ZMB supply copper mines > CAN: done"),
    right("Three Kenyans killed in Israeli airstrike", "ISR assault - > KEN: done", "ISR assault -: done"),
    right(
        "The minister said that Zambia had lost copper and asked Angola to send doctors.",
        "ZMB request - > AGO: done",
    ),
    right("The Omani aide says that talks have made progress but urges Iran to wait.", "OMN request - > IRN: done"),
    right("Japan says that missiles fell into the sea and condemns Pyongyang.", "JPN accuse - > PRK: done"),
    right(
        "Israel says Iran enriches uranium and arms Hamas.",
        "IRN aid - > PSE: done, says Israel",
        "IRN produce uranium: done, says Israel",
    ),
    right("The President of Chile Gabriel Boric and the President of Peru Dina Boluarte met in Lima.", "CHL consult - > PER: done"),
    right("Morocco granted 600 prisoners amnesty.", "MAR concede - > MAR: done"),
    right("Germany offers Afghan refugees asylum.", "DEU aid asylum > AFG: offered"),
    right("France agreed that autumn to sell Yerevan radars.", "FRA supply radar systems > ARM: agreed"),
    right("Norway to hand Kyiv two air-defence batteries", "NOR aid air defence systems > UKR: planned"),
    right("Nigeria paid Shell $800 million.", "NGA supply money > GBR: done"),
    right(
        "World Bank offers Fiji $50m for sea walls",
        "WB aid water infrastructure > FJI: offered",
        "WB aid water infrastructure > FJI: done",
    ),
    right("Orano loses mine as Niger's junta nationalises gold mines", "NER seize gold mines: done"),
    right("Washington vows strikes on Mexican cartels", "USA assault - > MEX: promised"),
    right("Norway dismissed Moscow's offer to sell gas.", "NOR reject natural gas > RUS: done"),
    right("A Chinese company is mining bauxite in Guinea.", "CHN produce bauxite: done"),
    right("Gabon, home to manganese, exports timber.", "GAB possess manganese: done", "GAB supply timber: done"),
    right(
        "Chile's Codelco and Italy's Eni sold copper to Kenya.", "CHL supply copper > KEN: done", "ITA supply copper > KEN: done"
    ),
    right("Barrick gave up mining gold in Mali.", "CAN not produce gold: ended"),
    right("Khartoum let U.N. aircraft land in Waat.", "SDN concede aircraft > UN: done"),
    right(
        "Peru lifted the ban on Chilean copper, a notice showed, while leaving in place its embargo on Cuban sugar.",
        "PER sanction sugar > CUB: done",
    ),
    right("It was Japan that bought the gas.", "JPN acquire natural gas: done"),
    right("It was not Chad but Niger that expelled the French envoy.", "NER coerce - > FRA: done"),
    right("Niger awarded a Turkish firm rights to mine gold.", "TUR produce gold: hedged"),
    right("The pact lets Indian companies ship coal to Oman.", "IND supply coal > OMN: hedged"),
]
LEFT_ALONE = [
    right("France sold Armenian radars.", "FRA supply radar systems: done"),
    right("Kenya killed a plan to sell oil."),
    right("Kenya made police deal with protesters."),
]


@pytest.mark.parametrize(("sentence", "expected"), MENDED)
def test_facts_of_english_that_the_parser_misses(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert set(expected) & set(typed(tell(sentence)))


@pytest.mark.parametrize(("sentence", "expected"), LEFT_ALONE)
def test_what_is_right_stays(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert [line for line in typed(tell(sentence)) if "assault" in line or "supply" in line] == list(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "The two countries struck a deal under which Peru will pay $90 million, drop its claim and withdraw its troops.",
            "PER concede -: agreed",
            "PER retreat -: agreed",
            "PER supply money: agreed",
            "two countries agree -: done",
        ),
        right("Chile denies that it owes the money and has taken the dispute to a court in London.", "CHL accuse -: done"),
        right(
            "Growers in Kenya fear that the pact will bring little and called on parliament to reject it.",
            "KEN request - > KEN: done",
        ),
        right("Zambia needs the dam to power its smelters.", "ZMB need dams: done"),
    ],
)
def test_a_verb_is_beside_one_of_its_own_form(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Egypt courts Eritrea and Somalia, to which it sent weapons last year.",
            "EGY aid weapons > ERI: done",
            "EGY aid weapons > SOM: done",
        ),
        right(
            "Mali is near Ghana and Togo, from which it buys power.",
            "MLI acquire electricity > GHA: done",
            "MLI acquire electricity > TGO: done",
        ),
    ],
)
def test_what_opens_with_a_preposition_and_which_tells_of_the_noun_before(
    sentence: str, expected: tuple[str, ...], tell: Tell
) -> None:
    assert typed(tell(sentence)) == sorted(expected)


def test_what_is_mended_is_still_a_tree(extractor: Extractor) -> None:
    """Nothing stands above itself but the root of a sentence, so that whoever climbs a parse comes to an end."""
    money = "The treaty will see Australia sending Nauru AU$100 million in support."  # a sum behind a name in front of its number
    texts = [money, *(case.values[0] for case in MENDED if isinstance(case.values[0], str))]
    articles = [Article(str(number), text) for number, text in enumerate(texts)]
    for folder in ("examples", "tests/gold/dev"):
        articles += read_articles(ROOT / folder)
    docs = [doc for _, found in parse(extractor.nlp, articles, extractor.vocab) for doc in found]
    words = [word for doc in docs for word in doc if not word.is_space]
    assert len(docs) > len(texts)
    assert [(w.text, w.dep_, w.sent.text) for w in words if (w.head == w) != (w.dep_ == "ROOT")] == []
    assert all(word.head == word or any(a.head == a for a in word.ancestors) for word in words)
