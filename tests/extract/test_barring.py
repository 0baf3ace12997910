"""What a ban forbids and with whom, what is taken from somebody, what is closed: limits on exchange in all their forms."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Ghana announces a ban on exporting scrap metal.", "GHA sanction scrap metal: done"),
        right("Norway lifted a ban on selling arms to Oman.", "NOR not sanction arms > OMN: ended"),
        right("Qatar lifted its ban on importing poultry from Brazil.", "QAT not sanction poultry > BRA: ended"),
        right("Mexico announces restrictions on flying to Haiti.", "MEX sanction - > HTI: done"),
        right("China bans companies from exporting gallium to Japan.", "CHN sanction gallium > JPN: done"),
        right("Canada prohibits airlines from flying to Libya.", "CAN sanction - > LBY: done"),
        right("Kenya barred Ugandan traders from selling eggs.", "KEN sanction eggs > UGA: done"),
        right("Japan bans Japanese firms from investing in Russian gas.", "JPN sanction natural gas > RUS: done"),
    ],
)
def test_a_ban_is_on_what_its_gerund_names(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == list(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Trump's announcement of tariffs on Brazilian steel shook Brasilia.", "USA sanction steel > BRA: done"),
        right("The EU outlines a set of sanctions against Mali's junta.", "EU sanction - > MLI: done"),
        right("Britain proposed a sanctions regime for Haiti.", "GBR sanction - > HTI: offered"),
        right("Peru announces an easing of tariffs on Chilean wine.", "PER not sanction wine > CHL: ended"),
        right("Tariffs on Brazilian steel went into effect on Monday.", "- sanction steel > BRA: done"),
        right("Germany imposed a travel ban on Georgia's interior minister.", "DEU sanction travel > GEO: done"),
        right("A Brazilian court reinstated Lula's travel ban.", "BRA sanction travel: done"),
    ],
)
def test_a_measure_is_told_by_its_noun_whose_it_is(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == list(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Turkey revoked the licence of a German bank.", "TUR sanction licence > DEU: done"),
        right("Hungary cancelled all visas for Russian diplomats.", "HUN sanction visas > RUS: done"),
        right("Oman suspends tourist visas.", "OMN sanction tourist visas: done"),
        right("Twitter suspends the accounts of Iranian officials.", "USA sanction accounts > IRN: done"),
        right("Kenya revoked export licences for tea to Egypt.", "KEN not sanction tea > EGY: ended"),
        right("Italy closes all schools and universities.", "ITA coerce schools: done", "ITA coerce universities: done"),
        right("Denmark reopened its bars.", "DNK concede -: done"),
        right("The border between Chad and Sudan has reopened.", "- not sanction border: ended"),
        right("The door closed behind him."),
        right("Starbucks closed 300 shops."),
        right("The bank opened an account for Ali."),
        right("The museum reopened to visitors."),
    ],
)
def test_what_is_taken_away_or_closed_is_limited(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == list(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Sudan hopes to end American sanctions.", "USA not sanction - > SDN: planned"),
        right("Cuba wants to end the U.S. embargo.", "USA not sanction - > CUB: sought"),
        right("The pact cuts U.S. tariffs on Kenyan tea.", "USA not sanction tea > KEN: ended"),
        right("The agreement ends Chinese tariffs on Chilean copper.", "CHN not sanction copper > CHL: ended"),
        right("Brussels wants to cut American tariffs on European steel.", "USA not sanction steel > EU: sought"),
        right("Beijing scraps Australian wine tariffs.", "CHN not sanction wine > AUS: ended"),
        right("The EU plans to extend Belarus sanctions.", "EU sanction - > BLR: planned"),
        right("Ankara lifted EU sanctions.", "TUR not sanction - > EU: ended"),
    ],
)
def test_a_measure_is_his_who_took_it(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == list(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Mexico imposes a 25% tariff on all imports from China.", "MEX sanction imports > CHN: done"),
        right("Kenya announces a tariff on most imports.", "KEN sanction imports: done"),
        right("Brazil imposes an import tariff on steel.", "BRA sanction steel: done"),
    ],
)
def test_a_duty_is_on_imports(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
