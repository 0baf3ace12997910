"""Words for acts that tell none, beside those that do."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # of what somebody speaks
        right("Peruvian miners' union on arrests in Lima"),
        right("Teachers on strike in Lyon", "FRA protest - > FRA: done"),
        # courts, campaigns, letters, guests
        right("A Kenyan court held a hearing on the Ugandan ban."),
        right("Senator Lee held a campaign rally in Ohio."),
        right("Thousands held a rally against the government in Tbilisi.", "GEO protest - > GEO: done"),
        right("Kenya's Central Bank sent Uganda a letter of intent.", "KEN agree - > UGA: done"),
        right("Kenya sent Uganda a letter of support.", "KEN support - > UGA: done"),
        right(
            "Kenya handed the Ugandan ambassador a note demanding that Uganda leave Migingo.",
            "KEN request Migingo Island > UGA: done",
        ),
        right("The bishop receives visitors in a house by the lake."),
        right("The bishop received the Ugandan ambassador.", "UGA consult - > UGA: done"),
        # what is in danger, joked about, out of order
        right("The raid threatens the ceasefire between Chad and Sudan."),
        right("Kenya's president joked about bombing Uganda."),
        right("Power and water were cut off in the north of Ghana."),
        right("Power to Togo was cut off.", "- sanction electricity > TGO: done"),
        right("Ghana cut off power to Togo.", "GHA sanction electricity > TGO: done"),
        # no person, no gift, no share
        right("The bill is ready, but France may kill it."),
        right("Opposition leader Bobi Wine was released from hospital in Kampala."),
        right(
            "Kenyan troops equipped with Chinese drones attacked rebels in Somalia.",
            "KEN assault - > SOM: done",
        ),
        right("Students hold the president to account for crude."),
        # data, dates, computers
        right("Records of the German army were compromised.", "- coerce - > DEU: done"),
        right("Kenya compromised with Uganda over fish.", "KEN agree fish > UGA: done"),
        right("The vote in Chad was slated for May."),
        right("Israel carried out a cyber attack on a plant at Natanz.", "ISR coerce - > IRN: done"),
        # what is agreed, offered, limited, given
        right("The truce that Kenya struck with Uganda holds.", "KEN agree - > UGA: done"),
        right("Kenya accepted an offer of four helicopters from Chile.", "KEN acquire helicopters > CHL: done"),
        right("Kenya signed a loan with the World Bank.", "KEN agree - > WB: agreed"),
        right("Germany's cartel office blocks Microsoft's acquisition of a Finnish firm.", "DEU sanction - > USA: done"),
        right(
            "Panama's Supreme Court annulled the concession held by a Chinese firm.",
            "CHN possess concession: done",
            "PAN sanction - > CHN: done",
        ),
        right("Chad gave away 8,000 laptops to students in Niger.", "TCD aid computers > NER: done"),
        right("Norway will fund military aid to Ukraine.", "NOR aid military aid > UKR: planned"),
        right("Unions in France call for a general strike.", "FRA protest - > FRA: sought"),
        right("Taiwan reported an incursion into its airspace by Chinese jets.", "CHN mobilize - > TWN: done"),
        right("Rwanda denies sending weapons to the rebels in Congo.", "RWA not supply weapons > COD: done"),
        right(
            "The International Court of Justice ruled that Israel's occupation of the West Bank is unlawful.",
            "UN accuse - > ISR: done",
        ),
        # the way home, and who asks for the press
        right("Lavrov flew to Moscow from Beijing."),
        right("Lavrov flew to Beijing.", "RUS consult - > CHN: done"),
        right("Speaking to Ann Ward of the BBC, Zelensky praised Poland.", "UKR support - > POL: done"),
        # before the verb "in" lets nobody in; what is opened as a shelter was built before
        right("In the end Chad let the mine go to a Peruvian firm.", "TCD concede mines: done"),
        right("Venezuela opened schools as shelters."),
        # the dead of the world wars
        right("The pope visited the graves of Polish soldiers killed in World War II."),
    ],
)
def test_mere(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
