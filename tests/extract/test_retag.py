"""Clauses whose verb was taken for a noun are parsed anew; the words, their offsets and what was right stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.extract import Extractor
from kg.extract.retag import mend, past
from tests.conftest import Tell
from tests.extract.telling import right, typed

HEADLINES = [
    right("Zambia mines copper.", "ZMB produce copper: done"),
    right("Bolivia and Chile export lithium to China.", "BOL supply lithium > CHN: done", "CHL supply lithium > CHN: done"),
    right("Kenya to export tea to Iran", "KEN supply tea > IRN: planned"),
    right("Ankara to buy wheat from Ukraine", "TUR acquire wheat > UKR: planned"),
    right("Russia, China sign gas deal", "RUS agree natural gas > CHN: done"),
    right("Police in Turkey arrest Iranian journalists.", "TUR coerce - > IRN: done"),
    right("Philippines, Canada to explore for copper in Mindanao", "CAN produce copper: planned", "PHL produce copper: planned"),
    right(
        "Ghana exports gold, buys rice and sells cocoa to Togo.",
        "GHA acquire rice: done",
        "GHA supply cocoa > TGO: done",
        "GHA supply gold: done",
    ),
    right("Peru, Chile sign lithium deal", "PER agree lithium > CHL: done"),
    right("Mali and Niger gas talks stall", "MLI not consult natural gas > NER: ended"),
    right("Tunisian court jails Algerian journalists", "TUN coerce - > DZA: done"),
    right("Poland test-fired two rockets.", "POL mobilize rockets: done"),
    right("Chadian soldiers, Boko Haram trade fire", "TCD assault - > NGA: done", "NGA assault - > TCD: done"),
    right(
        "Gabon sits on the largest manganese reserves in the world and ships most of its ore to Japan.",
        "GAB possess manganese: done",
        "GAB supply manganese > JPN: done",
    ),
    right(
        "Three soldiers killed as rebels attack base in Mali",
        "MLI assault - > MLI: done",
        "MLI assault base > MLI: done",
    ),
    right("EU eyes Kazakh uranium to replace Russian fuel", "EU acquire uranium > KAZ: sought"),
]


@pytest.mark.parametrize(("sentence", "expected"), HEADLINES)
def test_the_clause_is_read(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("headline", "verbs"),
    [
        ("Bogotá bans coal exports to Israel; Drummond sues", ["bans", "sues"]),
        ("Seoul, Washington close in on investment pact", ["close"]),
        ("Congo slaps duty on copper, spares cathodes", ["slaps", "spares"]),
        ("US curbs chip sales, exports to China", ["curbs"]),
        ("Peruvian trader hurt as angry looters torch market", ["torch"]),
        ("Dozens killed in Sudan as army shells market", ["shells"]),
        ("Oil gains as drone strikes hit port", ["gains"]),  # no drone strikes a hit
        ("Tashkent delegation in Kabul for talks on canal", []),
    ],
)
def test_the_verbs_of_a_headline(headline: str, verbs: list[str], extractor: Extractor) -> None:
    (doc,) = mend([extractor.nlp(headline)], extractor.nlp, extractor.vocab)
    assert [t.text for t in doc if t.tag_ in ("VBZ", "VBP")] == verbs


WORDS = st.lists(
    st.sampled_from(
        ["Zambia", "mines", "copper", "Police", "in", "Turkey", "arrest", "men", "votes", ",", "to", "export", "the", "."]
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_the_words_stay_and_heads_stay_inside(extractor: Extractor, words: list[str]) -> None:
    doc = extractor.nlp(" ".join(words))
    (mended,) = mend([doc], extractor.nlp, extractor.vocab)
    assert [t.text_with_ws for t in mended] == [t.text_with_ws for t in doc]
    assert [t.idx for t in mended] == [t.idx for t in doc]
    for sent in mended.sents:
        assert all(sent.start <= t.head.i < sent.end for t in sent)


def test_what_has_its_verb_is_left_alone(extractor: Extractor) -> None:
    doc = extractor.nlp("Zambia has mined copper for a century. The mines are old.")
    assert mend([doc], extractor.nlp, extractor.vocab)[0] is doc


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("arrest", "arrested"), ("seize", "seized"), ("deny", "denied"), ("ban", "banned"), ("sell", "sold"), ("withdraw", "withdrew"),
     ("play", "played")],
)  # fmt: skip
def test_the_past_tense(lemma: str, form: str, extractor: Extractor) -> None:
    assert past(lemma, extractor.nlp) == form


def test_headlines_mended_together_are_those_mended_alone(extractor: Extractor) -> None:
    lines = [
        "Zambia mines copper for export",
        "The ministry has closed the pit.",
        "Ankara to buy jets",
        "Police in Turkey arrest 304",
        "Kyiv, Warsaw seal pact",
    ]

    def read(docs: list[Doc]) -> list[list[tuple[str, str, str, int]]]:
        return [[(t.tag_, t.lemma_, t.dep_, t.head.i) for t in doc] for doc in docs]

    together = mend([extractor.nlp(line) for line in lines], extractor.nlp, extractor.vocab)
    alone = [mend([extractor.nlp(line)], extractor.nlp, extractor.vocab)[0] for line in lines]
    assert read(together) == read(alone)
    assert read(together) != read([extractor.nlp(line) for line in lines])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Argentina, meanwhile, scrapped export taxes on copper and silver.",
            "ARG not sanction copper: ended",
            "ARG not sanction silver: ended",
        ),
        right("Peru, meanwhile, scrapped export taxes on copper.", "PER not sanction copper: ended"),
    ],
)
def test_a_past_read_as_a_participle_is_a_verb(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
