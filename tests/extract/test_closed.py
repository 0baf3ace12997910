"""Which place is closed, opened, ringed or left."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Finland shut its border with Russia.", "FIN sanction border > RUS: done"),
        right("The governor orders the closing of the state's border with Brazil.", "BRA sanction border > BRA: done"),
        right(
            "Kenya announces the closure of schools, pubs and karaoke bars.",
            "KEN coerce karaoke bars: done",
            "KEN coerce pubs: done",
            "KEN coerce schools: done",
        ),
        right("Iran could close the strait to tankers.", "IRN coerce strait: hedged"),
        right("Egyptian police raided a protest site in Cairo.", "EGY coerce protest site: done"),
        right("Russia blocked Telegram and WhatsApp.", "RUS sanction Telegram: done", "RUS sanction WhatsApp: done"),
        right("Sudanese rebels have besieged El Obeid.", "SDN coerce territory > SDN: done"),
        right("Jihadists enforce a blockade on Bamako.", "MLI coerce territory > MLI: done"),
        right("Ukrainian troops withdrew from Avdiivka.", "UKR retreat territory > UKR: done"),
        right("M23 rebels pulled back from the town of Walikale.", "COD retreat territory > COD: done"),
        right("Kenyan police evicted white farmers from their land.", "KEN coerce land > KEN: done"),
        right("Israel expelled the villagers from their homes in Hebron.", "ISR coerce homes > PSE: done"),
        right("ECOWAS has lifted the closure of land and air borders with Niger.", "ECOWAS not sanction borders > NER: ended"),
        right("Congo shut its borders to cobalt in May.", "COD sanction cobalt: done"),
        right("Kenya closed its ports to rice and maize.", "KEN sanction maize: done", "KEN sanction rice: done"),
        right("Peru cracked down on smuggled gold.", "PER coerce gold: done"),
        right("Uganda began a crackdown on journalists.", "UGA coerce - > UGA: done"),
        right("Turkey bans advertisements on Twitter.", "TUR sanction advertisements > USA: done"),
        right(
            "Russian authorities prohibit British airlines from landing in or crossing Russian airspace.",
            "RUS sanction airspace > GBR: done",
        ),
        right("Pakistan will ban air travel from May.", "PAK sanction air travel: planned"),
        right("The German governor bans Christmas markets.", "DEU sanction Christmas markets: done"),
        right("Shell pulled out of the Arctic project.", "GBR retreat Arctic project: done"),
    ],
)
def test_it_is_at_stake(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Russian troops withdrew from Syria.", "RUS retreat - > SYR: done"),
        right("Chad expelled the students from the university.", "TCD coerce - > TCD: done"),
        right("Chad banned talks.", "TCD sanction -: done"),
        right("Joe Biden left office.", "USA retreat -: done"),
        right("Hungary left the deal.", "HUN retreat -: done"),
        right("Peru's coach left the stadium."),
        right("Kenya closed the door on talks with Chad.", "KEN reject - > TCD: done"),
        right("The gap between France and Spain closed."),
    ],
)
def test_nothing_is(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
