"""What the powerful order, forbid and list; towns taken; firms that leave; captives given back; crowds."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Ghana ordered the assets frozen.", "GHA sanction assets: done"),
        right("A court in Peru ordered the tanker seized.", "PER seize tankers: done"),
        right("Kenya ordered Chilean diplomats expelled.", "KEN coerce - > CHL: done"),
        right("Kenya ordered the bridge destroyed.", "KEN coerce bridges: done"),
        right("Kenya ordered all bars to close at midnight.", "KEN coerce - > all bars: done"),
        right("Kenya ordered missiles made in Turkey.", "KEN acquire missiles > TUR: done", "TUR produce missiles: done"),
        right("Ghana forbids Nokia to sell chips.", "GHA sanction semiconductors > FIN: done"),
        right("Kenya puts Chilean chipmaker on its blacklist.", "KEN sanction - > CHL: done"),
        right("The EU ban covers Russian diesel.", "EU sanction diesel > RUS: done"),
        right("The smell covers the town."),
        right("Duties on Turkish steel double to 50 percent.", "- sanction steel > TUR: done"),
        right("Norwegian firms are leaving Ghana.", "NOR retreat territory > GHA: done"),
        right("The tycoon left Ghana."),
        right("The German army was withdrawn from Niger.", "DEU retreat - > NER: done"),
        right("Israel plans to seize most of Gaza.", "ISR seize territory > PSE: planned"),
        right("Belgium has returned looted statues to Ghana.", "BEL concede cultural heritage > GHA: done"),
        right("A curfew was lifted across Kenya.", "- concede -: done"),
        right("The curfew was lifted."),
        right("A bomb explodes outside the Chilean consulate.", "- assault - > CHL: done"),
        right("The singer exploded onto the scene in Chile."),
        right("Kenyan activists glued themselves to a Shell tanker.", "KEN protest tankers > GBR: done"),
        right("The concert drew thousands of people."),
    ],
)
def test_what_the_powerful_order_and_crowds_do(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
