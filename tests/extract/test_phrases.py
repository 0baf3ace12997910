"""Phrases hang on the word that they belong to, whatever the parser says."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The visit by Peru's president to Chile was brief.", "PER consult - > CHL: done"),
        right("Togo accused the head of the army of plotting with Malian help.", "TGO accuse - > TGO: done"),
        right("Nepal Imports Bhutanese Rice After Flood Destroys Crops", "NPL acquire rice > BTN: done"),
        right("Emirati fund ADQ plans to buy a port in Kenya.", "ARE acquire ports > KEN: planned"),
        right(
            "Under a deal reached in Oslo, Mali's government and the rebels will swap 40 prisoners.",
            "MLI concede - > MLI: agreed",
            "MLI concede - > MLI: agreed",
        ),
        right("A bombing in Cali, which killed two Peruvian guards, shook the town.", "- assault - > PER: done"),
        right(
            "A car bomb in Mogadishu, Somalia kills three Kenyan soldiers and wounds nine.",
            "- assault - > KEN: done",
            "- assault - > KEN: done",
        ),
        right(
            "An airstrike by Chad kills six Libyan rebels, wounds four and destroys a bridge.",
            "TCD assault - > LBY: done",
            "TCD assault - > LBY: done",
            "TCD assault bridges > LBY: done",
        ),
        right(
            "Peru and Chile signed a deal on the construction of a port for Petroperú by Cosco.",
            "PER agree ports > CHL: done",
            "CHN produce ports > PER: agreed",
        ),
        right("Ghana discussed a refinery at Tema with China.", "GHA consult refineries > CHN: done"),
        right("Gabon stripped Eramet, a French firm, of its manganese mine.", "GAB seize mines > FRA: done"),
        right("Peru robbed Cameco of its mine.", "PER seize mines > CAN: done"),
    ],
)
def test_hung_right(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("A lorry overturned near Mbeya, Tanzania killing nine."),
        right("Rebels in Kidal, Mali shot three Kenyan soldiers.", "MLI assault - > KEN: done"),
        right("A Chadian court sentences Togolese activist Kofi Mensah to six years in prison.", "TCD coerce - > TGO: done"),
        right("Flooding in the Georgian capital, Tbilisi, destroyed 30 homes."),
    ],
)
def test_where_a_city_lies_is_no_subject(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Chad announces a deal with Togo as Niger invades Benin's north",
            "TCD agree - > TGO: done",
            "NER assault - > BEN: done",
        ),
        right(
            "Brasília announced a tariff on steel from Chile, a tariff on cars from Japan and a tariff on rice from India.",
            "BRA sanction steel > CHL: done",
            "BRA sanction cars > JPN: done",
            "BRA sanction rice > IND: done",
        ),
        right("Togo called for Ghana to free the envoy.", "TGO request - > GHA: done"),
        right("Togo is waiting for Ghana to free the envoy."),
        right(
            "Rusal sells aluminium to Japan but was sued by Guinea.",
            "RUS supply aluminium > JPN: done",
            "GIN accuse - > RUS: done",
        ),
        right(
            "Kenya's president signed legislation providing $35 million in aid to Somalia.",
            "KEN aid money > SOM: done",
        ),
        right(
            "Chile imposed sanctions on Peru by an executive order forbidding exports of wheat.",
            "CHL sanction - > PER: done",
            "CHL sanction wheat: ordered",
        ),
        right("The fund is aimed at stabilising market prices."),
        right("Egyptian and Jordanian jets bombed Libya.", "EGY assault - > LBY: done", "JOR assault - > LBY: done"),
        right("Amina Orr worked for a bank in Togo. She was sentenced to three years in prison.", "- coerce - > Amina Orr: done"),
        right("South African President Cyril Ramaphosa pardoned his predecessor Jacob Zuma.", "ZAF concede - > ZAF: done"),
    ],
)
def test_roles_from_another_clause(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
