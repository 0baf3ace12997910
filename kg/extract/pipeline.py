"""A spaCy pipeline whose components are run in a cheaper way; what they find is the same.

Half of the time goes into the multiplication of matrices: numpy's does it in a third of the time of the one that spaCy brings. It
keeps to one thread: the matrices are small, so that more gain little, and texts are shared out among processes already.

Three components of the usual pipelines take long for what they do. A transition parser, as which the recogniser of names works too,
lets go of the interpreter for its loop and must take it again for each question about each move; led from here, step by step, it
keeps it. An attribute ruler tries each of its patterns on each word, and a lemmatiser reads each word's morphology, while nearly
all that they say follows from the word, its tag and its dependency. Any other component runs as it does in spaCy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from spacy.lang.en.lemmatizer import EnglishLemmatizer
    from spacy.language import Language
    from spacy.pipeline.transition_parser import Parser
    from spacy.tokens import Doc, Token

# Gives the documents as a component leaves them.
Step: TypeAlias = "Callable[[list[Doc]], list[Doc]]"

# What the answer about a word may follow from, and what patterns ask of it; a word's spelling says whether it is a space.
_SEEN: list[int | str] = ["ORTH", "TAG", "POS", "MORPH", "LEMMA", "DEP"]
_ASKED = frozenset({"ORTH", "LOWER", "IS_SPACE", "TAG", "DEP"})
_GIVEN = frozenset({"TAG", "POS", "MORPH", "LEMMA", "DEP"})
_MOST = 200_000


class Pipeline:
    """The components of a loaded pipeline, in their order."""

    def __init__(self, nlp: Language) -> None:
        nodes = [node for _, component in nlp.pipeline for node in _nodes(component)]
        _multiply_with_numpy(nodes)
        self._threads = ThreadpoolController()
        self._most = None if any(node.shims for node in nodes) else 1  # a model of PyTorch's gains by more
        steps = list(_steps(nlp.pipeline))
        behind = [name for name, _ in steps].index("parser") + 1
        self._all = [step for _, step in steps]
        self._to_tree = self._all[:behind]
        self._beyond = [step for name, step in steps[behind:] if name != "ner"]

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        """Tokenised documents with all that the components find."""
        return self._run(self._all, docs)

    def tree(self, docs: list[Doc]) -> list[Doc]:
        """Tokenised documents with their trees, and what comes before these."""
        return self._run(self._to_tree, docs)

    def beyond_tree(self, docs: list[Doc]) -> list[Doc]:
        """Documents that have trees with what comes behind these, without names."""
        return self._run(self._beyond, docs)

    def _run(self, steps: list[Step], docs: list[Doc]) -> list[Doc]:
        with self._threads.limit(limits=self._most, user_api="blas"):
            for step in steps:
                docs = step(docs)
        return docs


@lru_cache(maxsize=2)
def pipeline_of(nlp: Language) -> Pipeline:
    """The pipeline of a loaded model, made once."""
    return Pipeline(nlp)


def _nodes(component: Any) -> list[Any]:
    """The layers of a component's model, if it has one."""
    model: Any = getattr(component, "model", None)
    return list(model.walk()) if hasattr(model, "walk") else []


def _multiply_with_numpy(nodes: list[Any]) -> None:
    """Have layers on the processor multiply with numpy; those on a graphics card, or with a library of their own, stay."""
    from thinc.api import NumpyOps

    numpy = NumpyOps(use_blis=False)
    for node in nodes:
        if type(node.ops) is NumpyOps:
            node.ops = numpy


def _steps(components: list[tuple[str, Any]]) -> Iterator[tuple[str, Step]]:
    from spacy.lang.en.lemmatizer import EnglishLemmatizer

    ruled = None
    for (name, component), (_, following) in pairwise([*components, ("", None)]):
        if _of_words(component) and type(following) is EnglishLemmatizer and following.mode == "rule":
            ruled = component
        elif ruled is not None:
            yield name, _Words(ruled, component)
            ruled = None
        else:
            yield name, _step(component)


