"""Acts of authorities as news tells them: laws, penalties, closures, security, travel; and what people lose or gather for."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Norway's parliament passed the budget.", "NOR support -: done"),
        right("The reform was approved by the Czech Senate.", "CZE support -: done"),
        right("Chad's president signs the bill into law.", "TCD support -: done"),
        right("Peru's parliament passed a law banning gold exports to Chile.", "PER sanction gold > CHL: done"),
        right("Peru's government approves a new copper mine.", "PER support copper mines: done"),
        right("The board approved the pipeline."),
        right("A Kenyan student passed the law exam."),
        right("A Kenyan waiter brought the bill."),
    ],
)
def test_who_passes_a_law(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Nokia received a $2 billion fine from the European Commission.", "EU coerce - > FIN: done"),
        right("Nokia faces fines of up to $2 billion.", "- coerce - > FIN: hedged"),
        right("The European Commission issued a fine to Nokia.", "EU coerce - > FIN: done"),
        right("A Kenyan court imposed a $2 million fine on Shell.", "KEN coerce - > GBR: done"),
        right("The Turkish editor got eleven years in prison.", "- coerce - > TUR: done"),
        right("A Turkish general received life in jail.", "- coerce - > TUR: done"),
        right("A Turkish singer is serving a life sentence.", "- coerce - > TUR: done"),
        right("The Iranian captain is being held without bail.", "- coerce - > IRN: done"),
        right("The rebels are holding captured Malian troops.", "MLI coerce - > MLI: done"),
        right("Turkey's opposition got two years in office."),
        right("Ghana got ten days to reply."),
    ],
)
def test_who_is_fined_and_locked_up(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Nigeria suspends all schools.", "NGA coerce schools: done"),
        right("Turkish police interrupted a march.", "TUR coerce march > TUR: done"),
        right("Kenya ordered the closing of all bars.", "KEN coerce bars: done"),
        right("Peru closes all playgrounds.", "PER coerce playgrounds: done"),
        right("Kenyan police forced back a group of Chadians.", "KEN coerce - > TCD: done"),
        right("Two Germans were released last week.", "- concede - > DEU: done"),
        right("France steps up security at airports.", "FRA mobilize -: done"),
        right("The US will set up missiles in Germany.", "USA mobilize missiles > DEU: planned"),
        right("Denmark will bring home its soldiers from Mali.", "DNK retreat - > MLI: planned"),
        right("Samoa suspends travel from Fiji.", "WSM sanction - > FJI: done"),
        right("Peru ordered the closing of its border with Chile.", "PER sanction border > CHL: done"),
        right("British weapons are being used against Russian forces.", "GBR assault - > RUS: done"),
        right("Two Chinese films were released last week."),
        right("Israel reinforced its border with Lebanon.", "ISR mobilize - > LBN: done"),
        right("Romania scrambles two F-16s.", "ROU mobilize F-16: done"),
        right("Chadian soldiers pinned a Kenyan to the ground.", "TCD coerce - > KEN: done"),
        right("Turkey withdrew its veto of Sweden's membership.", "TUR concede - > SWE: done"),
        right("The Kenyan minister received a summons from a court in Chad.", "TCD accuse - > KEN: done"),
        right(
            "Protesters in Lima threw stones at police, who responded with tear gas.",
            "PER assault - > PER: done",
            "PER assault - > PER: done",
        ),
        right("The Kenyan minister responded with anger."),
        right("Kenya's coach pinned his hopes on the striker."),
        right("A Kenyan bank increased the security of its app."),
    ],
)
def test_what_an_authority_does(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Thousands of protesters gathered in Tbilisi.", "GEO protest - > GEO: done"),
        right("Tens of thousands turn up for rallies in Bulgaria.", "BGR protest - > BGR: done"),
        right("More than 50,000 homes in Cuba lost power.", "CUB need electricity: done"),
        right("Thousands of Cubans are without power.", "CUB need electricity: done"),
        right("Thousands gathered in Tel Aviv to demand a hostage deal.", "ISR protest - > ISR: done"),
        right("Families turned out in Lima to denounce the killings.", "PER protest - > PER: done"),
        right("Power was restored to homes in Texas.", "- supply electricity > USA: done"),
        right("A concert raised $11,000 for refugees in Chad.", "- aid money > TCD: done"),
        right("Zimbabwe will compensate white farmers.", "ZWE aid money > ZWE: planned"),
        right("Nippon Steel finalizes its acquisition of Renault.", "JPN acquire Renault: done"),
        right("Microsoft absorbed Nokia.", "USA acquire Nokia: done"),
        right("The mine is under Chinese control.", "CHN possess mines: done"),
        right("Lula and Xi spoke by phone.", "BRA consult - > CHN: done"),
        right("Ukraine expects an apology from Iran.", "UKR request - > IRN: done"),
        right("Sudan faces famine.", "SDN need food: done"),
        right("Two million Afghans face hunger.", "AFG need food: done"),
        right("South Africa suffers power cuts.", "ZAF need electricity: done"),
        right("Nokia is valued at $30 billion.", "- value Nokia: done"),
        right("Tesco limits sales of eggs.", "GBR sanction eggs: done"),
        right("Ghana limits cash withdrawals.", "GHA sanction money: done"),
        right("Ghana values its friendship with Kenya."),
        right("Ghana's hunger for success grows."),
        right("Fans gathered in Lima to see the match."),
        right("Mourners gathered in Lima to bury the dead."),
        right("Shell absorbed the shock."),
        right("Inflation is under control in Ghana."),
        right("Fiat merged with Chrysler.", "ITA cooperate - > USA: done"),
        right("Gojek announces a merger with Renault.", "IDN agree - > FRA: done"),
        right("The Kenyan minister received criticism from Chad.", "TCD accuse - > KEN: done"),
        right("Kenya's ruling party lost power in a vote."),
        right("Two rivers merge near Khartoum."),
    ],
)
def test_what_people_gather_for_and_lose(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
