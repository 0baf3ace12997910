"""News of mines and ores as agencies write it: who bars exports, who smuggles, who gives up a bid."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Zimbabwe does not allow exports of raw lithium.", "ZWE sanction lithium: done"),
        right("Zimbabwe no longer allows exports of lithium ore.", "ZWE sanction lithium: done"),
        right("Mali will not allow Barrick to export gold.", "MLI sanction gold > CAN: planned"),
        right("Indonesia will not permit the export of bauxite.", "IDN sanction bauxite: planned"),
        right("Indonesia allows the export of copper concentrate.", "IDN concede copper: done"),
        right("Chinese firms were barred from buying land in Texas.", "- sanction land > CHN: done"),
        right("Russian firms are barred from buying uranium from Niger.", "- sanction uranium > RUS: done"),
        right("India removed customs duties on imports of lithium.", "IND not sanction lithium: ended"),
    ],
)
def test_trade_that_is_not_let(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("First Quantum has idled the Cobre Panama copper mine.", "CAN not produce Cobre Panamá: ended"),
        right("Barrick owns half of the Reko Diq copper-gold mine in Pakistan.", "CAN possess Reko Diq: done"),
        right("Finland is home to Europe's largest nickel smelter.", "FIN possess smelters: done"),
        right("Chile sold copper mines to BHP.", "CHL supply copper mines > AUS: done"),
    ],
)
def test_a_mine_called_by_its_name_and_its_kind(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Rwanda has smuggled gold from Congo for years.", "RWA acquire gold > COD: done"),
        right("Traders smuggle gold out of Sudan to the Emirates.", "SDN supply gold > ARE: done"),
        right("Police smuggled the singer out of Kenya."),
        right("MMG's purchase of the mine was abandoned.", "CHN not acquire mines: refused"),
        right("Glencore's bid for Teck was dropped after talks failed.", "CHE not acquire Teck Resources: refused"),
        right("Ukraine appointed a US firm to run the mine.", "USA possess mines: planned"),
        right("Saudi Arabia selected Vedanta to build a copper smelter.", "IND produce smelters: planned"),
        right("Beijing curbed overcapacity in the aluminium sector."),
        right("Beijing curbed exports of aluminium.", "CHN sanction aluminium: done"),
    ],
)
def test_smuggled_chosen_given_up(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Zambia denies that it sold copper to the traders who financed the rebels.",
            "ZMB not supply copper > ZMB: done",
            "ZMB aid money > ZMB: done",
        ),
        right("China denied reports that it had banned exports of graphite.", "CHN not sanction graphite: done"),
    ],
)
def test_what_a_denial_tells_by_the_way(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Argentina abolished export taxes on soybeans.", "ARG not sanction soybeans: ended"),
        right("Mexico cancelled Ganfeng's lithium concession.", "MEX sanction lithium mines > CHN: done"),
        right("Germany blocked the sale of Aixtron to a Chinese buyer.", "DEU sanction Aixtron > CHN: done"),
        right("China blocked the sale of gallium to the United States.", "CHN sanction gallium > USA: done"),
        right("Zambia raised taxes on copper mining.", "ZMB sanction copper: done"),
        right("Chile scrapped taxes on lithium exports.", "CHL not sanction lithium: ended"),
        right("Mali raised taxes on the rich."),
        right("Brazil is considering export taxes on copper.", "BRA sanction copper: hedged"),
        right("Ghana's minerals commission revoked Gold Fields' lease on the Damang mine.", "GHA sanction Damang mine > ZAF: done"),
    ],
)
def test_what_a_measure_limits(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Eritrea's Bisha mine is 60% owned by China's Zijin.", "CHN possess mines: done"),
        right("The mine is 60 percent owned by Zijin.", "CHN possess mines: done"),
        right("Barrick owned 60 percent of the mine.", "CAN possess mines: done"),
        right("China will be the largest producer of nickel.", "CHN produce nickel: planned"),
        right("China is the largest producer of nickel.", "CHN produce nickel: done"),
        right("The ruling clears the way for Rio Tinto to develop the mine.", "GBR produce mines: hedged"),
        right(
            "Tesla approached Indonesia about building a nickel plant.",
            "USA consult smelters > IDN: done",
            "USA produce smelters: negotiated",
        ),
        right("The line will carry copper to Dar es Salaam.", "- supply copper > TZA: planned"),
    ],
)
def test_owned_in_part_and_not_yet_done(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Rebels backed by Rwanda control the Rubaya coltan mine.",
            "RWA support - > COD: done",
            "COD possess Rubaya mines > COD: done",
        ),
        right("M23 smuggled 150 tonnes of coltan to Rwanda.", "COD supply coltan > RWA: done"),
        right("The UN accused M23 of selling 150 tonnes of coltan to Rwanda.", "UN accuse coltan > COD: done"),
        right("A company owned by China exported cobalt.", "CHN supply cobalt: done"),
        right("Ivory Coast expects its gold output to reach 62 tonnes this year.", "CIV produce gold: planned"),
        right("Chile expects copper production to rise by 3 percent.", "CHL produce copper: planned"),
    ],
)
def test_backed_by_others_and_expected(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
