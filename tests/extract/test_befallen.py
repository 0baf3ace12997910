"""What befell somebody, told by a noun before something else, and who is counted out of many."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Cargo flights stopped after the abduction of three Nigerian pilots.", "- coerce - > NGA: done"),
        right("The murder of a Kenyan student sparked riots in Delhi.", "- assault - > KEN: done"),
        right("The jailing of a Danish activist shocked the audience.", "- coerce - > DNK: done"),
        right("The shops closed following the killings of two Ghanaian guards.", "- assault - > GHA: done"),
        right("Shipping stopped after missile attacks on Greek tankers.", "- assault tankers > GRC: done"),
        right("The army left in retaliation for the killing of two Kenyan nurses.", "- assault - > KEN: done"),
        right("The fight against poverty led to reforms."),
        right("The film tells of the murder of a French king."),
        right("The trial over the murder of a Slovak journalist began."),
        right("The arrest of a Danish activist would shock the audience."),
        right("The death of a Danish actor shocked the audience."),
        right("The shops may close after the arrest of a Danish activist."),
    ],
)
def test_what_came_before_is_told(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Among those detained was a Turkish journalist.", "- coerce - > TUR: done"),
        right("Among the people arrested in Lima is a Spanish banker.", "- coerce - > ESP: done"),
        right("Those arrested include a Kenyan lawmaker.", "- coerce - > KEN: done"),
        right("Among those killed in the bombing was a Danish nurse.", "- assault - > DNK: done"),
        right("Among those invited was a Turkish journalist."),
        right("Among those praised were two Spanish bankers."),
    ],
)
def test_who_is_named_among_many(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Two Malian officers were killed after gunmen stormed a village.",
            "MLI assault - > MLI: done",
            "MLI coerce village > MLI: done",
        ),
        right("Fourteen Serbian officers were injured in the riots.", "- assault - > SRB: done"),
        right("Shelling by Syrian forces wounded ten Turkish nurses.", "SYR assault - > TUR: done"),
        right("Ten Chinese tourists were killed after a bus overturned."),
        right("Nine Indian farmers were killed by lightning strikes, with a single strike killing four."),
        right("A Kenyan minister was punched by a Ugandan student.", "UGA assault - > KEN: done"),
        right("The Haitian president survived an assassination attempt.", "- assault - > HTI: done"),
        right("The Haitian president survived a confidence vote."),
        right("Washington slapped China with tariffs.", "USA sanction - > CHN: done"),
    ],
)
def test_who_falls_and_who_is_struck(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("An Israeli strike on a school cost the lives of nine Palestinians.", "ISR assault schools > PSE: done"),
        right("A suicide bombing in Kabul claimed the lives of 12 Afghan officers.", "- assault - > AFG: done"),
        right("The raid led to the death of three Malian soldiers.", "- assault - > MLI: done"),
        right("The attack resulted in the deaths of six French nurses.", "- assault - > FRA: done"),
        right("The flood claimed the lives of ten Kenyans."),
        right("An explosion resulted in the deaths of two Kenyan miners."),
    ],
)
def test_what_an_attack_costs(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("American troops defeated Islamic State.", "USA assault - > Islamic State: done"),
        right("The Kenyan team defeated Uganda."),
        right("A dozen Afghan soldiers defected to the Taliban.", "AFG retreat - > AFG: done"),
        right("French troops have been withdrawn from Niger.", "FRA retreat - > NER: done"),
        right("Kenyan troops were pulled out of Haiti.", "KEN retreat - > HTI: done"),
        right("The last Dutch peacekeepers are being withdrawn from Mali.", "NLD retreat - > MLI: done"),
        right("The horse was pulled out of the race."),
        right("The drug was withdrawn from sale in Norway."),
        right("Russian soldiers fled Kherson.", "RUS retreat - > Kherson: done"),
        right("Thousands of Kenyans fled Mombasa as floods worsened."),
        right("Hundreds of Greeks left the island because of a wildfire."),
        right("A Turkish Airlines flight left the airport in Boston on Saturday."),
    ],
)
def test_who_gives_ground(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
