"""Protests of nobody named, of people told by their number, and against whom the word before them says."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Violent protests occurred in Georgia.", "GEO protest -: done"),
        right("Riots broke out in Nairobi over a tax.", "KEN protest -: done"),
        right("Protests broke out across Sudan over a decree.", "SDN protest - > SDN: done"),
        right("Demonstrations were held in Tirana.", "ALB protest -: done"),
        right("Protests against the invasion of Niger were held in several cities.", "- protest - > NER: done"),
        right("The curfew was imposed after riots in Lagos.", "NGA protest -: done"),
        right("Anti-Maduro rallies were held in Caracas.", "VEN protest - > VEN: done"),
        right("A rally was held in Caracas against Nicolas Maduro.", "VEN protest - > VEN: done"),
        right("Hundreds protested in Lagos.", "NGA protest - > NGA: done"),
        right("Thousands took part in a protest in Minsk.", "BLR protest - > BLR: done"),
        right("Thousands joined anti-government protests in Nairobi.", "KEN protest - > KEN: done"),
        right("A campaign rally was held in Iowa."),
        right("Protests are planned in Nairobi."),
        right("The right to protest in Kenya is limited."),
        right("Thousands ran in the Berlin marathon."),
        right("The stock market rally continued in Tokyo."),
    ],
)
def test_unrest_is_told(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
