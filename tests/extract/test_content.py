"""What a speech act is about, where its content has no cue of its own."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Kyiv poured cold water on the Chinese peace plan.", "UKR reject - > CHN: done"),
        right("Russia vetoed a resolution that would have halted fuel deliveries to Bosnia.", "RUS reject fuel: done"),
        right("Chad blames Sudan for the breach of a dam.", "TCD accuse dams > SDN: done"),
        right("Chad and Sudan haggle over the joint running of a port.", "TCD consult ports > SDN: done"),
        right("Polish miners downed tools over pay.", "POL protest - > POL: done"),
        right("China vetoed a resolution calling for a truce in Yemen.", "CHN reject - > YEM: done"),
        right("Kenyans took to the streets to oppose a coal plant.", "KEN protest coal-fired power plants > KEN: done"),
        right("Namibian villagers sue a Chinese lithium miner.", "NAM accuse - > CHN: done"),
        right("Farmers sued the Canadian copper miner over polluted water in Peru.", "PER accuse water > CAN: done"),
        right("Kenya condemned the Italian oil giant over its pipeline.", "KEN accuse pipelines > ITA: done"),
        right("Donald Trump will recognize Israeli sovereignty over the Golan Heights.", "USA support territory > ISR: planned"),
        right("The UN rejected Russia's annexation of Crimea.", "UN reject territory > RUS: done"),
        right("Kenya backed Morocco's claim of victory.", "KEN support - > MAR: done"),
        right("A court in Oslo found Equinor guilty of bribing officials in Angola."),
    ],
)
def test_what_it_is_about(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Lavrov warns the United States against giving Ukraine approval to use missiles.", "RUS request missiles > USA: done"
        ),
        right("Iraq's council rejects a ruling demanding that the region hand over its oil.", "IRQ reject oil: done"),
        right(
            "Trump condemned rioters who burned two schools in Ohio.",
            "USA accuse schools > USA: done",
            "USA coerce schools > USA: done",
        ),
        right("Palau called upon the United States to release the $60 million a year.", "PLW request money > USA: done"),
        right(
            "Blinken suggested that the Palestinian Authority should take over control of Gaza.",
            "USA request territory > PSE: done",
        ),
        right("Trump condemned a man who sells drugs.", "USA accuse - > man: done"),
        right("Kenya asked Chad to pay for it.", "KEN request - > TCD: done"),
    ],
)
def test_act_within_act(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Zelensky thanked Berlin for the tanks.", "UKR support tanks > DEU: done"),
        right("Namibian villagers accuse Rio Tinto of polluting the lake.", "NAM accuse lake > GBR: done"),
        right("Ukraine asked Berlin for tanks and jets.", "UKR request fighter jets > DEU: done", "UKR request tanks > DEU: done"),
        right("Kenya asked the EU for money and patience.", "KEN request money > EU: done"),
        right("Iran blamed Israel for a fire at its Natanz plant.", "IRN accuse Natanz plant > ISR: done"),
        right("Chad blamed Niger for the attack on a school.", "TCD accuse schools > NER: done"),
        right("Mali blames France for the accident in Paris.", "MLI accuse - > FRA: done"),
        right("Chad praised Niger's miners.", "TCD support - > NER: done"),
        right("Washington urged ByteDance to sell TikTok.", "USA request TikTok > CHN: done"),
        right("Chad asked Niger to buy Sudan out.", "TCD request - > NER: done"),
    ],
)
def test_thing_by_name(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
