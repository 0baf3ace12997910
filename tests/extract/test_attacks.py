"""Attacks that are told by a noun, by a headline without an auxiliary, or by the sentence before."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Al-Shabaab claimed responsibility for a car bombing in Nairobi.", "SOM assault - > KEN: done"),
        right("The militant group Boko Haram claimed responsibility for the attack.", "NGA assault -: done"),
        right("The Taliban admitted responsibility for the killing of two Nepali guards.", "AFG assault - > NPL: done"),
        right("Eritrea denied any involvement in the attack.", "ERI not assault -: done"),
        right("Russia was behind the missile strike on Odesa.", "RUS assault - > UKR: done"),
        right("Kenya took responsibility for the school."),
        right("The driver is behind the wheel of an ambulance."),
    ],
)
def test_attacks_are_claimed_and_denied(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Clashes broke out in Nairobi between police and students.", "KEN assault - > KEN: done", "KEN assault - > KEN: done"
        ),
        right("Fighting erupted between Chadian and Sudanese troops.", "SDN assault - > TCD: done", "TCD assault - > SDN: done"),
        right("Two suicide bombings took place in Pakistan.", "- assault - > PAK: done"),
        right("A bomb exploded in Quetta, killing two Pakistani guards.", "- assault - > PAK: done"),
        right("A debate broke out in Nairobi between two ministers."),
        right("A cholera outbreak occurred in Chad."),
    ],
)
def test_strife_breaks_out(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Iran fired two missiles towards Cyprus.", "IRN assault - > CYP: done"),
        right("Twenty Iranian missiles were launched at Israel.", "IRN assault - > ISR: done"),
        right("Three Russian drones were fired at Kyiv.", "RUS assault - > UKR: done"),
        right("An Iranian satellite was launched at dawn."),
    ],
)
def test_arms_are_fired_towards_a_land(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Kenyan minister stabbed", "- assault - > KEN: done"),
        right("Two officers shot in Nairobi", "- assault - > KEN: done"),
        right("Three teenagers shot and wounded in Lagos", "- assault - > NGA: done"),
        right("Peruvian journalist shot dead in Lima", "- assault - > PER: done"),
        right("Oil depot in Kharkiv hit by drone strike", "- assault oil depots > UKR: done"),
        right("Soldiers shot at marchers in Lima", "PER assault - > PER: done"),
        right("Togo hit by drought"),
    ],
)
def test_headlines_leave_out_the_auxiliary(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("An Israeli airstrike destroyed a hospital in Beirut.", "ISR assault hospitals > LBN: done"),
        right("Ukraine used drones to destroy an oil depot in Rostov.", "UKR assault oil depots > RUS: done"),
        right("A Russian missile strike in Izmail damages two warehouses.", "RUS assault warehouses > UKR: done"),
        right("A lightning strike destroyed a barn in Ohio."),
        right("A strike by dockers damaged trade in Peru.", "PER protest - > PER: done"),
    ],
)
def test_arms_of_war_attack_what_they_destroy(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("A Syrian commander was killed in an Israeli airstrike in southern Lebanon.", "ISR assault - > SYR: done"),
        right("Two Kenyans were killed in an Ethiopian raid in Moyale.", "ETH assault - > KEN: done"),
        right(
            "Two Malian soldiers were killed and five more injured in an ambush in Gao.",
            "- assault - > MLI: done",
            "- assault - > MLI: done",
        ),
        right(
            "A shooting in Nairobi leaves ten Kenyans dead and another six injured.",
            "- assault - > KEN: done",
            "- assault - > KEN: done",
        ),
        right("A bomb wounded the Kenyan mayor and two others in Mombasa.", "- assault - > KEN: done", "- assault - > KEN: done"),
    ],
)
def test_victims_tell_the_attack_once_and_all_of_them(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Gunmen attacked a hotel in Nairobi. Two guards were killed, police said.",
            "- assault - > KEN: done",
            "KEN assault hotel > KEN: done",
        ),
        right("Rockets struck Haifa. A woman was wounded.", "- assault - > ISR: done", "- assault - > ISR: done"),
        right("Gunmen attacked a hotel in Nairobi. Ten people were killed in a ferry accident.", "KEN assault hotel > KEN: done"),
        right("A ferry sank off Samar in the Philippines. Ten people were killed."),
        right("Kenya bought wheat from Ukraine. Two people were injured.", "KEN acquire wheat > UKR: done"),
    ],
)
def test_the_story_goes_on(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Sudan's army launched missiles at Ndjamena, hitting a hospital.",
            "SDN assault - > TCD: done",
            "SDN assault hospitals > TCD: done",
        ),
        right(
            "Ethiopia launched airstrikes on several targets across Eritrea, striking an oil depot.",
            "ETH assault - > ERI: done",
            "ETH assault oil depots > ERI: done",
        ),
        right(
            "Israeli jets attacked Lebanon, hitting a fuel depot in Syria.",
            "ISR assault - > LBN: done",
            "ISR assault oil depots > SYR: done",
        ),
    ],
)
def test_what_is_hit_in_an_attack_is_theirs(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Israel's military said fighter jets struck a depot in Syria.", "ISR assault warehouses > SYR: done"),
        right("Ukraine's army said drones attacked Odesa.", "- assault - > UKR: done, says Ukraine's army"),
        right("Two Iranian drones were shot down over Iraq.", "- assault drones > IRN: done"),
        right("Ukraine said it shot down 40 Russian drones over Kyiv.", "UKR assault drones > RUS: done"),
        right("A school was hit by rockets fired from Gaza.", "PSE assault schools: done"),
        right("The airport in Kuwait was struck by missiles coming from Iran.", "IRN assault airports > KWT: done"),
    ],
)
def test_whose_weapons_strike_and_are_struck(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
