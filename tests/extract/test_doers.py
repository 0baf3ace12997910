"""Who does an act where no subject says so: the speaker, the court, the party, who fires a weapon, whose the law is."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Modi said that talks would go on, while condemning Pakistan for the raid.", "IND accuse - > PAK: done"),
        right("The Ghanaian minister says the pipeline was hit, accusing Togo of blackmail.", "GHA accuse - > TGO: done"),
        right("Macron said the strike was a mistake and called on Israel to stop.", "FRA request - > ISR: done"),
        right("Beijing said the tariffs were unjustified and urged Washington to lift them.", "CHN request - > USA: done"),
        right('Biden says "it is no protest", and calls on Donald Trump to end the siege.', "USA request - > USA: done"),
        right("Lavrov says the talks lead nowhere, thanking Chile for its help.", "RUS support - > CHL: done"),
        # somebody who can speak himself does
        right(
            "Peru's interior minister said the police had arrested ten Chileans and accused them of theft.",
            "PER accuse - > CHL: done",
            "PER coerce - > CHL: done",
        ),
        right("The bank said the economy is growing, attracting investors from Japan."),
    ],
)
def test_a_verb_of_speech_is_the_speakers(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("A Dane was jailed at a court in London for bribery.", "GBR coerce - > DNK: done"),
        right("A Ukrainian was sentenced in a Moscow court to ten years.", "RUS coerce - > UKR: done"),
        right("Four Egyptians were acquitted at a court in Athens.", "GRC concede - > EGY: done"),
        right("A Kenyan was arrested in court.", "- coerce - > KEN: done"),
        right("Five Russian diplomats were expelled from Norway.", "NOR coerce - > RUS: done"),
        right("Mali was suspended from the African Union after the coup.", "AU sanction - > MLI: done"),
        right("The expulsion of Chinese envoys from Lithuania went on.", "LTU coerce - > CHN: done"),
        right("Two Malian policemen were found guilty on Thursday of raping a Danish tourist.", "MLI assault - > DNK: done"),
    ],
)
def test_courts_and_bodies_act_in_the_passive(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("A Turkish drone flown by Ethiopian troops killed ten Eritreans.", "ETH assault - > ERI: done"),
        right(
            "A Russian helicopter was destroyed by an American missile used by Syrian rebels.",
            "SYR assault helicopters > RUS: done",
        ),
        right("The Turkish army says that jets hit PKK militants in Sinjar, Iraq.", "TUR assault - > TUR: done"),
        right(
            "Chad detained ten Malians after conducting raids that killed six Malians.",
            "TCD assault -: done",
            "TCD assault - > MLI: done",
            "TCD coerce - > MLI: done",
        ),
        right(
            "Chile announced limits on flights to Cuba. The new policy prohibits all flights to Cuba.",
            "CHL sanction flights > CUB: done",
            "CHL sanction flights > CUB: done",
        ),
        right("Policemen from Oslo arrested two Danes.", "NOR coerce - > DNK: done"),
        right("Man arrested in Kerala", "- coerce - > IND: done"),
        right("Amazon sued the European Commission.", "USA accuse - > EU: done"),
    ],
)
def test_arms_laws_and_names_lead_to_who_acts(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Jihadist raids in Mali killed forty.", "MLI assault - > MLI: done", "MLI coerce - > MLI: done"),
        right("A separatist ambush killed four Pakistani soldiers.", "PAK assault - > PAK: done"),
        right("Militant attack kills five in Mali", "MLI assault - > MLI: done"),
        right("Extremist views spread in Mali."),
        right("Parisian police arrested 105 people.", "FRA coerce - > FRA: done"),
        right("New Yorkers marched against Donald Trump.", "USA protest - > USA: done"),
    ],
)
def test_adjectives_of_fighters_and_of_towns_name_who_acts(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Glencore sold a smelter in Canada to Korea Zinc. The buyer has supplied zinc to Poland.",
            "CHE supply smelters > KOR: done",
            "KOR supply zinc > POL: done",
        ),
        right(
            "Rosneft sold a refinery in Germany. The seller has supplied oil to Poland.",
            "RUS supply oil > POL: done",
            "RUS supply refineries: done",
        ),
        right("The talks failed, said Kim Otieno, the Kenyan minister, who blamed Uganda.", "KEN accuse - > UGA: done"),
        right("The operator of the Tengiz field cut output by a fifth.", "KAZ produce oil: done"),
        right("Akyem produced 295,000 ounces of gold.", "GHA produce gold: done"),
        right("The minister blamed Israel for the strike.", "minister accuse - > ISR: done"),
        right("Nigerian migrants arrived in Lampedusa, Italy. Migrants attacked policemen.", "NGA assault - > ITA: done"),
        right(
            "Chinese fishermen met Filipino fishermen in Manila. Fishermen attacked policemen.",
            "CHN consult - > PHL: done",
            "PHL assault - > PHL: done",
        ),
    ],
)
def test_descriptions_lead_to_who_was_told_of(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Farmers in France and Spain blocked roads.", "ESP coerce roads: done", "FRA coerce roads: done"),
        right("In Mali and Niger, police arrested two Danes.", "MLI coerce - > DNK: done", "NER coerce - > DNK: done"),
        right("Kenya's soldiers in Chad and Mali arrested two Danes.", "KEN coerce - > DNK: done"),
        right("In Iran and Iraq, Turkey arrested two Danes.", "TUR coerce - > DNK: done"),
        right("A truce was signed with the M23, Congo announced.", "COD agree - > COD: done"),
        right("A deal was reached with Iran, Reuters said.", "- agree - > IRN: done, says Reuters"),
    ],
)
def test_people_of_two_lands_and_parties_to_a_deal(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
