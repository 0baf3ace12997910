"""Who says so: reporting verbs, "according to", quotations, denials; and nobody where the article speaks itself."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed, who

REPORTED = [
    right("Russia supplies gas to Hungary.", "RUS supply natural gas > HUN: done"),
    right("Kenya said that Russia supplies gas to Hungary.", "RUS supply natural gas > HUN: done, says Kenya"),
    right("Iran has bombed Iraq, the Pentagon said.", "IRN assault - > IRQ: done, says Pentagon"),
    right("According to Egypt, Ethiopia seized the dam.", "ETH seize dams: done, says Egypt"),
    right("Ethiopia, according to Egypt, has seized the dam.", "ETH seize dams: done, says Egypt"),
    right("Reuters reported that India had bought oil from Iran.", "IND acquire oil > IRN: done, says Reuters"),
    right(
        "Chad's president, Adamu Zanko, claimed that Turkey had sold oil to Syria.", "TUR supply oil > SYR: done, says Adamu Zanko"
    ),
    right("Analysts at Barclays believe that Bolivia holds lithium.", "BOL possess lithium: done, says Barclays"),
    right("French officials say that Mali arrested two Germans.", "MLI coerce - > DEU: done, says French officials"),
    right("Witnesses told Reuters that Israel had shelled Gaza.", "ISR assault - > PSE: done, says Reuters"),
    right(
        "India has bought oil from Iran, Reuters quoted the Indian press as saying.", "IND acquire oil > IRN: done, says Reuters"
    ),
    right("The World Bank estimates that Ghana holds gold.", "GHA possess gold: done, says World Bank"),
    right("Marta Lindqvist expressed her belief that Greece needs loans.", "GRC need loans: done, says Marta Lindqvist"),
    right("India has bought oil from Iran, according to a report by Reuters.", "IND acquire oil > IRN: done, says Reuters"),
]
HEADED = [
    right("Lavrov: Germany will return the turbine", "DEU supply turbines: planned, says Sergei Lavrov"),
    right("Zelensky: Russia attacked Kyiv", "RUS assault - > UKR: done, says Volodymyr Zelensky"),
    right("Sonko: BP must hand over the accounts", "SEN request accounts > GBR: done"),
    right("Kenyan minister: Shell must pay for the spill", "KEN request - > GBR: done"),
    right("Putin: Russia will sell more gas to China", "RUS supply natural gas > CHN: planned"),
    right("Sudan: Army attacks rebels in Darfur", "SDN assault - > SDN: done"),
    right("Oil: China buys more Iranian crude", "CHN acquire oil > IRN: done"),
]
QUOTED = [
    right("“Japan needs our lithium,” Chadian President Adamu Zanko said.", "JPN need lithium: done, says Adamu Zanko"),
    right('"Peru sold copper to Cuba," said President Adamu Zanko of Chad.', "PER supply copper > CUB: done, says Adamu Zanko"),
    right(
        'Adamu Zanko met reporters in Lima. "Peru sold copper to Cuba," he said.', "PER supply copper > CUB: done, says Adamu Zanko"
    ),
    right(
        'Minister Adamu Zanko of Chad spoke. He said talks went well. "Prices rose. Peru sold copper to Cuba. Nobody paid."',
        "PER supply copper > CUB: done, says Adamu Zanko",
    ),
    right(
        '"Peru sold copper to Cuba. Nobody paid," Kenyan President Adamu Zanko said. Chad sold oil to Togo.',
        "PER supply copper > CUB: done, says Adamu Zanko",
        "TCD supply oil > TGO: done",
    ),
    right('"We will sell gas to Poland," said Norwegian President Adamu Zanko.', "NOR supply natural gas > POL: planned"),
]
NOBODY = [
    right("Analysts believe that Bolivia holds lithium.", "BOL possess lithium: done"),
    right("Two officials said that Mali arrested two Germans.", "MLI coerce - > DEU: done"),
    right(
        "Egypt sold gas; Kenya said Chad sold oil to Niger.",
        "EGY supply natural gas: done",
        "TCD supply oil > NER: done, says Kenya",
    ),
]
DENIED = [
    right("Japan denied that it had bought Russian oil.", "JPN not acquire oil > RUS: done"),
    right("Rwanda denied supplying weapons to Burundi.", "RWA not supply weapons > BDI: done"),
    right("Kenya denied that Uganda would buy oil from Iran.", "UGA not acquire oil > IRN: conditional, says Kenya"),
    right("Kenya dismissed as untrue a report that Uganda sold tea to Sudan.", "UGA not supply tea > SDN: done, says Kenya"),
    right("Kenya denied that Uganda had not bought oil from Iran.", "UGA acquire oil > IRN: done, says Kenya"),
]
OWN = [
    right("Ukraine said it had received weapons from Lithuania.", "UKR acquire weapons > LTU: done"),
    right("Zambia announced that it had signed an agreement with China.", "ZMB agree - > CHN: done"),
    right("The Nigerian navy says that its marines attacked Benin.", "NGA assault - > BEN: done"),
    right("Iran would attack Israel if it was bombed, a spokesman said.", "IRN assault - > ISR: promised"),
    right("Chad says it will sell oil to Niger.", "TCD supply oil > NER: planned"),
    right("Chadian officials said that Chad would sell oil to Niger.", "TCD supply oil > NER: planned"),
    right("Kenya said that Chad would sell oil to Niger.", "TCD supply oil > NER: conditional, says Kenya"),
]


@pytest.mark.parametrize(("sentence", "expected"), REPORTED)
def test_who_reports_is_the_source(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(("sentence", "expected"), HEADED)
def test_the_person_before_a_colon_says_what_follows(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(("sentence", "expected"), QUOTED)
def test_who_is_quoted_is_the_source(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert [line for line in typed(tell(sentence)) if " consult " not in line] == sorted(expected)


@pytest.mark.parametrize(("sentence", "expected"), DENIED)
def test_a_denial_is_the_claim_negated_with_its_source(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(("sentence", "expected"), NOBODY)
def test_who_has_neither_a_name_nor_a_state_is_no_source(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(("sentence", "expected"), OWN)
def test_nobody_is_the_source_of_its_own_acts(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


def test_the_source_is_counted_under_its_state(tell: Tell) -> None:
    (claim,) = tell("Kenya's energy minister said that Sweden bought oil from Iran.")
    assert claim.source is not None
    assert who(claim.source) == "KEN"
    assert claim.source.mention and claim.source.mention.text == "Kenya's energy minister"


def test_a_concession_beside_a_report_is_the_articles_own(tell: Tell) -> None:
    told = typed(tell("Egypt said that Sudan sold gold to Libya, although Sudan has no gold."))
    assert told == ["SDN not possess gold: done", "SDN supply gold > LBY: done, says Egypt"]


def test_who_wants_it_in_the_subjunctive_asks_for_it(tell: Tell) -> None:
    assert typed(tell("Kenya insisted that Uganda release the sailors.")) == ["KEN request - > UGA: done"]


def test_a_warning_of_a_named_act_is_that_act(tell: Tell) -> None:
    lines = typed(tell("Serbia warned that it would arrest Kosovar officials."))
    assert lines == ["SRB coerce - > XKX: planned"]
