"""The named queries on articles drawn at random: those that pool claims, against the same worked out in Python.

Our store's answers are held against Python, and each other engine's against our store's, for the same arguments.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest

from kg.merge import merge
from kg.model import Article, Claim, Mode, Statement, Status
from kg.rdf import BASE
from kg.store import Store, Table, named_queries, open_store
from kg.vocab import load
from tests.builders import PESKOV, PUTIN, RUSSIA, UKRAINE, USA
from tests.store.affairs import ISTANBUL, affairs_ontology
from tests.store.cells import check_cells
from tests.store.engines import Engine, in_rdflib, over_http
from tests.store.world import DEPOSIT, GAS, say, tell

FIRST_DAY = date(2025, 1, 1)
SINCE, UNTIL = FIRST_DAY + timedelta(days=8), FIRST_DAY + timedelta(days=16)
RELATIONS = ("supply", "acquire", "agree", "assault", "other", "invest", "sanction")
NO_MORE = (Mode.ENDED, Mode.REFUSED)


def drawn(random: Random, relations: tuple[str, ...] = RELATIONS) -> Claim:
    """A claim of few actors and resources, so that many say the same."""
    mode = random.choice((*[Mode.DONE] * 12, *[Mode.OFFERED] * 6, *Mode))
    word = random.choice(("smile", "frown"))
    return say(
        f"Some {word} on day {random.randrange(3)}.", word, random.choice(relations),
        actor=random.choice((RUSSIA, RUSSIA, UKRAINE, PUTIN, USA, None)),
        target=random.choice((RUSSIA, UKRAINE, UKRAINE, USA, None)),
        resource=random.choice((GAS, DEPOSIT, None)), source=random.choice((PESKOV, None, None)),
        proposer=random.choice((USA, PUTIN, None, None)) if mode.status is Status.PROPOSED else None,
        status=mode.status, mode=mode, negated=random.random() < 0.25 or mode in NO_MORE, place=random.choice((ISTANBUL, None)),
        confidence=round(random.random(), 2),
    )  # fmt: skip


def articles(random: Random) -> list[tuple[Article, list[Claim]]]:
    """A hundred and fifty articles of three claims, most of them with a day and an outlet."""
    found = []
    for number in range(150):
        day = random.choice((None, *(FIRST_DAY + timedelta(days=n) for n in range(25))))
        outlet = random.choice((None, "Courier", "Post", "Tribune"))
        said = [drawn(random), drawn(random, ("supply", "acquire")), drawn(random, ("agree", "other"))]
        found.append(tell(f"{number:03}", day, outlet, *said))
    return found


NEWS = articles(Random(7))
CLAIMS = {claim.id: claim for _, claims in NEWS for claim in claims}
STATEMENTS = [statement for statement in merge(CLAIMS.values()) if statement.actor]
STANCES = {relation: load().relations[relation].stance for relation in RELATIONS}


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    words = affairs_ontology(tmp_path_factory.mktemp("news") / "ontology")
    with open_store("memory", ontology=words) as store:
        for article, claims in NEWS:
            store.add(article, claims)
        yield store


@pytest.fixture(scope="module")
def engines(news: Store) -> Iterator[dict[str, Engine]]:
    with over_http(news.quads()) as http:
        yield {"store": news.query, "rdflib": in_rdflib(news.quads()), "http": http}


def cells(table: Table, *columns: str) -> list[tuple[object, ...]]:
    def plain(value: object) -> object:
        return value.removeprefix(BASE) if isinstance(value, str) else value

    return [tuple(plain(row[column]) for column in columns) for row in table.dicts()]


def day(claim: Claim) -> str:
    """A day that sorts; the undated come last."""
    return claim.article.published.isoformat() if claim.article.published else "~"


def dated(claim: Claim) -> tuple[str, str]:
    return day(claim), claim.id


def told(statement: Statement, status: Status, negated: bool = False) -> list[Claim]:
    """A statement's claims of one kind, the first to be published first."""
    return sorted((c for c in statement.claims if c.status is status and c.negated is negated), key=dated)


@pytest.mark.parametrize("statement", list(merge(CLAIMS.values())), ids=lambda statement: statement.id)
def test_evidence_pools_claims_as_statements_do(news: Store, statement: Statement) -> None:
    for claim in statement.claims:
        found = cells(news.query("evidence", claim=claim.id), "claim")
        assert sorted(found) == sorted((other.id,) for other in statement.claims)


def test_contested(news: Store) -> None:
    pairs = [(told(each, Status.ACTUAL), told(each, Status.ACTUAL, negated=True)) for each in STATEMENTS]
    expected = [(min(c.id for c in yes), min(c.id for c in no), len(yes), len(no)) for yes, no in pairs if yes and no]
    found = news.query("contested")
    assert len(expected) > 5
    assert sorted(cells(found, "claim", "counterclaim", "assertions", "denials")) == sorted(expected)


