"""A small world for the store's tests: an ontology of a few names, and three articles about minerals."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from kg.model import (
    Actor,
    ActorType,
    Article,
    ArticleRef,
    Basis,
    Claim,
    Mode,
    Quantity,
    Resource,
    Sector,
    Stakeholder,
    Status,
)
from kg.paths import ontology_dir
from tests.builders import PESKOV, PUTIN, RARE_EARTHS, RUSSIA, UKRAINE, USA, claim, under

NAMES = """
@prefix kg: <https://w3id.org/newsgraph/ontology#> .
@prefix actor: <https://w3id.org/newsgraph/actor/> .
@prefix res: <https://w3id.org/newsgraph/resource/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

actor:RUS a kg:State ; skos:prefLabel "Russia"@en ; kg:code "RUS" ; kg:demonym "Russian"@en ; kg:metonym "Kremlin"@en .
actor:UKR a kg:State ; skos:prefLabel "Ukraine"@en ; kg:code "UKR" ; kg:metonym "Kyiv"@en .
actor:USA a kg:State ; skos:prefLabel "United States"@en ; skos:altLabel "America"@en ; kg:code "USA" .
actor:vladimir-putin a kg:Person ; skos:prefLabel "Vladimir Putin"@en ;
    org:hasMembership [ org:organization actor:RUS ; kg:title "President"@en ; kg:basis kg:actsFor ] .
res:minerals a kg:ResourceKind ; skos:prefLabel "minerals"@en .
res:rare-earths a kg:ResourceKind ; skos:prefLabel "rare earths"@en ; skos:altLabel "REE"@en ; skos:broader res:minerals .
res:lithium a kg:ResourceKind ; skos:prefLabel "lithium"@en ; skos:broader res:minerals .
res:shevchenko-deposit a kg:Asset ; skos:prefLabel "Shevchenko deposit"@en ; kg:kind res:lithium .
res:gas a kg:ResourceKind ; skos:prefLabel "gas"@en .
"""

LITHIUM = Resource("resource/lithium", "lithium", ("minerals",))
DEPOSIT = Resource("resource/shevchenko-deposit", "Shevchenko deposit", ("lithium", "minerals"))
GAS = Resource("resource/gas", "gas")
FIRM = Actor("actor/0f-alder-mining", "Alder Mining", ActorType.COMPANY, Sector.COM, under(USA, Basis.BASED_IN))
CLUB = Actor(
    "actor/0f-chess-club",
    "Chess Club",
    ActorType.ORGANISATION,
    None,
    Stakeholder("actor/0f-chess-club", "Chess Club", None),
)


def ontology(folder: Path) -> Path:
    """An ontology of the schema, the relations, and a few names."""
    folder.mkdir()
    for name in ("kg.ttl", "relations.ttl"):
        shutil.copy(ontology_dir() / name, folder)
    (folder / "names.ttl").write_text(NAMES, encoding="utf-8")
    return folder


def tell(id: str, day: date | None, outlet: str | None, *said: Claim) -> tuple[Article, list[Claim]]:
    """An article that says ``said``, one sentence a claim, and the claims with their spans in it."""
    text, claims = "", []
    for number, each in enumerate(said):
        shift, sentence = len(text), each.evidence.text
        inner = each.evidence.predicate
        span = replace(inner, start=inner.start + shift, end=inner.end + shift)
        evidence = replace(each.evidence, start=shift, end=shift + len(sentence), predicate=span)
        claims.append(each.but(id=f"claim/{id}-{number}", evidence=evidence))
        text += sentence + " "
    article = Article(id, text, f"Title of {id}", None, day, outlet)
    return article, [each.but(article=ArticleRef.to(article)) for each in claims]


def say(text: str, predicate: str, relation: str, **roles: object) -> Claim:
    """A claim whose evidence is ``text``; roles that are not given are empty."""
    empty = {"actor": None, "resource": None, "target": None}
    return claim(relation, text=text, predicate=predicate, start=0, **{**empty, **roles})  # type: ignore[arg-type]


OFFER = {"status": Status.PROPOSED, "mode": Mode.OFFERED}

FIRST = tell(
    "first", date(2025, 2, 24), "Daily Courier",
    say("Putin offered to sell America rare earths.", "offered", "supply", actor=PUTIN, resource=RARE_EARTHS, target=USA, **OFFER),
    say("Ukraine holds 5 tonnes of lithium.", "holds", "possess", actor=UKRAINE, resource=LITHIUM, quantity=Quantity(5.0, "tonne")),
    say("Russia supplies gas to Ukraine.", "supplies", "supply", actor=RUSSIA, resource=GAS, target=UKRAINE),
)  # fmt: skip
SECOND = tell(
    "second", date(2025, 3, 1), "Evening Post",
    say("Russia does not supply gas to Ukraine, Peskov said.", "supply", "supply",
        actor=RUSSIA, resource=GAS, target=UKRAINE, negated=True, source=PESKOV),
    say("Alder Mining buys rare earths from Russia.", "buys", "acquire", actor=FIRM, resource=RARE_EARTHS, target=RUSSIA),
    say("America proposes that Ukraine and Alder Mining mine the Shevchenko deposit.", "mine", "produce",
        actor=UKRAINE, resource=DEPOSIT, target=FIRM, proposer=USA, **OFFER),
)  # fmt: skip
THIRD = tell(
    "third", None, None,
    say("Members of the Chess Club smiled.", "smiled", "other", actor=CLUB),
    say("Russia might attack Ukraine.", "attack", "assault", actor=RUSSIA, target=UKRAINE,
        status=Status.POSSIBLE, mode=Mode.HEDGED),
)  # fmt: skip
WORLD = (FIRST, SECOND, THIRD)