def _step(component: Any) -> Step:
    from spacy.pipeline.transition_parser import Parser
    from thinc.api import NumpyOps

    if isinstance(component, Parser) and component.cfg["beam_width"] == 1 and isinstance(component.model.ops, NumpyOps):
        return lambda docs: _led(component, docs)
    if hasattr(component, "pipe"):
        return lambda docs: list(component.pipe(docs, batch_size=len(docs)))
    return lambda docs: [component(doc) for doc in docs]


def _led(parser: Parser, docs: list[Doc]) -> list[Doc]:
    """What a transition parser's own ``pipe`` does."""
    states = parser.moves.init_batch(docs)
    going = [state for state in states if not state.is_final()]
    if going:
        model = parser.model.predict(docs)
        scores = _scores(model)
        while going:
            going = parser.transition_states(going, scores(going))
        model.clear_memory()
    parser.set_annotations(docs, states)
    return docs


def _scores(model: Any) -> Callable[[list[Any]], Any]:
    """A step model's own ``predict``, without what it does at each step only to be able to learn from it.

    Where a kind of move has never been seen, the step model itself is asked.
    """
    upper = model.vec2scores
    if not model.attrs["has_upper"] or upper.name != "linear" or not model._class_mask.all():
        return cast("Callable[[list[Any]], Any]", model.predict)
    features, hidden, multiply = model.get_token_ids, model.state2vec.predict, upper.ops.gemm
    weights, bias = upper.get_param("W"), upper.get_param("b")

    def scores(states: list[Any]) -> Any:
        found = multiply(hidden(features(states)), weights, trans2=True)
        found += bias
        return found

    return scores


def _of_words(component: Any) -> bool:
    """Is it an attribute ruler that we can see through?"""
    from spacy.pipeline.attributeruler import AttributeRuler

    if type(component) is not AttributeRuler:
        return False
    rules: list[dict[str, Any]] = component.patterns
    asked = {key for rule in rules for pattern in rule["patterns"] for word in pattern for key in word}
    return asked <= _ASKED and all(_GIVEN.issuperset(rule["attrs"]) for rule in rules)


class _Words:
    """An attribute ruler and the lemmatiser behind it, asked once for each word with its tag and its dependency.

    Only where a pattern of several words fits are they asked about the document.
    """

    def __init__(self, ruler: Any, lemmatizer: EnglishLemmatizer) -> None:
        from spacy.matcher import Matcher

        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._wider = Matcher(ruler.vocab)
        for pattern in (p for rule in ruler.patterns for p in rule["patterns"] if len(p) > 1):
            self._wider.add(str(len(self._wider)), [pattern])
        self._known: dict[tuple[int, ...], tuple[Any, ...]] = {}

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        return [self._read(doc) for doc in docs]

    def _read(self, doc: Doc) -> Doc:
        if len(self._wider) and self._wider(doc, allow_missing=True):
            return self._lemmatizer(self._ruler(doc))
        for token, seen in zip(doc, map(tuple, doc.to_array(_SEEN).tolist()), strict=True):
            known = self._known.get(seen) or self._learnt(token, seen)
            token.tag, token.pos, token.morph, token.lemma, token.dep = known
        return doc

    def _learnt(self, token: Token, seen: tuple[int, ...]) -> tuple[Any, ...]:
        doc, i = token.doc, token.i
        self._ruler.set_annotations(doc, [(rule, match, i, i + 1) for rule, match, _, _ in self._ruler.match(doc[i : i + 1])])
        if self._lemmatizer.overwrite or not token.lemma:
            token.lemma_ = self._lemmatizer.lemmatize(token)[0]
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[seen] = known = (token.tag, token.pos, token.morph, token.lemma, token.dep)
        return known
