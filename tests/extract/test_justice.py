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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("A cyberattack hit petrol stations across Kenya.", "- coerce energy infrastructure > KEN: done"),
        right("A Russian cyberattack knocked out Estonian hospitals.", "RUS coerce hospitals > EST: done"),
        right("Hackers targeted the Kenyan central bank.", "KEN coerce central bank > KEN: done"),
        right("A ransomware attack disrupted ports in Ghana.", "- coerce ports > GHA: done"),
        right("The Swedish navy forced a Chinese trawler to turn back.", "SWE coerce trawler > CHN: done"),
        right("The Swedish army forced a Danish airliner to land.", "SWE coerce - > DNK: done"),
        right("The storm forced a Kenyan plane to land."),
        right("The crisis forced Kenya's ships to turn back."),
        right("Kenya's government announced a ban on public gatherings for two weeks.", "KEN coerce -: done"),
        right("Ghana announced the closure of schools because of the virus.", "GHA coerce schools: done"),
        right("Ghana closed the schools.", "GHA coerce schools: done"),
        right("Chad bars the opposition leader from running for mayor.", "TCD coerce - > TCD: done"),
        right("The Polish parliament voted to ban Belarusians from voting in the referendum.", "POL coerce - > BLR: done"),
        right("A court in Peru barred a Chilean activist from leaving the country.", "PER coerce - > CHL: done"),
        right("Peru disqualified the Chilean trader from the election.", "PER coerce - > CHL: done"),
        right("Kenya barred foreigners from buying land.", "KEN sanction land: done"),
        right("A judge dismissed the charges against two Chilean senators.", "CHL concede - > CHL: done"),
        right("The charges against the Chilean senator were dismissed.", "- concede - > CHL: done"),
        right("A US court threw out a lawsuit against Shell.", "USA concede - > GBR: done"),
        right("A Peruvian court overturned a ban on a Chilean newspaper.", "PER concede - > CHL: done"),
        right("Ghana legalised cannabis.", "GHA concede cannabis: done"),
        right("Ghana lifted restrictions on grain exports.", "GHA not sanction grain: ended"),
        right("Peru's leader announced the withdrawal of the security bill.", "PER concede -: done"),
        right("Ninety captured soldiers were returned to Ukraine.", "- concede - > UKR: done"),
        right("The books were returned to the library in Kenya."),
        right("The heat hit Kenyan farmers."),
        right("Peru's baker closed his shop."),
        right("The Chilean minister dismissed the charges as nonsense.", "CHL reject -: done"),
        right("Peru barred a Chilean senator from office.", "PER coerce - > CHL: done"),
    ],
)
def test_what_is_forbidden_closed_or_let_go(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("A Russian drone strike damaged warehouses in Odesa.", "RUS assault warehouses > UKR: done"),
        right("Israeli shelling wrecked a hospital in Tyre.", "ISR assault hospitals > LBN: done"),
        right("Russia said it used a missile to destroy a depot in Lviv.", "RUS assault warehouses > UKR: done"),
        right("Sudanese soldiers used bulldozers to demolish houses in Omdurman.", "SDN coerce buildings > SDN: done"),
        right("A transport strike damaged a bridge in Peru."),
        right("Protesters destroyed a statue in Lima.", "PER coerce cultural heritage > PER: done"),
        right("Ghanaian air defences intercepted two missiles."),
        right("Qatari jets intercepted a passenger plane heading to Bahrain.", "QAT coerce aircraft: done"),
        right(
            "Four Ghanaian families filed a lawsuit against Boeing as well as Airbus.",
            "GHA accuse - > FRA: done",
            "GHA accuse - > USA: done",
        ),
        right("Peru exports copper as well as zinc to China.", "PER supply copper > CHN: done", "PER supply zinc > CHN: done"),
        right("The Malian army overthrew the president.", "MLI coerce - > MLI: done"),
        right("An Omani prince overthrew his father in 1970.", "OMN coerce - > OMN: done"),
        right("Kenyan soldiers forced detainees to sign confessions.", "KEN coerce - > KEN: done"),
        right("Rebels in Mali forced villagers to leave their homes.", "MLI coerce - > MLI: done"),
        right("The flood forced villagers in Mali to leave."),
    ],
)
def test_what_is_broken_brought_down_or_forced(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Six Nepali nurses held hostage by Hezbollah arrived in Doha.", "LBN coerce - > NPL: done"),
        right("Boko Haram held six Chinese miners hostage.", "NGA coerce - > CHN: done"),
        right("Three Germans were held captive by Hezbollah.", "LBN coerce - > DEU: done"),
    ],
)
def test_what_somebody_is_held_as_is_nobody(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
