"""Words of an act in a sense that is another act, or none; beside each the sense that is the act."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed

OFFICES = [
    right("The minister resigned as leader of the party."),
    right("Kenya's finance minister announced his resignation."),
    right("The prime minister of Norway will step down today."),
    right("The senator withdrew his bid."),
    right("Chad's president stepped down from power.", "TCD retreat -: done"),
    right("Japan withdrew its troops from Chad.", "JPN retreat - > TCD: done"),
]
TERMS = [
    right("Danes protested the Turkish invasion of Syria.", "DNK protest - > TUR: done"),
    right("Farmers protest cheap Ukrainian grain in Warsaw.", "POL protest grain > UKR: done"),
    right(
        "The European Commission signed a deal with Moderna to secure a million doses of vaccine in the European Union.",
        "EU acquire vaccines > USA: agreed",
    ),
    right("Trump imposed tariffs on Europe.", "USA sanction - > EU: done"),
    right("Xi told Europe to lift its chip curbs.", "CHN request semiconductors > EU: done"),
    right("The Pentagon will invest in a refinery in Perth with a capacity of 90 tonnes.", "USA invest refineries > AUS: planned"),
    right("Kenya will invest in a mine with Glencore.", "KEN cooperate mines > CHE: planned"),
    right("Mexican police broke up a migrant protest.", "MEX coerce -: done"),
    right("Kenya is negotiating a trade agreement with China.", "KEN consult - > CHN: done"),
    right("Kenya negotiated a trade agreement with China.", "KEN agree - > CHN: done"),
    right("Peru wants to renegotiate its contract with Glencore.", "PER consult - > CHE: sought"),
    right("Norway funds ammunition for Ukraine.", "NOR aid ammunition > UKR: done"),
    right("France will fund a military aid package to Ukraine.", "FRA aid military aid > UKR: planned"),
    right("Chad will finance a dam in Niger.", "TCD invest dams > NER: planned"),
    right("Indonesia will reduce its nickel mining quota next year.", "IDN sanction nickel: planned"),
    right("Zambia cut its copper output target.", "ZMB produce copper: done"),
    right("Gunmen took ten guests hostage in a hotel in Mali.", "MLI coerce - > MLI: done"),
]
FORCE = [
    right("Police in Peru used tear gas to disperse protesters.", "PER coerce - > PER: done"),
    right("Iran used nerve gas against rebels in Chad.", "IRN assault chemical weapons > TCD: done"),
    right("Gunmen ambushed a convoy in Mali.", "MLI assault - > MLI: done"),
    right("Turkey destroyed a refinery in Syria with rockets.", "TUR assault refineries > SYR: done"),
    right("Chadian soldiers met the fans who descended on Berlin.", "TCD consult - > DEU: done"),
    right("Two Iranian envoys were expelled from Denmark.", "DNK coerce - > IRN: done"),
    right("Oman expelled three diplomats from Chad.", "OMN coerce - > TCD: done"),
    right("The body was dissolved in acid in Turkey."),
    right("The coach was ousted by the club."),
    right("Kenyan police engaged Ugandan protesters with batons.", "KEN coerce - > UGA: done"),
    right("The attacker exited the shop and fled."),
    right("The report looks at Hurricane Otis, which struck Mexico."),
    right("Alexei Navalny was poisoned.", "- assault - > RUS: done"),
]
HARM = [
    right("Chadian soldiers fired live rounds, killing four Malians.", "TCD assault - > MLI: done"),
    right(
        "A rocket launched by Chad crashed into a house in Niger, killing four people.",
        "TCD mobilize rockets: done",
        "TCD assault - > NER: done",
    ),
    right("A bus collided with a train in Serbia, killing three people."),
    right("Peru banned smoking in parks.", "PER sanction -: done"),
    right("Chadian doctor sentenced to ten years", "- coerce - > TCD: done"),
]
TIES = [
    right("Chad and Niger agreed to a UN truce.", "TCD retreat - > NER: agreed", "NER retreat - > TCD: agreed"),
    right("Iran suspended cooperation with Japan.", "IRN not cooperate - > JPN: ended"),
    right("Chad brokered a deal with Niger.", "TCD agree - > NER: done"),
    right("Chad and Niger conducted a prisoner swap.", "TCD cooperate - > NER: done"),
    right("Chad and Niger will build a dam.", "TCD cooperate dams > NER: planned"),
    right("Chad, Niger and Mali agreed to build a road.", *(f"TCD cooperate roads > {c}: agreed" for c in ("NER", "MLI"))),
    right("Chad will build a road.", "TCD produce roads: planned"),
    right("Demonstrators returned to the streets in Lima.", "PER protest - > PER: done"),
    right("Chad and Niger built two dams.", "TCD produce dams: done", "NER produce dams: done"),
    right("Chad's minister defeated the incumbent Idris Abu."),
    right("Spain intercepted a boat from Libya.", "ESP coerce ships > LBY: done"),
    right("Rebels from Chad and allied fighters rested."),
    right("Peru urged those visiting the state to leave.", "PER request -: done"),
]
PLANS = [
    right("Chad approved a plan to send rice to Niger.", "TCD supply rice > NER: agreed"),
    right("Chad approved a deal with Niger.", "TCD agree - > NER: done"),
    right("The singer died after a long battle with cancer."),
    right("His lawyers plan to appeal."),
    right("The Peruvian embassy issued visas with the aid of a Chilean bank."),
    right("Chad welcomed the aid of Peru.", "TCD support aid > PER: done"),
    right("The adults leapt from windows to flee the building."),
    right("Thousands of Malians fled their homes.", "MLI retreat buildings: done"),
    right("Peru sends back people who were accused of theft."),
    right("Three Chadians who were accused of spying met Peru.", "- accuse - > TCD: done", "TCD consult - > PER: done"),
]
BANS = [
    right("Kuwait bans scarves.", "KWT coerce clothing: done"),
    right("Peru bans copper from Chile.", "PER sanction copper > CHL: done"),
    right("Peru declared a state of epidemic."),
    right("Peru declared a state of siege.", "PER coerce -: done"),
    right("Roads in Peru were blocked by farmers.", "PER coerce roads > PER: done"),
    right("Chad's president dropped his nomination of a judge."),
]
GOODS = [
    right("Peru had its gas supplied by Bolivia.", "BOL supply natural gas > PER: done"),
    right("Peru has gas.", "PER possess natural gas: done"),
    right("Protests broke out in Ghana over rising prices of bread.", "GHA protest food: done"),
    right("The prices of bread rose in Ghana.", "- value food: done"),
    right("Chad met Niger despite warnings from Peru to stay away.", "PER request - > TCD: done", "TCD consult - > NER: done"),
    right("The fair in Toronto welcomed thousands of fans."),
    right("Peru will raise the minimum wage."),
    right("The bronze medal went to a runner from Qatar."),
    right("Copper from Chile went to China.", "CHL supply copper > CHN: done"),
    right("Peru received a notice on copper from Chile."),
    right("Iran is restricting access to its nuclear installations.", "IRN sanction nuclear facilities: done"),
    right("Peru reported nine cases, bringing the total number of cases to twenty."),
    right("The man grabbed a knife and ran."),
    right("India blocked 59 Chinese apps.", "IND sanction - > CHN: done"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*OFFICES, *TERMS, *FORCE, *HARM, *TIES, *PLANS, *BANS, *GOODS])
def test_other_senses(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
