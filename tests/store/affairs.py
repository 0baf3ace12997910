"""A world that every named query has something to say about: fourteen articles on gas, minerals and a war, told by hand."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from kg.model import (
    Actor,
    ActorType,
    Basis,
    Content,
    Mention,
    Mode,
    Place,
    Quantity,
    Resource,
    Sector,
    Stakeholder,
    Status,
    Time,
)
from kg.paths import ontology_dir
from tests.builders import PESKOV, PUTIN, RUSSIA, UKRAINE, USA, actor, state, under
from tests.store.world import CLUB, DEPOSIT, GAS, LITHIUM, NAMES, say, tell

MORE_NAMES = """
@prefix place: <https://w3id.org/newsgraph/place/> .

actor:CHN a kg:State ; skos:prefLabel "China"@en ; kg:code "CHN" ; kg:metonym "Beijing"@en .
actor:TUR a kg:State ; skos:prefLabel "Turkey"@en ; kg:code "TUR" .
actor:EU a kg:InternationalOrganisation ; skos:prefLabel "European Union"@en ; kg:code "EU" .
res:energy a kg:ResourceKind ; skos:prefLabel "energy"@en .
res:gas skos:broader res:energy .
res:oil a kg:ResourceKind ; skos:prefLabel "oil"@en ; skos:broader res:energy .
res:gallium a kg:ResourceKind ; skos:prefLabel "gallium"@en ; skos:broader res:minerals .
res:blue-stream a kg:Asset ; skos:prefLabel "Blue Stream"@en ; kg:kind res:gas ; kg:country actor:TUR .
place:istanbul a kg:Place ; skos:prefLabel "Istanbul"@en ; kg:country actor:TUR .
place:black-sea a kg:Place ; skos:prefLabel "Black Sea"@en .
"""

CHINA, TURKEY = state("China", "CHN"), state("Turkey", "TUR")
EU = state("European Union", "EU")
LIN = actor("Lin Jian", stakeholder=under(CHINA))
FIRM = actor("Alder Mining", ActorType.COMPANY, under(USA, Basis.BASED_IN), Sector.COM)
GAZPROM = actor("Gazprom", ActorType.COMPANY, under(RUSSIA, Basis.BASED_IN), Sector.COM)
ANALYSTS = Actor("actor/0f-analysts", "analysts", ActorType.POPULATION, None, Stakeholder("actor/0f-analysts", "analysts", None))

OIL = Resource("resource/oil", "oil", ("energy",))
GALLIUM = Resource("resource/gallium", "gallium", ("minerals",))
RARE_EARTHS = Resource("resource/rare-earths", "rare earths", ("minerals",))
PIPELINE = Resource("resource/blue-stream", "Blue Stream", ("gas", "energy"))
GRAIN = Resource("resource/0f-grain", "grain")
ISTANBUL = Place("place/istanbul", "Istanbul")
BLACK_SEA = Place("place/black-sea", "Black Sea")

OFFERED = {"status": Status.PROPOSED, "mode": Mode.OFFERED}
PROMISED = {"status": Status.PROPOSED, "mode": Mode.PROMISED}
SOUGHT = {"status": Status.PROPOSED, "mode": Mode.SOUGHT}
REFUSED = {"status": Status.PROPOSED, "mode": Mode.REFUSED, "negated": True}
AGREED = {"status": Status.PROPOSED, "mode": Mode.AGREED}
HEDGED = {"status": Status.POSSIBLE, "mode": Mode.HEDGED}
IF = {"status": Status.POSSIBLE, "mode": Mode.CONDITIONAL}
BAN = "China has banned exports of gallium to the United States."

# The names of the articles are not in the order of their days.
AFFAIRS = (
    tell("a01", date(2025, 1, 10), "Daily Courier",
        say("Russia offered rare earths to the United States.", "offered", "supply",
            actor=RUSSIA, resource=RARE_EARTHS, target=USA, **OFFERED),
        say(BAN, "banned", "sanction", actor=CHINA, resource=GALLIUM, target=USA, confidence=0.95, time=Time("2025-01"))),
    tell("a10", date(2025, 1, 12), "Evening Post",
        say(BAN, "banned", "sanction", actor=CHINA, resource=GALLIUM, target=USA, source=LIN),
        say("Ukraine needs gas.", "needs", "need", actor=UKRAINE, resource=GAS)),
    tell("a03", date(2025, 1, 15), "Daily Courier",
        say("Russia supplies gas to Ukraine.", "supplies", "supply", actor=RUSSIA, resource=GAS, target=UKRAINE),
        say("Turkey met Russia in Istanbul.", "met", "consult", actor=TURKEY, target=RUSSIA, place=ISTANBUL,
            time=Time("2025-01-14"))),
    tell("a04", date(2025, 1, 20), "Evening Post",
        say("Ukraine does not buy gas from Russia, Peskov said.", "buy", "acquire",
            actor=UKRAINE, resource=GAS, target=RUSSIA, negated=True, source=PESKOV),
        say("Ukraine agreed with Turkey on a grain corridor in the Black Sea.", "agreed", "agree", actor=UKRAINE, target=TURKEY,
            content=Content("supply", UKRAINE, GRAIN, TURKEY), place=BLACK_SEA)),
    tell("a05", date(2025, 2, 1), "Tribune",
        say("The United States bought rare earths from Russia.", "bought", "acquire",
            actor=USA, resource=RARE_EARTHS, target=RUSSIA, time=Time("2025")),
        say("Ukraine holds 5 million tonnes of lithium.", "holds", "possess", actor=UKRAINE, resource=LITHIUM,
            quantity=Quantity(5e6, "tonne", None, Mention("5 million tonnes", 64, 80)))),
    tell("a06", date(2025, 2, 10), "Evening Post",
        say("Alder Mining put 300 million dollars into the Shevchenko deposit.", "put", "invest",
            actor=FIRM, resource=DEPOSIT, quantity=Quantity(3e8, "USD", "up")),
        say("The United States wants Ukraine to mine the Shevchenko deposit.", "mine", "produce",
            actor=UKRAINE, resource=DEPOSIT, proposer=USA, **SOUGHT)),
    tell("a07", date(2025, 2, 15), "Tribune",
        say("Russia attacked Ukraine.", "attacked", "assault", actor=RUSSIA, target=UKRAINE, time=Time("2025-02-14")),
        say("Ukraine might sell lithium to the European Union.", "sell", "supply",
            actor=UKRAINE, resource=LITHIUM, target=EU, confidence=0.45, **HEDGED)),
    tell("a08", date(2025, 2, 20), "Daily Courier",
        say("Ukraine promised lithium to the United States.", "promised", "supply",
            actor=UKRAINE, resource=LITHIUM, target=USA, **PROMISED),
        say("The United States accused Russia of the attack.", "accused", "accuse", actor=USA, target=RUSSIA)),
    tell("a09", date(2025, 3, 1), None,
        say("Ukraine supplies lithium to the United States.", "supplies", "supply", actor=UKRAINE, resource=LITHIUM, target=USA),
        say("Members of the Chess Club smiled.", "smiled", "other", actor=CLUB)),
    tell("a02", date(2025, 3, 5), "Tribune",
        say("Putin refused to let Russia sell gas to Ukraine.", "refused", "supply",
            actor=RUSSIA, resource=GAS, target=UKRAINE, proposer=PUTIN, **REFUSED),
        say("The European Union banned Russian oil in March.", "banned", "sanction",
            actor=EU, resource=OIL, target=RUSSIA, time=Time("2025-03"))),
    tell("a11", date(2025, 3, 5), "Evening Post",
        say("The European Union has put an end to Russian oil.", "put", "sanction", actor=EU, resource=OIL, target=RUSSIA),
        say("The European Union needs Russian gas, Peskov said.", "needs", "need",
            actor=EU, resource=GAS, target=RUSSIA, source=PESKOV)),
    tell("a12", None, None,
        say("Russia might attack Ukraine if talks fail, analysts say.", "attack", "assault",
            actor=RUSSIA, target=UKRAINE, source=ANALYSTS, confidence=0.3, **IF),
        say("Gazprom owns Blue Stream, as was said in Istanbul.", "owns", "possess",
            actor=GAZPROM, resource=PIPELINE, place=ISTANBUL)),
    tell("a13", date(2025, 3, 8), "Daily Courier",
        say("China will buy oil from Russia under a deal that both have signed.", "buy", "acquire",
            actor=CHINA, resource=OIL, target=RUSSIA, confidence=0.9, **AGREED),
        say("Nobody has banned gallium, Lin said.", "banned", "sanction",
            actor=CHINA, resource=GALLIUM, target=USA, negated=True, source=LIN, confidence=0.6)),
    tell("a14", date(2025, 3, 8), "Evening Post",
        say("It was attacked again.", "attacked", "assault", target=UKRAINE, confidence=0.4),
        say("Putin met Gazprom.", "met", "consult", actor=PUTIN, target=GAZPROM)),
)  # fmt: skip


def affairs_ontology(folder: Path) -> Path:
    """An ontology of the schema, the relations, and the names of these articles."""
    folder.mkdir()
    for name in ("kg.ttl", "relations.ttl"):
        shutil.copy(ontology_dir() / name, folder)
    (folder / "names.ttl").write_text(NAMES + MORE_NAMES, encoding="utf-8")
    return folder
