"""Examples stand for their kind, names for those whom a plural counts, both goods for a flow; who lacks is who suffers for it."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "China imposed tariffs on American goods, including soybeans and pork.",
            "CHN sanction pork > USA: done",
            "CHN sanction soybeans > USA: done",
        ),
        right("France sold arms to Egypt, including mortars.", "FRA supply mortars > EGY: done"),
        right(
            "Canada approved an arms sale to Oman, including tanks and mortars.",
            "CAN supply mortars > OMN: agreed",
            "CAN supply tanks > OMN: agreed",
        ),
        right(
            "Canada will provide new military aid to Ukraine, including shells and tents.",
            "CAN aid ammunition > UKR: planned",
            "CAN aid emergency shelter > UKR: planned",
        ),
        right("Joe Biden announced a military aid package for Ukraine, containing rockets.", "USA aid rockets > UKR: promised"),
        right("France sold wheat to several states, including Egypt.", "FRA supply wheat > EGY: done"),
        right(
            "Mali announced a ban on straws, puppets and cups.",
            "MLI sanction cups: done",
            "MLI sanction puppets: done",
            "MLI sanction straws: done",
        ),
        right("India put tariffs on $3 billion worth of Chinese steel.", "IND sanction steel > CHN: done"),
        right("Kenya banned minerals such as copper and tin.", "KEN sanction copper: done", "KEN sanction tin: done"),
        right("Oman suspended coal and gas exports.", "OMN sanction coal: done", "OMN sanction natural gas: done"),
        right("Zambia buys maize and wheat flour from Malawi.", "ZMB acquire flour > MWI: done", "ZMB acquire maize > MWI: done"),
        right(
            "China will sanction the American arms makers Boeing and Raytheon.",
            "CHN sanction - > USA: planned",
            "CHN sanction - > USA: planned",
        ),
        right("Hospitals in Sudan closed because of a shortage of medicine.", "SDN need medicine: done"),
        right("Cuba's power plants stopped amid a shortage of fuel oil.", "CUB need fuel oil: done"),
        right("Kites are grounded due to the Israeli raids and a lack of wind."),
        right("The talks failed for lack of trust."),
        right("The tanker was carrying oil from Iraq to Turkey.", "IRQ supply oil > TUR: done"),
        right("Kenya's Kipchoge wins gold in Tokyo."),
        right("Ghana has high gun ownership rates."),
    ],
)
def test_what_stands_for_what(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == list(expected)
