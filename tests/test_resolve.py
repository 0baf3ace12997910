"""Linking: mentions → entities, by name with dates, title, role, owner, demonym, metonym; what is unknown is minted."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from kg.model import (
    Actor,
    ActorType,
    Basis,
    Claim,
    Content,
    Mention,
    Mode,
    Place,
    Resource,
    Sector,
    Status,
)
from kg.paths import ontology_dir
from kg.resolve import Linker, resolve, slug
from kg.vocab import Vocabulary, load
from tests.builders import claim

NAMES = """
@prefix kg: <https://w3id.org/newsgraph/ontology#> .
@prefix actor: <https://w3id.org/newsgraph/actor/> .
@prefix res: <https://w3id.org/newsgraph/resource/> .
@prefix place: <https://w3id.org/newsgraph/place/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

actor:ALD a kg:State ; skos:prefLabel "Alderland"@en ; kg:code "ALD" ;
    kg:demonym "Alder"@en, "Alders"@en ; kg:metonym "Oakton"@en .
actor:BIR a kg:State ; skos:prefLabel "Birchia"@en ; kg:code "BIR" ; kg:demonym "Birchian"@en, "Birchians"@en .
actor:UNION a kg:InternationalOrganisation ; skos:prefLabel "Union of Trees"@en ; kg:code "UNION" ; kg:sector "IGO" .
actor:union-council a kg:InternationalOrganisation ; skos:prefLabel "Council of Trees"@en ; kg:actsFor actor:UNION ;
    kg:sector "IGO" .
actor:red-palace a kg:Government ; skos:prefLabel "Red Palace"@en ; kg:actsFor actor:ALD ; kg:sector "GOV" .
actor:copperworks a kg:Company ; skos:prefLabel "Copperworks"@en ; kg:basedIn actor:BIR ; kg:sector "COM" .
actor:mossfolk a kg:Population ; skos:prefLabel "Mossfolk"@en ; kg:demonym "Mossian"@en ; kg:basedIn actor:ALD ; kg:sector "CIV" .
actor:ilse-hart a kg:Person ; skos:prefLabel "Ilse Hart"@en ; kg:familyName "Hart"@en ; kg:sector "GOV" ;
    org:hasMembership [ org:organization actor:ALD ; kg:title "President"@en ;
        schema:startDate "2010-01-20"^^xsd:date ; schema:endDate "2018-01-20"^^xsd:date ; kg:basis kg:actsFor ] ,
        [ org:organization actor:UNION ; kg:title "Secretary"@en ; schema:startDate "2019-06-01"^^xsd:date ; kg:basis kg:actsFor ] .
actor:otto-hart a kg:Person ; skos:prefLabel "Otto Hart"@en ; kg:familyName "Hart"@en ; kg:sector "GOV" ;
    org:hasMembership [ org:organization actor:ALD ; kg:title "President"@en ;
        schema:startDate "2018-01-20"^^xsd:date ; kg:basis kg:actsFor ] .
actor:rosa-hart a kg:Person ; skos:prefLabel "Rosa Hart"@en ; kg:familyName "Hart"@en ; kg:sector "GOV" ;
    org:hasMembership [ org:organization actor:BIR ; kg:title "Prime Minister"@en ;
        schema:startDate "2001"^^xsd:gYear ; schema:endDate "2004-12"^^xsd:gYearMonth ; kg:basis kg:actsFor ] .
