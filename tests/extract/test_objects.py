"""Times that are given, what is put on hold or replaced, and whoever joins in: what a verb has as its object, and who acts."""

from __future__ import annotations

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed

TOLD = [
    right("Modi gave Nepal ten days to hand over its uranium.", "IND request uranium > NPL: done"),
    right("The junta in Niger gave French troops one month to leave.", "NER request - > FRA: done"),
    right("Kenya gives Uganda two weeks to reopen border", "KEN request - > UGA: done"),
    right("Beijing put on hold its tariffs on Canadian canola.", "CHN not sanction rapeseed > CAN: ended"),
    right("Beijing put its tariffs on canola on hold.", "CHN not sanction rapeseed: ended"),
    right("Ghana swaps cocoa export ban for quotas", "GHA not sanction cocoa: ended"),
    right("Peru replaced its ban on copper exports with quotas.", "PER not sanction copper: ended"),
    right("Indonesia will replace the export ban on bauxite with a tax.", "IDN not sanction bauxite: planned"),
    right("Peru joined Chile in condemning Bolivia for the attack.", "CHL accuse - > BOL: done", "PER accuse - > BOL: done"),
    right(
        "Poland will join Latvia in buying drones from Turkey.",
        "LVA acquire drones > TUR: planned",
        "POL acquire drones > TUR: planned",
    ),
    right("Bhutan has water, and India has the demand.", "BTN possess water: done"),
]
TURNED_TO = [
    right("Chad turned to France for a loan.", "TCD request loans > FRA: done"),
    right("Pakistan turned to the IMF for help.", "PAK request - > IMF: done"),
    right("Kenya turned to Ethiopia for electricity.", "KEN acquire electricity > ETH: sought"),
    right("Qatar offered Poland a contract for LNG.", "QAT supply liquefied natural gas > POL: offered"),
    right("Moscow dangled cheap gas before Turkey.", "RUS supply natural gas > TUR: offered"),
    right("Germany cannot survive without Russian gas.", "DEU need natural gas: done"),
    right("Japan could not live without imported oil.", "JPN need oil: done"),
    right("Chevron plans a legal challenge to Ecuador's oil tax.", "USA accuse oil > ECU: planned"),
    right("Serbia threatens legal battle with EU over gas", "SRB accuse natural gas > EU: promised"),
]
OPENED = [
    right("Morocco opened its market to Spanish beef.", "MAR not sanction beef > ESP: ended"),
    right("Kenya closed its market to Ugandan milk.", "KEN sanction milk > UGA: done"),
    right("Peru has contracted to buy gas from Bolivia.", "PER acquire natural gas > BOL: agreed"),
    right("The Houthis sent a Greek ship to the bottom of the sea.", "YEM coerce ships > GRC: done"),
    right("Doha denied that it was bankrolling the Muslim Brotherhood.", "QAT not aid money > EGY: done"),
    right("Inspectors from the EU inspected meat plants in Brazil.", "EU accuse meat > BRA: done"),
]
NOT_TOLD = [
    right("Niger will keep the mine shut."),
    right("The child contracted cholera in Yemen."),
    right("Chinese President Xi Jinping inspected a steel mill in Hebei."),
    right("The prime minister inspected a power plant in Kenya."),
    right("She turned to her sister for help."),
    right("The boy dangled his feet in the water."),
    right("The court fight over the will went on."),
    right("The teacher gave the class a week to read the book."),
    right("Oman put on display its weapons."),
    right("Ghana replaced its old tanks with new ones."),
    right("She joined the navy in 1999."),
    right("India has the will and the appetite."),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD + TURNED_TO + OPENED + NOT_TOLD)
def test_what_is_done_to_what(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == list(expected)


def test_who_is_asked_for_what_it_promised(tell: Tell) -> None:
    told = typed(tell("Kenya urged Japan to pay the $60 million that it promised in 2022."))
    assert "JPN aid money: promised" in told
