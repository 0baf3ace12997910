"""Did it happen, and who stands behind it: modal verbs, verbs of proposal, negation, hedges and conditions."""

import pytest

from kg.model import Status
from tests.conftest import Tell
from tests.extract.telling import right, typed, who

NEGATED = [
    right("Nothing in the treaty restricts exports of food to Iran.", "- not sanction food > IRN: done"),
    right("Japan did not buy gas from Russia.", "JPN not acquire natural gas > RUS: done"),
    right("Russia never attacked Finland.", "RUS not assault - > FIN: done"),
    right("Kuwait sold no oil to Jordan.", "KWT not supply oil > JOR: done"),
    right("Uruguay has no oil.", "URY not possess oil: done"),
    right("Iran did not sign the agreement with Iraq.", "IRN not agree - > IRQ: done"),
    right("Libya failed to supply oil to Malta.", "LBY not supply oil > MLT: done"),
    right("Kenya managed to buy oil from Iran.", "KEN acquire oil > IRN: done"),
    right("Kenya continued to buy oil from Iran.", "KEN acquire oil > IRN: done"),
    right("Kenya started buying oil from Iran.", "KEN acquire oil > IRN: done"),
    right("Kenya prevented Iran from selling oil to Uganda.", "IRN not supply oil > UGA: done"),
    right("Kuwait sold oil to Jordan without delay.", "KWT supply oil > JOR: done"),
    right("Neither Chile nor Peru has exported oil.", "CHL not supply oil: done", "PER not supply oil: done"),
    right("Romania no longer buys gas from Russia.", "ROU not acquire natural gas > RUS: ended"),
    right("No country supplied weapons to Eritrea.", "- not aid weapons > ERI: done"),
    right("It was not Kenya that sold oil to Iran.", "KEN not supply oil > IRN: done"),
]
ENDED = [
    right("Egypt used to supply gas to Jordan.", "EGY not supply natural gas > JOR: ended"),
    right("The planned sale of submarines to Australia by France collapsed.", "FRA not supply submarines > AUS: ended"),
    right("Argentina once bought gas from Bolivia.", "ARG not acquire natural gas > BOL: ended"),
    right("Egypt stopped buying wheat from Romania.", "EGY not acquire wheat > ROU: ended"),
    right("Egypt has ceased to buy wheat from Romania.", "EGY not acquire wheat > ROU: ended"),
    right("Iceland resumed exports of aluminium to Norway.", "ISL supply aluminium > NOR: done"),
]
REFUSED = [
    right("Hungary refused to buy oil from Kuwait.", "HUN not acquire oil > KWT: refused"),
    right("Ghana will not export cocoa to Togo.", "GHA not supply cocoa > TGO: refused"),
    right("Norway ruled out talks with Moscow.", "NOR not consult - > RUS: refused"),
    right("There will be no talks with Israel, Iran's president said.", "IRN not consult - > ISR: refused"),
    right("Estonia refused to sell land to Belarus.", "EST not supply land > BLR: refused"),
    right("Kuwait is unwilling to sell oil to Syria.", "KWT not supply oil > SYR: refused"),
    right("Brazil and Argentina refused to sign the treaty.", "BRA not agree - > ARG: refused"),
]
PROPOSED = [
    right("Brazil and China are close to a deal on soybeans.", "BRA agree soybeans > CHN: negotiated"),
    right("Chile promised to sell lithium to Japan.", "CHL supply lithium > JPN: promised"),
    right("Qatar offered to supply Germany with gas.", "QAT supply natural gas > DEU: offered"),
    right("Norway is ready to export gas to Poland.", "NOR supply natural gas > POL: offered"),
    right("Angola is willing to cooperate with Portugal on oil.", "AGO cooperate oil > PRT: offered"),
    right("Pakistan expressed readiness to sell copper to China.", "PAK supply copper > CHN: offered"),
    right("Qatar made an offer to sell gas to Germany.", "QAT supply natural gas > DEU: offered"),
    right("Brazil plans to buy fertiliser from Morocco.", "BRA acquire fertilisers > MAR: planned"),
    right("Ethiopia will export electricity to Kenya.", "ETH supply electricity > KEN: planned"),
    right("Poland balked at buying tanks from Germany.", "POL not acquire tanks > DEU: refused"),
    right("Under the treaty Kenya will sell tea to Sudan.", "KEN supply tea > SDN: agreed"),
    right("Australia pledged constables to Fiji.", "AUS aid - > FJI: promised"),
    right("China bans exports of graphite from 2031.", "CHN sanction graphite: planned"),
    right("Brazil is due to receive gas from Bolivia.", "BRA acquire natural gas > BOL: planned"),
    right("China threatened to ban exports of graphite.", "CHN sanction graphite: promised"),
    right("Iraq vowed to attack Kuwait.", "IRQ assault - > KWT: promised"),
    right("Serbia agreed to buy gas from Azerbaijan.", "SRB acquire natural gas > AZE: agreed"),
    right("Japan wants to import hydrogen from Australia.", "JPN acquire hydrogen > AUS: sought"),
    right("Turkey had wanted to buy missiles from Russia.", "TUR acquire missiles > RUS: sought"),
    right("Ukraine demanded weapons from Germany.", "UKR acquire weapons > DEU: sought"),
    right("Chile suggested that it might sell lithium to Japan.", "CHL supply lithium > JPN: offered"),
    right("Kenya decided to sell tea to Poland.", "KEN supply tea > POL: planned"),
    right("Kenya has begun negotiations to buy gas from Qatar.", "KEN acquire natural gas > QAT: negotiated"),
    right("Mexico seeks access to Bolivian lithium.", "MEX acquire lithium > BOL: sought"),
    right("Mozambique hopes to sell gas to Thailand.", "MOZ supply natural gas > THA: planned"),
    right("A Canadian firm was given permission to drill for oil in Namibia.", "CAN produce oil: ordered"),
    right("Zambia gave a Korean firm a licence to mine cobalt.", "KOR produce cobalt: ordered"),
    right("Poland is going to buy tanks from Germany.", "POL acquire tanks > DEU: planned"),
    right("Norway would like to buy wheat from Ukraine.", "NOR acquire wheat > UKR: sought"),
    right("Turkey is not ready to sell boron to Greece.", "TUR not supply boron > GRC: refused"),
]
HEDGED = [
    right("Turkey is considering buying gas from Turkmenistan.", "TUR acquire natural gas > TKM: hedged"),
    right("India is toying with buying oil from Russia.", "IND acquire oil > RUS: hedged"),
    right("Germany might have to buy gas from Qatar.", "DEU acquire natural gas > QAT: hedged"),
    right("Chile may sell lithium to India.", "CHL supply lithium > IND: hedged"),
    right("Angola could supply oil to Portugal.", "AGO supply oil > PRT: hedged"),
    right("Mali reportedly sold gold to Ghana.", "MLI supply gold > GHA: hedged"),
    right("Turkey cannot export boron to Greece.", "TUR not supply boron > GRC: hedged"),
    right("Potential cooperation between Chile and Bolivia on lithium worries investors.", "CHL cooperate lithium > BOL: hedged"),
    right("Japan would buy nickel from Indonesia.", "JPN acquire nickel > IDN: conditional"),
    right("Qatar would supply gas to Germany if Berlin paid for it.", "QAT supply natural gas > DEU: conditional"),
    right("Peru has not ruled out sending troops.", "PER mobilize -: hedged"),
    right("If prices rise, Bolivia will sell lithium to Germany.", "BOL supply lithium > DEU: planned"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*NEGATED, *ENDED])
