"""Courts and police: who is charged, tried, punished, held, wanted, let off."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Three Malian officials stand accused of theft.", "- accuse - > MLI: done"),
        right("A Kenyan, Ali Omar, appeared in court on Monday, charged with murder.", "- accuse - > KEN: done"),
        right("A Bolivian mayor received a nine-year prison term.", "- coerce - > BOL: done"),
        right("Two Ghanaian clerks were handed jail terms of four years.", "- coerce - > GHA: done"),
        right("A court imposed a 10-year jail sentence on a Kenyan banker.", "KEN coerce - > KEN: done"),
        right("Two Chilean colonels got life sentences.", "- coerce - > CHL: done"),
        right("The Ghanaian trader faces a prison sentence of six years.", "- coerce - > GHA: hedged"),
        right("Two Malian editors are behind bars.", "- coerce - > MLI: done"),
        right("The Turkish editor remains in custody.", "- coerce - > TUR: done"),
        right("The Turkish editor was convicted of slander and fined $900.", "- coerce - > TUR: done"),
        right("Norway's watchdog fined Nokia for late filings.", "NOR coerce - > FIN: done"),
        right("An arrest warrant was issued for a Turkish general.", "- coerce - > TUR: ordered"),
        right("A court in Chad issued arrest warrants for three Sudanese colonels.", "TCD coerce - > SDN: ordered"),
        right("The prosecutor requested arrest warrants for two Serbian ministers.", "SRB coerce - > SRB: sought"),
        right("A US judge found Argentina in contempt.", "USA accuse - > ARG: done"),
        right("Ghana's parliament voted to hold Nokia in contempt.", "GHA accuse - > FIN: done"),
        right("A Kenyan banker was extradited to face trial in London.", "- accuse - > KEN: done", "- coerce - > KEN: done"),
        right("A jury convicted the Turkish banker of fraud."),
        right("The essay received a long sentence about Kenya."),
        right("Ghana got a second term on the council."),
        right("The Ghanaian lawyer works in a prison."),
        right("The prize went to a Kenyan, accompanied by his wife."),
    ],
)
def test_who_is_tried_and_punished(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