res:metals a kg:ResourceKind ; skos:prefLabel "metals"@en .
res:copper a kg:ResourceKind ; skos:prefLabel "copper"@en ; skos:broader res:metals .
res:old-mine a kg:Asset ; skos:prefLabel "Old Mine"@en ; kg:kind res:copper ; kg:country actor:BIR .
place:oakton-bay a kg:Place ; skos:prefLabel "Oakton Bay"@en ; kg:country actor:ALD .
place:high-sea a kg:Place ; skos:prefLabel "High Sea"@en .
"""
DAY = date(2015, 5, 5)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    folder = tmp_path_factory.mktemp("ontology")
    for name in ("kg.ttl", "relations.ttl", "roles.en.ttl", "words.en.ttl"):
        shutil.copy(ontology_dir() / name, folder)
    (folder / "names.ttl").write_text(NAMES, encoding="utf-8")
    return load(folder)


@pytest.fixture(scope="module")
def link(world: Vocabulary) -> Linker:
    return Linker(world)


def read(text: str, name: str = "", *owners: str, head: str = "", before: Mention | None = None, person: bool = False) -> Actor:
    """An actor as the extraction gives it, not yet linked."""
    mention = Mention(text, 10, 10 + len(text), head or text.rsplit(maxsplit=1)[-1].lower(), name, owners, before)
    return Actor("", name or text, ActorType.PERSON if person else ActorType.ORGANISATION, mention=mention)


def stands_for(actor: Actor) -> tuple[str, Basis]:
    assert actor.stakeholder is not None
    return actor.stakeholder.code or actor.stakeholder.id, actor.stakeholder.basis


@pytest.mark.parametrize(
    ("actor", "id", "code", "basis"),
    [
        (read("Alderland", "Alderland"), "actor/ALD", "ALD", Basis.ACTS_FOR),
        (read("the Union of Trees", "Union of Trees"), "actor/UNION", "UNION", Basis.ACTS_FOR),
        (read("the Council of Trees", "Council of Trees"), "actor/union-council", "UNION", Basis.ACTS_FOR),
        (read("the Red Palace", "Red Palace"), "actor/red-palace", "ALD", Basis.ACTS_FOR),
        (read("Oakton", "Oakton"), "actor/ALD", "ALD", Basis.ACTS_FOR),
        (read("Copperworks", "Copperworks"), "actor/copperworks", "BIR", Basis.BASED_IN),
        (read("the Mossfolk", "Mossfolk"), "actor/mossfolk", "ALD", Basis.BASED_IN),
        (read("Ilse Hart", "Ilse Hart", person=True), "actor/ilse-hart", "ALD", Basis.ACTS_FOR),
    ],
)
def test_a_known_name_is_its_entity_under_its_stakeholder(actor: Actor, id: str, code: str, basis: Basis, link: Linker) -> None:
    found = link.actor(actor, "a1", DAY)
    assert (found.id, *stands_for(found)) == (id, code, basis)
    assert found.mention == actor.mention


def test_type_sector_and_label_come_from_the_ontology(link: Linker) -> None:
    found = link.actor(read("the company Copperworks", "Copperworks"), "a1", DAY)
    assert (found.label, found.type, found.sector) == ("Copperworks", ActorType.COMPANY, Sector.COM)


@pytest.mark.parametrize(
    ("day", "code"),
    [(date(2015, 5, 5), "ALD"), (date(2018, 1, 20), "ALD"), (date(2020, 1, 1), "UNION"), (None, "UNION")],
)
def test_whom_a_person_acts_for_depends_on_the_day(day: date | None, code: str, link: Linker) -> None:
    assert stands_for(link.actor(read("Ilse Hart", "Ilse Hart"), "a1", day))[0] == code


@pytest.mark.parametrize(
    ("day", "id"),
    [
        (date(2015, 5, 5), "actor/ilse-hart"),
        (date(2003, 5, 5), "actor/rosa-hart"),
        (date(2004, 12, 31), "actor/rosa-hart"),
    ],
)
def test_a_family_name_is_whoever_was_in_office(day: date, id: str, link: Linker) -> None:
    assert link.actor(read("Hart", "Hart", person=True), "a1", day).id == id


@pytest.mark.parametrize(("owner", "id"), [("Birchia", "actor/rosa-hart"), ("Union of Trees", "actor/ilse-hart")])
def test_or_whose_owner_the_text_names(owner: str, id: str, link: Linker) -> None:
    assert link.actor(read(f"{owner}'s Hart", "Hart", owner), "a1", date(2020, 1, 1)).id == id


@pytest.mark.parametrize(
    ("text", "owner", "day", "id"),
    [
        ("the Alder president", "Alder", date(2015, 5, 5), "actor/ilse-hart"),
        ("the president", "Alderland", date(2020, 5, 5), "actor/otto-hart"),
        ("the Birchian prime minister", "Birchian", date(2003, 5, 5), "actor/rosa-hart"),
    ],
)
def test_an_office_alone_names_its_holder_on_that_day(text: str, owner: str, day: date, id: str, link: Linker) -> None:
    assert link.actor(read(text, "", owner, person=True), "a1", day).id == id


@pytest.mark.parametrize(
    ("text", "owner", "day"),
    [
        ("the Birchian president", "Birchian", date(2003, 5, 5)),
        ("the Alder president", "Alder", date(1999, 5, 5)),
        ("the Alder president", "Alder", None),
    ],
)
def test_an_office_without_a_known_holder_is_minted_for_its_state(text: str, owner: str, day: date | None, link: Linker) -> None:
    found = link.actor(read(text, "", owner, person=True), "a1", day)
    assert found.id not in link.vocab.entities
    assert stands_for(found) == ("BIR" if owner == "Birchian" else "ALD", Basis.ACTS_FOR)
    assert (found.type, found.sector) == (ActorType.PERSON, Sector.GOV)


def test_a_people_is_not_its_state(link: Linker) -> None:
    found = link.actor(read("the Birchians", "Birchians"), "a1", DAY)
    assert (found.id, found.type, found.sector) == ("actor/BIR-people", ActorType.POPULATION, Sector.CIV)
    assert stands_for(found) == ("BIR", Basis.BASED_IN)


def test_a_people_abroad_is_counted_where_it_lives(link: Linker) -> None:
    found = link.actor(read("the Birchians of Alderland", "Birchians", "Alderland"), "a1", DAY)
    assert found.id == "actor/BIR-people-in-ALD"
    assert stands_for(found) == ("ALD", Basis.BASED_IN)


@pytest.mark.parametrize(
    ("text", "owner", "type", "sector", "basis"),
    [
        ("Alder companies", "Alder", ActorType.COMPANY, Sector.COM, Basis.BASED_IN),
        ("Alderland's deputy prime minister", "Alderland", ActorType.PERSON, Sector.GOV, Basis.ACTS_FOR),
        ("Alder troops", "Alder", ActorType.GOVERNMENT, Sector.MIL, Basis.ACTS_FOR),
        ("the Alder militia", "Alder", ActorType.ARMED_GROUP, Sector.REB, Basis.BASED_IN),
    ],
)
def test_a_role_gives_type_sector_and_basis_and_its_owner_the_stakeholder(
    text: str, owner: str, type: ActorType, sector: Sector, basis: Basis, link: Linker
) -> None:
    head = "company" if "companies" in text else text.rsplit(maxsplit=1)[-1]
    found = link.actor(read(text, "", owner, head=head), "a1", DAY)
    assert stands_for(found) == ("ALD", basis)
    assert (found.type, found.sector, found.label) == (type, sector, text.removeprefix("the "))


def test_a_named_person_of_a_known_state_is_minted_under_it(link: Linker) -> None:
    found = link.actor(read("Birchian minister Ana Elm", "Ana Elm", "Birchian", person=True), "a1", DAY)
    assert (found.label, found.type) == ("Ana Elm", ActorType.PERSON)
    assert stands_for(found) == ("BIR", Basis.ACTS_FOR)


def test_an_unknown_name_is_minted_an_article_at_a_time_and_is_its_own_stakeholder(link: Linker) -> None:
    one, again, other = (link.actor(read("Elm Traders", "Elm Traders"), article, DAY) for article in ("a1", "a1", "a2"))
    assert one == again
    assert one.id != other.id
    assert one.id.startswith("actor/") and one.id.endswith("-elm-traders")
    assert stands_for(one) == (one.id, Basis.ACTS_FOR)


def test_a_pronoun_is_linked_by_its_antecedent_and_keeps_its_own_words(link: Linker) -> None:
    actor = read("it", before=Mention("Oakton", 0, 6, "oakton", "Oakton"))
    found = link.actor(actor, "a1", DAY)
    assert found.id == "actor/ALD"
    assert found.mention and found.mention.text == "it"


def test_what_is_linked_stays_as_it_is(link: Linker) -> None:
    once = link.actor(read("Elm Traders", "Elm Traders"), "a1", DAY)
    assert link.actor(once, "another article", None) is once


def test_curly_apostrophes_are_apostrophes(link: Linker) -> None:
    owned = read("Alderland’s envoys", "", "Alderland’s".removesuffix("’s"))
    assert stands_for(link.actor(owned, "a1", DAY))[0] == "ALD"


def test_a_resource_gets_its_label_and_broader_kinds(link: Linker) -> None:
    found = link.resource(Resource("resource/old-mine", "the mine"), "a1")
    assert (found.label, found.broader) == ("Old Mine", ("copper", "metals"))


def test_an_unknown_resource_is_minted_an_article_at_a_time(link: Linker) -> None:
    one, other = (link.resource(Resource("", "Blue Amber"), article) for article in ("a1", "a2"))
    assert one.id != other.id
    assert one.id.startswith("resource/") and one.id.endswith("-blue-amber")
    assert (one.label, one.broader) == ("Blue Amber", ())


@pytest.mark.parametrize(
    ("name", "id", "label"),
    [("Oakton Bay", "place/oakton-bay", "Oakton Bay"), ("Alderland", "place/ALD", "Alderland")],
)
def test_places_are_found_by_name_and_states_are_places_of_their_own(name: str, id: str, label: str, link: Linker) -> None:
    found = link.place(Place("", name, Mention(name, 0, len(name), name=name)), "a1")
    assert (found.id, found.label) == (id, label)


def test_an_unknown_place_is_minted(link: Linker) -> None:
    one, other = (link.place(Place("", "Nowhere"), article).id for article in ("a1", "a2"))
    assert one != other
    assert one.endswith("-nowhere")


def unlinked(**roles: object) -> Claim:
    return claim(actor=None, target=None, resource=None).but(**roles)


def test_every_role_is_linked_and_nothing_is_dropped(link: Linker) -> None:
    content = Content("supply", read("Oakton", "Oakton"), Resource("resource/copper", "copper"), read("Birchia", "Birchia"))
    roles = {role: read("Birchia", "Birchia") for role in ("actor", "target", "proposer", "source")}
    given = unlinked(**roles, content=content, resource=Resource("resource/copper", "x"), place=Place("", "Oakton Bay"))
    (found,) = resolve([given], link)
    assert {a.id for a in (found.actor, found.target, found.proposer, found.source) if a} == {"actor/BIR"}
    assert found.resource and found.resource.label == "copper"
    assert found.place and found.place.id == "place/oakton-bay"
    assert found.content and found.content.actor and found.content.target
    assert (found.content.actor.id, found.content.target.id) == ("actor/ALD", "actor/BIR")
    assert (found.id, found.evidence) == (given.id, given.evidence)


def test_as_many_claims_come_out_as_go_in(link: Linker) -> None:
    given = [unlinked(id=f"claim/{number}") for number in range(5)]
    assert [c.id for c in resolve(given, link)] == [c.id for c in given]


def test_an_unknown_target_is_counted_where_it_is_acted_on(link: Linker) -> None:
    given = unlinked(
        relation="assault", actor=read("Birchia", "Birchia"), target=read("a base", head="base"), place=Place("", "Oakton Bay")
    )
    (found,) = resolve([given], link)
    assert found.target and stands_for(found.target) == ("ALD", Basis.BASED_IN)


def test_but_not_in_open_sea_nor_where_its_owner_is_known(link: Linker) -> None:
    at_sea = unlinked(relation="assault", target=read("a base", head="base"), place=Place("", "High Sea"))
    owned = unlinked(relation="assault", target=read("a Birchian base", "", "Birchian"), place=Place("", "Oakton Bay"))
    one, other = resolve([at_sea, owned], link)
    assert one.target and one.target.stakeholder and one.target.stakeholder.code is None
    assert other.target and stands_for(other.target)[0] == "BIR"


@pytest.mark.parametrize(
    ("source", "status", "mode", "kept"),
    [
        ("Red Palace", Status.PROPOSED, Mode.PLANNED, False),
        ("Alderland", Status.PROPOSED, Mode.OFFERED, False),
        ("Birchia", Status.PROPOSED, Mode.PLANNED, True),
        ("Red Palace", Status.ACTUAL, Mode.DONE, True),
        ("Red Palace", Status.POSSIBLE, Mode.HEDGED, True),
    ],
)
def test_nobody_is_quoted_for_the_plans_of_its_own_side(source: str, status: Status, mode: Mode, kept: bool, link: Linker) -> None:
    given = unlinked(actor=read("Oakton", "Oakton"), source=read(source, source), status=status, mode=mode)
    (found,) = resolve([given], link)
    assert (found.source is not None) is kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Gécamines S.A.", "gecamines-s-a"), ("  Rare   Earths ", "rare-earths"), ("a/b?c#d", "a-b-c-d"), ("x" * 99, "x" * 60)],
)
def test_names_go_into_iris_in_plain_letters(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_name_without_plain_letters_has_a_slug_of_its_own() -> None:
    assert slug("Київ") != slug("Москва")
    assert slug("Київ").isalnum()


def test_the_ontology_is_left_where_it_lies(world: Vocabulary) -> None:
    assert Path(ontology_dir()).is_dir()
    assert "actor/RUS" not in world.entities