def test_what_is_denied_or_has_ended(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    claims = tell(sentence)
    assert typed(claims) == sorted(expected)
    assert all(claim.status is Status.ACTUAL for claim in claims)


@pytest.mark.parametrize(("sentence", "expected"), [*REFUSED, *PROPOSED])
def test_what_is_proposed_or_refused(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    claims = [claim for claim in tell(sentence) if claim.relation != "other"]
    assert typed(claims) == sorted(expected)
    assert all(claim.status is Status.PROPOSED for claim in claims)


@pytest.mark.parametrize(("sentence", "expected"), HEDGED)
def test_what_is_possible_or_conditional(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "actor", "proposer"),
    [
        ("Egypt proposed that Sudan sell gold to Libya.", "SDN", "EGY"),
        ("Egypt proposed to sell gold to Libya.", "EGY", "-"),
        ("Sudan sold gold to Libya.", "SDN", "-"),
    ],
)
def test_who_stands_behind_a_proposal_of_others(sentence: str, actor: str, proposer: str, tell: Tell) -> None:
    (claim,) = tell(sentence)
    assert (who(claim.actor), who(claim.proposer)) == (actor, proposer)


def test_nothing_is_claimed_by_a_question(tell: Tell) -> None:
    assert tell("Will Chile sell lithium to Japan?") == ()
    assert typed(tell("Chile will sell lithium to Japan.")) == ["CHL supply lithium > JPN: planned"]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("China announced that it would ban exports of graphite.", "sanction"),
        ("Kenya announced that it will recognise Kosovo.", "support"),
    ],
)
def test_what_an_authority_announces_of_its_own_power_is_done(sentence: str, relation: str, tell: Tell) -> None:
    (claim,) = tell(sentence)
    assert (claim.relation, claim.status, claim.negated) == (relation, Status.ACTUAL, False)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Uganda announced the end of talks with Mali.", "UGA not consult - > MLI: ended"),
        right("Peru announced a halt to copper exports.", "PER not supply copper: ended"),
        right("Ghana announced the conclusion of a contract with Slovakia.", "GHA agree - > SVK: done"),
    ],
)
def test_an_end_that_is_announced_has_come(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


def test_what_a_seller_announces_is_only_planned(tell: Tell) -> None:
    assert typed(tell("Chad announced that it would sell oil to Niger.")) == ["TCD supply oil > NER: planned"]


def test_what_a_law_is_used_for_has_not_ended(tell: Tell) -> None:
    claims = tell("Judges read the law used by Trump to impose tariffs against Canada.")
    assert [c.negated for c in claims if c.relation == "sanction"] == [False]


def test_talks_behind_which_an_act_stands_are_the_actors_own(tell: Tell) -> None:
    claims = tell("Chad freed 20 prisoners after talks with a French envoy in Doha.")
    assert "TCD consult - > FRA: done" in typed(claims)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("A copper deal between Peru and Japan is close.", "PER agree copper > JPN: planned"),
        right("A copper deal between Peru and Japan is possible.", "PER agree copper > JPN: hedged"),
        right("A copper deal between Peru and Japan is within reach.", "PER agree copper > JPN: planned"),
        right("A copper deal between Peru and Japan is old.", "PER agree copper > JPN: done"),
    ],
)
def test_what_is_in_prospect_is_not_done(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Fiji did not confirm that it had sold gold to Tonga."),
        right("Fiji does not believe that Tonga sold gold to Samoa.", "TON not supply gold > WSM: done, says Fiji"),
        right("Fiji did not deny that it had sold gold to Tonga.", "FJI supply gold > TON: hedged, says Fiji"),
        right("Instructors taught Tongans how to build a bomb."),
        right("Ghana trained Togolese rebels to attack Benin.", "GHA aid training > TGO: done", "TGO assault - > BEN: planned"),
        right("Ghana's president would not sell cocoa to Togo.", "GHA not supply cocoa > TGO: refused"),
        right("Ghana is interested in buying oil from Togo.", "GHA acquire oil > TGO: sought"),
    ],
)
def test_what_is_not_said_believed_or_yet_done(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The pact allowed Ukraine to export 33 million tonnes of grain.", "UKR supply grain: done"),
        right("The pact allowed Iran to export up to 1 million barrels of oil.", "IRN supply oil: hedged"),
    ],
)
def test_what_a_thing_allowed_and_was_counted_was_done(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Talks with Kyiv are out of the question, Putin said.", "RUS not consult - > UKR: refused"),
        right("Talks with Kyiv are not out of the question, Putin said.", "RUS consult - > UKR: hedged, says Vladimir Putin"),
        right("Ceding land to Russia is out of the question, Merz said.", "DEU not supply land > RUS: refused"),
        right("Talks with Baku are impossible, Pashinyan said.", "ARM not consult - > AZE: hedged, says Nikol Pashinyan"),
        right(
            "Leasing the port to China is unthinkable, Fiji's minister said.",
            "- not supply ports > CHN: hedged, says Fiji's minister",
        ),
    ],
)
def test_what_is_out_of_the_question_is_refused(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
