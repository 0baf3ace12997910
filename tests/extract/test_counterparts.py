"""Whom descriptions of a tie, a home or a part of the world mean: "its neighbour", "the Chinese miner", "the Nordic country"."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.model import Article
from kg.resolve import Linker, resolve
from kg.vocab import Vocabulary
from tests.extract.telling import right, typed

TIES = [
    right(
        "Congo's president, Felix Tshisekedi, condemned Rwanda. He accuses his neighbour of plundering his country's coltan.",
        "COD accuse - > RWA: done",
        "COD accuse coltan > RWA: done",
    ),
    right("Guyana's neighbour, Venezuela, exports oil.", "VEN supply oil: done"),
    right(
        "Uniper sued Gazprom. The German utility had bought gas from the Russian exporter.",
        "DEU accuse - > RUS: done",
        "DEU acquire natural gas > RUS: done",
    ),
    right(
        "Japan and the Philippines signed a pact. China protested. Tokyo will sell its partner coastal radars.",
        "CHN protest -: done",
        "JPN agree - > PHL: done",
        "JPN supply radar systems > PHL: planned",
    ),
    right("Its biggest customer, China, bought ore from BHP.", "CHN acquire ore > AUS: done"),
]
HOMES = [
    right(
        "CMOC mines cobalt. Glencore mines zinc. The Chinese company sold 114,000 tonnes of cobalt.",
        "CHE produce zinc: done",
        "CHN produce cobalt: done",
        "CHN supply cobalt: done",
    ),
    right(
        "Ankara condemned Stockholm. The Nordic country has lifted an arms embargo on Turkey.",
        "SWE not sanction arms > TUR: ended",
        "TUR accuse - > SWE: done",
    ),
    right(
        "China and Zambia held talks. The southern African nation exports copper.",
        "CHN consult - > ZMB: done",
        "ZMB supply copper: done",
    ),
    right(
        "Burkina Faso's junta has seized two mines from Britain's Endeavour Mining. The country needs gold.",
        "BFA need gold: done",
        "BFA seize mines > GBR: done",
    ),
    right(
        "The European Commission signed a deal with Rwanda on tin. Kenya urged the bloc to suspend the deal.",
        "EU agree tin > RWA: done",
        "KEN request tin > EU: done",
    ),
    right(
        "Zambia has handed Konkola Copper Mines back to Vedanta. The country wants to triple its output of the metal.",
        "ZMB produce copper: sought",
        "ZMB supply Konkola Copper Mines > IND: done",
    ),
    right(
        "Thailand and Cambodia clashed on Thursday. They agreed to a truce at talks in Malaysia. Both sides traded blame.",
        "KHM accuse - > THA: done",
        "KHM assault - > THA: done",
        "KHM retreat - > THA: agreed",
        "THA accuse - > KHM: done",
        "THA assault - > KHM: done",
        "THA retreat - > KHM: agreed",
    ),
]
COUNTED = [
    right(
        "Mali, Niger and Chad need wheat. The three landlocked states accuse Togo of theft.",
        *(f"{code} need wheat: done" for code in ("MLI", "NER", "TCD")),
        *(f"{code} accuse - > TGO: done" for code in ("MLI", "NER", "TCD")),
    ),
    right(
        "Mali, Niger and Chad need wheat. The three companies sued Shell.",
        *(f"{code} need wheat: done" for code in ("MLI", "NER", "TCD")),
        "three companies accuse - > GBR: done",
    ),
    right(
        "Israel Katz accused Tayyip Erdogan of fraud. Azerbaijan ships crude to Israel.",
        "ISR accuse - > TUR: done",
        "AZE supply oil > ISR: done",
    ),
]
STRIKES = [
    right("Russia has stepped up strikes on Ukraine's power grid.", "RUS assault power grids > UKR: done"),
    right("Bolivia holds vast resources of lithium.", "BOL possess lithium: done"),
    right("Nurses in Kenya stepped up strikes over pay.", "KEN protest - > KEN: done"),
]
DENIALS = [
    right("The Kremlin neither confirmed nor denied the transfer. Iran denied the shipment."),
    right("Moscow denied Armenia the shipment.", "RUS sanction - > ARM: done"),
]
STONES = [
    right(
        "De Beers mines diamonds. Police in Namibia seized the stones.",
        "GBR produce diamonds: done",
        "NAM seize diamonds: done",
    ),
    right(
        "De Beers mines diamonds. Youths in Chad threw stones at the police.",
        "GBR produce diamonds: done",
        "TCD assault - > TCD: done",
    ),
]
BODIES = [
    right("Green Rivers, a campaign group, accused Shell of fraud.", "NGO accuse - > GBR: done"),
    right("Pacific Rivers Watch (PRW), an advocacy group, sued Glencore.", "NGO accuse - > CHE: done"),
    right("Goldwell, a mining group, accused Shell of fraud.", "Goldwell accuse - > GBR: done"),
    right("The rebels in Yemen released five oil workers.", "YEM concede - > YEM: done"),
]


@pytest.mark.parametrize(("text", "expected"), [*TIES, *HOMES, *BODIES, *COUNTED, *STRIKES, *DENIALS, *STONES])
def test_descriptions(extractor: Extractor, vocab: Vocabulary, text: str, expected: tuple[str, ...]) -> None:
    """Each description leads to whom it means, and to nobody else."""
    claims = resolve(extractor([Article(id="x", text=text)]), Linker(vocab))
    assert typed(claims) == sorted(expected)
