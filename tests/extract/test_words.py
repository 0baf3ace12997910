"""Words stand in the parse as the ontology lists them: true lemmas, and one token for a hyphenated word that it knows."""

import pytest

from kg.extract import Extractor
from kg.extract.words import mend_words
from tests.conftest import Tell
from tests.extract.telling import typed


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("Students staged a protest.", "staged", "stage"),
        ("They have waged a war.", "waged", "wage"),
        ("Turkey hopes to buy gas.", "hopes", "hope"),
        ("He readied the troops.", "readied", "ready"),
        ("The ship was barred from the port.", "barred", "bar"),
        ("Troops left their bases.", "bases", "base"),
        ("They planned a march.", "planned", "plan"),
        ("Kenya taxed the mines.", "taxed", "tax"),
        ("Miners lay siege to the port.", "lay", "lay"),
    ],
)
def test_lemmas(sentence: str, word: str, lemma: str, extractor: Extractor) -> None:
    doc = extractor.nlp(sentence)
    mend_words(doc, extractor.vocab)
    assert next(t.lemma_ for t in doc if t.text == word) == lemma


@pytest.mark.parametrize(
    ("sentence", "word", "pos"),
    [
        ("Kenya will co-develop a tank.", "co-develop", "VERB"),
        ("Students began a sit-in in Lima.", "sit-in", "NOUN"),
        ("They agreed on a cease-fire in May.", "cease-fire", "NOUN"),
        ("Kenya test-fired a missile.", "test-fired", "VERB"),
    ],
)
def test_hyphenated_words_that_are_listed_are_one(sentence: str, word: str, pos: str, extractor: Extractor) -> None:
    doc = extractor.nlp(sentence)
    mend_words(doc, extractor.vocab)
    assert next(t.pos_ for t in doc if t.text == word) == pos
    assert doc.text == sentence


def test_others_stay_apart(extractor: Extractor) -> None:
    doc = extractor.nlp("A two-week trip on a sea-green ship.")
    mend_words(doc, extractor.vocab)
    assert {"two", "sea"} <= {t.text for t in doc}


def test_idioms_with_small_clauses_and_particles(tell: Tell) -> None:
    assert typed(tell("Kyiv holds Moscow responsible for the attack.")) == ["UKR accuse - > RUS: done"]
    assert typed(tell("The Israeli attack left twelve Turkish soldiers dead.")) == ["ISR assault - > TUR: done"]
    assert typed(tell("Apple took Microsoft to court in Delhi.")) == ["USA accuse - > USA: done"]
