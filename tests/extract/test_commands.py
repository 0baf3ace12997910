"""What somebody orders: his own forces do it, others are asked, and what is ordered done he does."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # one's own forces do what they are ordered to
        right("The Kenyan president ordered the army to withdraw from Somalia.", "KEN retreat - > SOM: ordered"),
        right("Chad's president ordered his troops to attack rebels in Cameroon.", "TCD assault - > CMR: ordered"),
        right("The Serbian president ordered police to disperse protesters in Novi Sad.", "SRB coerce - > SRB: ordered"),
        right("Malian soldiers were ordered to leave Niger.", "MLI retreat territory > NER: ordered"),
        # those of others are asked
        right("Kenya ordered Ethiopian troops to leave Moyale.", "KEN request - > ETH: done"),
        right("A court in Nairobi ordered Kenya to pay Uganda $20 million.", "KEN request money > KEN: done"),
        # what is ordered done
        right("The Peruvian president ordered the copper mine closed.", "PER not produce copper mines: done"),
        right("A court in Lagos ordered three Greek ships seized.", "NGA seize ships > GRC: done"),
        right("Togo's president ordered twenty Beninese activists arrested.", "TGO coerce - > BEN: done"),
        right("Greece ordered two ships built in Korea.", "- produce ships: done", "GRC acquire ships > Korea: done"),
    ],
)
def test_commands(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
