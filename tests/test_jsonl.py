"""JSON lines: what goes out comes back, in the documented shape; what does not fit is named."""

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import FormatError
from kg.jsonl import (
    article_from_json,
    claim_from_json,
    dump,
    load_articles,
    load_claims,
    statement_from_json,
    to_json,
)
from kg.model import (
    Actor,
    ActorType,
    Article,
    ArticleRef,
    Basis,
    Claim,
    Evidence,
    Mention,
    Mode,
    Quantity,
    Resource,
    Sector,
    Span,
    Stakeholder,
    Statement,
    Status,
)
from tests.strategies import articles, claims

SENTENCE = "Russian President Vladimir Putin offered to sell the United States 5 tonnes of rare earths."


def putin() -> Actor:
    russia = Stakeholder("actor/RUS", "Russia", "RUS", Basis.ACTS_FOR)
    mention = Mention("Russian President Vladimir Putin", 0, 32, head="putin", name="Vladimir Putin", owners=("Russian",))
    return Actor("actor/vladimir-putin", "Vladimir Putin", ActorType.PERSON, Sector.GOV, russia, mention)


def offer() -> Claim:
    return Claim(
        id="claim/1",
        article=ArticleRef("a-1", None, "Putin offers", date(2025, 2, 25), "The Paper"),
        relation="supply",
        predicate="offer sell",
        status=Status.PROPOSED,
        mode=Mode.OFFERED,
        negated=False,
        evidence=Evidence(SENTENCE, 0, len(SENTENCE), Span(44, 48)),
        rule="verb",
        cue="cue/supply-sell-v",
        confidence=0.91,
        actor=putin(),
        resource=Resource("resource/rare-earths", "rare earths", ("critical minerals", "minerals")),
        quantity=Quantity(5.0, "tonne"),
        plover="AGREE",
    )


def test_a_claim_has_the_documented_shape() -> None:
    assert to_json(offer()) == {
        "id": "claim/1",
        "article": {
            "id": "a-1", "url": None, "title": "Putin offers", "published": "2025-02-25", "outlet": "The Paper"
        },
        "actor": {
            "id": "actor/vladimir-putin", "label": "Vladimir Putin", "type": "Person", "sector": "GOV",
            "stakeholder": {"id": "actor/RUS", "label": "Russia", "code": "RUS", "basis": "actsFor"},
            "mention": {
                "text": "Russian President Vladimir Putin", "start": 0, "end": 32,
                "head": "putin", "name": "Vladimir Putin", "owners": ["Russian"],
            },
        },
        "relation": "supply", "predicate": "offer sell", "plover": "AGREE",
        "status": "proposed", "mode": "offered", "negated": False, "proposer": None,
        "resource": {
            "id": "resource/rare-earths", "label": "rare earths", "broader": ["critical minerals", "minerals"],
            "mention": None,
        },
        "target": None, "source": None, "content": None, "place": None, "time": None,
        "quantity": {"value": 5, "unit": "tonne", "change": None, "mention": None},
        "evidence": {"text": SENTENCE, "start": 0, "end": len(SENTENCE), "predicate": {"start": 44, "end": 48}},
        "rule": "verb", "cue": "cue/supply-sell-v", "confidence": 0.91,
    }  # fmt: skip


def test_whole_numbers_are_written_without_a_point() -> None:
    assert '"value": 5,' in json.dumps(to_json(offer()))


@given(claims())
def test_a_claim_comes_back_from_a_line_of_json(claim: Claim) -> None:
    file = io.StringIO()
    assert dump([claim], file) == 1
    assert file.getvalue().count("\n") == 1
    file.seek(0)
    assert list(load_claims(file)) == [claim]


@given(articles())
def test_an_article_comes_back_from_a_line_of_json(article: Article) -> None:
    file = io.StringIO()
    dump([article], file)
    file.seek(0)
    assert list(load_articles(file)) == [article]


@settings(max_examples=30)
@given(st.lists(claims(), max_size=2))
def test_a_statement_comes_back_with_its_claims(said: list[Claim]) -> None:
    statement = Statement("statement/1", "other", putin(), None, None, "wave", tuple(said))
    assert statement_from_json(json.loads(json.dumps(to_json(statement)))) == statement


def test_keys_that_are_null_or_unknown_or_left_out_are_no_mistake() -> None:
    record = to_json(offer())
    for key in ("rule", "cue", "proposer", "target", "plover", "quantity"):
        del record[key]
    claim = claim_from_json({**record, "said_by_a_later_version": 1})
    assert claim == offer().but(rule="", cue="", plover=None, quantity=None)


def test_an_article_needs_no_more_than_id_and_text() -> None:
    assert article_from_json({"id": "1", "text": "Kyiv said no."}) == Article("1", "Kyiv said no.")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": None}, "`id` should be a string, not null"),
        ({"id": 7}, "`id` should be a string, not a whole number"),
        ({"status": "maybe"}, "`status` is 'maybe', but should be one of actual, proposed, possible"),
        ({"mode": None}, "`mode` should be a string"),
        ({"negated": "no"}, "`negated` should be true or false, not a string"),
        ({"negated": 0}, "`negated` should be true or false, not a whole number"),
        ({"confidence": "high"}, "`confidence` should be a number"),
        ({"confidence": True}, "`confidence` should be a number"),
        ({"confidence": 10**400}, "`confidence` is a number too large"),
        ({"article": "a-1"}, "`article` should be an object"),
        ({"article": {"id": "a", "published": "yesterday"}}, "`article.published` is 'yesterday'"),
        ({"actor": {"id": "", "label": "x", "type": "Planet"}}, "`actor.type` is 'Planet'"),
        ({"actor": ["Putin"]}, "`actor` should be an object, not a list"),
        ({"resource": {"id": "", "label": "x", "broader": [1]}}, "`resource.broader` should hold strings"),
        ({"target": {"id": "", "label": "x", "type": "State", "mention": {"text": "x", "start": 1.5, "end": 2}}},
         "`target.mention.start` should be a whole number, not a number"),
        ({"evidence": {"text": "x", "start": 0}}, "`evidence.end` should be a whole number, not nothing"),
        ({"quantity": {"value": None, "unit": "t"}}, "`quantity.value` should be a number, not null"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_by_its_place_in_the_record(change: dict[str, object], reason: str) -> None:
    with pytest.raises(FormatError) as error:
        claim_from_json({**to_json(offer()), **change})
    assert reason in str(error.value)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no JSON"),
        ("[1]", "no JSON object"),
        ('{"id": NaN}', "NaN is no JSON number"),
        ('{"id": -Infinity}', "-Infinity is no JSON number"),
        ('{"id": "\\ud800"}', "surrogate"),
        ("[" * 100_000, "nested too deep"),
        ("{}", "`id` should be a string, not nothing"),
    ],
)
def test_a_bad_line_is_reported_with_file_and_number(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(to_json(offer())) + "\n\n" + line + "\n", encoding="utf-8")
    found: Iterator[Claim] = load_claims(path)
    assert next(found) == offer()
    with pytest.raises(FormatError) as error:
        next(found)
    assert str(error.value).startswith(f"{path}:3: ")
    assert reason in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_utf8_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_bytes(b'{"id": "\xff"}\n')
    with pytest.raises(FormatError, match=r"claims.jsonl:1: not UTF-8"):
        list(load_claims(path))


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(FormatError, match="claim/1: a number is not finite"):
        dump([offer().but(confidence=float("nan"))], io.StringIO())