def test_corroborated(news: Store) -> None:
    expected = []
    for claims in (told(each, Status.ACTUAL) for each in STATEMENTS):
        outlets = {c.article.outlet for c in claims} - {None}
        if len(outlets) >= 2:
            counts = [len({of(c) for c in claims}) for of in (lambda c: c.evidence.text, lambda c: c.article.id, lambda c: c.id)]
            days = [day(c) for c in claims if c.article.published]
            expected.append((claims[0].id, len(outlets), *counts, min(days, default=None), max(days, default=None)))
    found = news.query("corroborated")
    assert len(expected) > 5
    columns = ("claim", "outlets", "wordings", "articles", "claims", "since", "until")
    assert sorted(cells(found, *columns)) == sorted(expected)


def test_carried_out(news: Store) -> None:
    expected = []
    for each in STATEMENTS:
        promises = [c for c in told(each, Status.PROPOSED) if c.article.published]
        deeds = [c for c in told(each, Status.ACTUAL) if c.mode is Mode.DONE and c.article.published]
        expected += [(promises[0].id, deed.id) for deed in deeds if promises and day(promises[0]) < day(deed)]
    found = news.query("carried-out")
    assert len(expected) > 5
    assert sorted(cells(found, "earlier", "claim")) == sorted(expected)


def test_changes(news: Store) -> None:
    expected = []
    for each in STATEMENTS:
        past = [c for c in each.claims if c.article.published and c.article.published < SINCE]
        last = max(((day(c), f"{'not ' * c.negated}{c.status}") for c in past), default=(None, None))[1]
        for status in Status:
            for negated in (True, False):
                first = next(iter(told(each, status, negated)), None)
                if first and first.article.published and SINCE <= first.article.published <= UNTIL:
                    expected.append((first.id, status.value, negated, last))
    found = news.query("changes", since=SINCE, until=UNTIL)
    assert len({before for *_, before in expected}) > 3
    assert sorted(cells(found, "claim", "status", "negated", "before")) == sorted(expected)


def pairs(*statuses: Status) -> list[tuple[str, str, str, Claim]]:
    """Acts of one stakeholder towards another, with their stances."""
    found = []
    for claim in CLAIMS.values():
        one, two = (who.stakeholder.id if who and who.stakeholder else None for who in (claim.actor, claim.target))
        if one and two and one != two and not claim.negated and claim.status in statuses:
            found.append((one, two, STANCES[claim.relation], claim))
    return found


def test_balance(news: Store) -> None:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one, two, stance, _ in pairs(Status.ACTUAL):
        counts[one, two][stance] += 1
    expected = [(*pair, n["cooperative"], n["conflictual"], n.total()) for pair, n in counts.items()]
    found = news.query("balance")
    assert len(expected) == 6
    assert sorted(cells(found, "stakeholder", "other", "cooperative", "conflictual", "claims")) == sorted(expected)


def test_neighbours(news: Store) -> None:
    acts = pairs(*Status)
    expected = []
    for other in ("actor/UKR", "actor/USA"):
        out, into = ([act for act in acts if act[:2] == ends] for ends in (("actor/RUS", other), (other, "actor/RUS")))
        stances = Counter(stance for _, _, stance, _ in out + into)
        last = max(day(claim) for *_, claim in out + into if claim.article.published)
        expected.append((other, len(out), len(into), stances["cooperative"], stances["conflictual"], last))
    found = news.query("neighbours", stakeholder="RUS")
    assert sorted(cells(found, "stakeholder", "outgoing", "incoming", "cooperative", "conflictual", "last")) == sorted(expected)


def test_brokers(news: Store) -> None:
    deals: Counter[tuple[str, str]] = Counter()
    clashes = set()
    for one, two, stance, _ in pairs(Status.ACTUAL):
        if stance == "cooperative":
            deals.update([(one, two), (two, one)])
        if stance == "conflictual":
            clashes.add((min(one, two), max(one, two)))
    brokers = {who for who, _ in deals}
    expected = [
        (who, one, two, deals[who, one], deals[who, two])
        for who in brokers
        for one, two in clashes
        if who not in (one, two) and deals[who, one] and deals[who, two]
    ]
    found = news.query("brokers")
    assert expected
    assert sorted(cells(found, "stakeholder", "first", "second", "with_one", "with_two")) == sorted(expected)


def required(name: str) -> dict[str, object]:
    """What a query must be given."""
    values = {"claim": "000-0", "other": "UKR", "resource": "gas", "since": SINCE, "stakeholder": "RUS", "until": UNTIL}
    return {p.name: values[p.name] for p in named_queries()[name].parameters if p.default == "required"}


@pytest.mark.parametrize("name", named_queries())
def test_all_engines_agree_and_cells_are_what_the_claims_say(news: Store, engines: dict[str, Engine], name: str) -> None:
    given = required(name)
    ours = news.query(name, **given)
    for engine in engines.values():
        found = engine(news.bound(name, **given))
        assert (found.columns, found.rows) == (ours.columns, ours.rows)
    check_cells(name, ours, CLAIMS)


@pytest.mark.parametrize("name", [name for name, query in named_queries().items() if "ORDER BY ?date" in query.text])
def test_rows_come_by_date(news: Store, name: str) -> None:
    days = [str(row["date"] or "") for row in news.query(name, **required(name)).dicts()]
    assert days == sorted(days)
