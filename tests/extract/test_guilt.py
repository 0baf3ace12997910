"""Who is said to have done wrong is accused by who says so."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Norway said Sweden was to blame for the collision.", "NOR accuse - > SWE: done"),
        right("Norway says Sweden violated its airspace.", "NOR accuse - > SWE: done"),
        right("Oman says Yemen breached the agreement.", "OMN accuse - > YEM: done"),
        right("Peru's ministry said that Chilean officials had manipulated the vote.", "PER accuse - > CHL: done"),
        right("Chadian officials say Libya is responsible for the attack.", "TCD accuse - > LBY: done"),
        right("Norway says Sweden was behind the cyberattack.", "NOR accuse - > SWE: done"),
        right("Chad broke the truce, the Libyan army said.", "LBY accuse - > TCD: done"),
        right("The US said Russia was meddling in Moldova's election.", "USA accuse - > RUS: done"),
        right("The Finnish minister alleged that Nokia had contributed to the violence.", "FIN accuse - > FIN: done"),
        right("Relatives of the Finnish sailor alleged Swedish involvement.", "FIN accuse - > SWE: done"),
        right("The BBC described the Ugandan courts as corrupt.", "GBR accuse - > UGA: done"),
        right("Norway's president declared the Swedish militia a terrorist group.", "NOR accuse - > SWE: done"),
        right("Chad's president said Libya was a rogue state.", "TCD accuse - > LBY: done"),
        right("Norway said Sweden was not responsible for the attack."),
        right("Hamas said it was behind the attack in Ashdod."),
        right("Doctors in Norway said smoking was responsible for most deaths."),
        right("Chad called the Libyan president a dictator.", "TCD accuse - > LBY: done"),
        right("Peru attacked Chile's decision to keep the water.", "PER accuse water > CHL: done"),
        right("Peru's president attacked the ruling of the Chilean court.", "PER accuse - > CHL: done"),
        right("Libyan troops attacked the Chadian army's convoy.", "LBY assault - > TCD: done"),
        right("The jury declared the painting a masterpiece."),
        right("Chad considers Libya a friend."),
        right("Peru said the ministry of health was responsible for hospitals."),
        right("Chad called Libya's raid an act of war.", "TCD accuse - > LBY: done"),
        right("Chad says the flight of Libyan jets amounts to a declaration of war.", "TCD accuse - > LBY: done"),
        right("Oslo says the Swedish ban is unlawful.", "NOR accuse - > SWE: done"),
        right("Norway said that Sweden is in breach of its duties.", "NOR accuse - > SWE: done"),
        right("State media presented the Chadian activists as traitors.", "TCD accuse - > TCD: done"),
        right("Hungary will challenge the EU rule in court.", "HUN accuse - > EU: planned"),
        right("The charge against the Kenyan minister is fraud.", "- accuse - > KEN: done"),
        right("China lodged a complaint with Japan over the flight.", "CHN accuse - > JPN: done"),
        right("Norway will pursue the prosecution of the Swedish banker.", "NOR accuse - > SWE: planned"),
        right("Norway said its own ban was unlawful."),
        right("Norway says smoking is a crime."),
        right("Libya said the launch was no act of war."),
        right("The coach said Norway had broken the record."),
        right("Norway says the storm violated no law."),
        right("Norway described the talks as productive."),
        right("Norway denied that Sweden was behind the attack."),
        right("Finland alleged that Swedish troops shelled a village.", "SWE assault village: done, says Finland"),
    ],
)
def test_who_says_that_another_did_wrong_accuses_him(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
