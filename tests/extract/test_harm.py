"""Who harms whom where the verb does not say it, and what is nobody's act."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Six Kenyan soldiers were killed in a bombing carried out by al-Shabaab.", "SOM assault - > KEN: done"),
        right("Four Indian policemen were killed in a shootout with Maoist rebels.", "IND assault - > IND: done"),
        right(
            "Five Kenyan policemen were killed when al-Shabaab gunmen opened fire on a bus.",
            "SOM assault - > KEN: done",
            "SOM assault trucks and buses > KEN: done",
        ),
        right("Three Ukrainians died and 20 others were wounded by Russian shelling.", "RUS assault - > UKR: done"),
        right("Nine people were killed in an explosion at a firecracker plant in India."),
        right("A rocket fired from Sudan injured a Chadian farmer.", "SDN assault - > TCD: done"),
        right("A landslide injured a Chadian farmer."),
        right("Two Kenyan policemen died in a gang ambush in Haiti.", "HTI assault - > KEN: done"),
        right("Two people were confirmed killed in Peru."),
        right("Turkish troops resisted an attack by the PKK."),
        right(
            "Mozambican rebels killed two Ugandan soldiers and wounded several others.",
            "MOZ assault - > UGA: done",
            "MOZ assault - > UGA: done",
        ),
        right("A Sudanese warship was destroyed in an airstrike by the Eritrean army.", "ERI assault warships > SDN: done"),
        right(
            "Four Chadian herders were killed and two others are missing in an ambush by Sudanese rebels.",
            "SDN assault - > TCD: done",
        ),
        right("Three Kenyan guards were killed in a mass shooting by Somali gunmen.", "SOM assault - > KEN: done"),
        right(
            "Al-Shabaab claimed responsibility for a blast in Nairobi which killed two Kenyan guards.", "SOM assault - > KEN: done"
        ),
        right(
            "Six Kenyan nurses were abducted by al-Shabaab, with four Kenyan doctors being taken hostage.",
            "SOM coerce - > KEN: done",
            "SOM coerce - > KEN: done",
        ),
        right("Five miners were killed in an explosion at a copper mine in Zambia."),
        right("Four people were wounded by celebratory gunfire in Iraq."),
        right("Sudanese troops launched 90 drones at Chad.", "SDN assault - > TCD: done"),
    ],
)
def test_who_harms(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("A drone killed two Kenyan guards near Garissa.", "- assault - > KEN: done"),
        right("A Somali drone killed two Kenyan guards near Garissa.", "SOM assault - > KEN: done"),
        right("Eritrea's army launched an attack with drones against Djibouti.", "ERI assault - > DJI: done"),
        right("Nine Malian soldiers were killed in fighting with Chadian rebels.", "TCD assault - > MLI: done"),
        right(
            "A Chadian ferry was sunk by Sudan's navy, killing nine Chadian sailors.",
            "SDN assault - > TCD: done",
            "SDN coerce ships > TCD: done",
        ),
    ],
)
def test_weapons_act_for_whose_they_are(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Norway stepped up its bombardment of Iceland.", "NOR assault - > ISL: done"),
        right("Russian oil to Hungary is suspended.", "- sanction oil > HUN: done"),
        right("Chad and Sudan entered a truce brokered by Qatar.", "SDN retreat - > TCD: done", "TCD retreat - > SDN: done"),
        right("Nurses protested in Lima against the arrest of Venezuelan doctors.", "PER protest -: done"),
        right("Togo condemned the killing of Ghanaian fishermen.", "TGO accuse -: done"),
        right("Togo is denied access to Ghana's market.", "- sanction - > TGO: done"),
    ],
)
def test_victims_and_brokers_are_no_party(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Three rebels were killed in Chad on Tuesday.", "- assault - > TCD: done"),
        right("Two soldiers were wounded in Mali.", "- assault - > MLI: done"),
        right("Twelve officers were injured at protests in Paris.", "- assault - > FRA: done", "FRA protest -: done"),
        right("Nine people have been killed in unrest in Sudan.", "- assault - > SDN: done"),
        right("Four teenagers were shot at a Texas graduation party.", "- assault - > USA: done"),
        right("Two people were stabbed at a Berlin market.", "- assault - > DEU: done"),
        right("Six people were wounded in a knife attack in the 19th arrondissement of Paris.", "- assault - > FRA: done"),
        right("Three soldiers were killed in a helicopter crash in Mali."),
        right("Two soldiers were killed when their lorry overturned in Kenya."),
        right("Thirty people were hurt when a stand collapsed at a stadium in Lyon."),
    ],
)
def test_who_falls_with_no_mishap_told(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
