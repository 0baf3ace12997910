"""Common work is cooperation, whatever its verb; force by two is the act of each."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("China and Russia held naval drills.", "CHN cooperate - > RUS: done"),
        right("China held naval drills around Taiwan.", "CHN mobilize - > TWN: done"),
        right("Poland and Lithuania man three crossings jointly.", "POL cooperate - > LTU: done"),
        right("Qatar built a refinery in Pakistan in cooperation with Turkey.", "QAT cooperate refineries > TUR: done"),
        right("Peru and Chile released a joint statement."),
        right("UNICEF shipped wheat to Sudan.", "UN aid wheat > SDN: done"),
        right("Kenya donated medicine to the Red Cross.", "KEN aid medicine > IGO: done"),
        right("Kenya sold wheat to the World Food Programme.", "KEN supply wheat > UN: done"),
        right("Congolese rebels burned their rifles.", "COD retreat firearms: done"),
        right("Israel and France jointly bombed Egypt.", "FRA assault - > EGY: done", "ISR assault - > EGY: done"),
        right("Iran lobbed two rockets into the sea.", "IRN mobilize rockets: done"),
        right("Yemen fired a rocket at Israel.", "YEM assault - > ISR: done"),
        right("Peruvian police carried out raids.", "PER coerce -: done"),
        right("Serbia will never accept the plan.", "SRB reject -: done"),
        right("Chad's army vowed to take revenge.", "TCD threaten -: done"),
        right(
            "Chadian forces shot down two missiles fired by Niger.",
            "NER assault - > TCD: done",
            "TCD assault missiles > NER: done",
        ),
        right("Israel wants to destroy Iran's nuclear programme.", "ISR assault nuclear programme > IRN: sought"),
        right("Japan granted Laos an interest-free loan.", "JPN aid concessional loans > LAO: done"),
        right("Russian drones wrecked a bridge in Ukraine.", "RUS assault bridges > UKR: done"),
        right("Russian rockets set fire to a refinery in Ukraine.", "RUS assault refineries > UKR: done"),
        right("Mali told two French diplomats to leave the country.", "MLI coerce - > FRA: done"),
        right("Peru accounts for a third of the world's mined silver.", "PER produce silver: done"),
        right("Kenyan unions went on strike against the finance minister.", "KEN protest - > KEN: done"),
        right("China and Pakistan opened a copper mine in Balochistan.", "CHN cooperate copper mines > PAK: done"),
        right("France and Mongolia broke ground on a uranium mine.", "FRA cooperate uranium mines > MNG: done"),
        right("Egypt and Sudan inaugurated a railway.", "EGY cooperate railways > SDN: done"),
        right("Serbia and Hungary each built a pipeline.", "HUN produce pipelines: done", "SRB produce pipelines: done"),
        right("Kenya and Ghana are building ports.", "GHA produce ports: done", "KEN produce ports: done"),
    ],
)
def test_together_or_each(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
