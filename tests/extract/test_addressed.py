"""Whose those are who are asked; what is asked by nobody named, or of nobody in particular; who joins a bloc agrees with it."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The White House asked Congress for $30 billion.", "USA request - > USA: done"),
        right("The EU asked member states to cut gas use.", "EU request natural gas > EU: done"),
        right("NATO urged allies to spend more.", "NATO request - > NATO: done"),
        right("The US State Department told citizens to leave Haiti.", "USA request - > USA: done"),
        right(
            "Egypt's president urged Israel to let aid in, and called on the army to be ready.",
            "EGY request - > EGY: done",
            "EGY request aid > ISR: done",
        ),
        right("Germany asked the government in Kabul to free him.", "DEU request - > AFG: done"),
        right("Navalny was asked to return to Moscow.", "- request - > RUS: done"),
        right("Russian banks were ordered to freeze the accounts.", "- request accounts > RUS: done"),
        right("Macron called for peace.", "FRA request -: done"),
        right("The recipe calls for two eggs."),
        right("Guests were asked to take off their shoes."),
        right("She was asked to sing at the wedding."),
        right("Messi was asked to play on the left."),
    ],
)
def test_who_is_asked(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Finland joined NATO in 2023.", "FIN agree - > NATO: done"),
        right("Ukraine wants to join NATO.", "UKR agree - > NATO: sought"),
        right("Croatia joined the eurozone.", "HRV agree -: done"),
        right("Armenia acceded to the International Criminal Court.", "ARM agree - > ICC: done"),
        right("A truce was agreed in Doha between Chad and Niger.", "TCD retreat - > NER: agreed", "NER retreat - > TCD: agreed"),
        right("Talks in Geneva between Iran and the US began.", "IRN consult - > USA: done"),
        right("The economist joined the World Bank in 2011."),
        right("Ronaldo joined Al Nassr."),
    ],
)
def test_who_joins(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Tributes were paid by leaders including Emmanuel Macron and Friedrich Merz.",
            "DEU support -: done",
            "FRA support -: done",
        ),
        right(
            "World leaders such as Emmanuel Macron and Mark Carney praised the deal.", "CAN support -: done", "FRA support -: done"
        ),
        right("French lawmakers including Marine Le Pen rejected the budget.", "FRA reject budgets: done"),
        right("Eskom begs regulator for another tariff increase", "ZAF request - > ZAF: done"),
        right("Shell urged the Ghanaian regulator to act.", "GBR request - > GHA: done"),
        right("Modi spent two days with Putin in Sochi.", "IND consult - > RUS: done"),
        right("The orchestra spent two days with the conductor in Vienna."),
        right("Macron spent the night in Cairo."),
        right("Trump signed the bill despite opposition from China.", "CHN reject -: done", "USA support -: done"),
        right("The plan went ahead despite objections from French farmers.", "FRA reject -: done"),
    ],
)
def test_who_several_are_and_who_is_against(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Chad arrested the banker at the behest of France.", "FRA request - > TCD: done", "TCD coerce - > TCD: done"),
        right(
            "Serbia released the prisoners after pressure from Washington.",
            "USA request - > SRB: done",
            "SRB concede - > SRB: done",
        ),
        right("Uganda sent troops to Congo at the request of Kinshasa.", "COD request - > UGA: done", "UGA mobilize - > COD: done"),
        right("Oman dropped the plan amid criticism from France.", "FRA accuse - > OMN: done", "OMN concede -: done"),
        right("The UN's appeal to Chad failed.", "UN request - > TCD: done"),
        right("Shares fell after a call from Beijing."),
        right("The bridge in Lima collapsed under the pressure of water."),
    ],
)
def test_who_acts_on_a_wish_was_asked(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Turkey sent a note to Russia asking for an end to the raids.", "TUR request - > RUS: done"),
        right("Iran's lawmakers complained to President Hassan Rouhani that the talks were too slow.", "IRN accuse - > IRN: done"),
        right("Poland complained to the European Commission about Germany's ban.", "POL accuse - > DEU: done"),
        right("Moldova needs Russia's gas.", "MDA need natural gas > RUS: done"),
        right("Kenya needs water.", "KEN need water: done"),
        right(
            "Protesters threw petrol bombs at police in Belfast, with law enforcement responding with water cannon.",
            "GBR assault - > GBR: done",
            "GBR assault - > GBR: done",
        ),
    ],
)
def test_to_whom_one_turns(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Fiji refused to give Tonga a corridor.", "FJI reject corridor > TON: done"),
        right("Fiji refused to make a pledge to Tonga.", "FJI reject - > TON: done"),
        right("Fiji refused to talk to Tonga.", "FJI not consult - > TON: refused"),
    ],
)
def test_to_whom_something_is_refused(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
