"""Articles → claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from kg.extract.beside import cores, packets, read_beside
from kg.extract.claims import spell_out
from kg.extract.coref import Discourse
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Block
from kg.extract.parse import DEFAULT_MODEL, load_model, model_version, parse
from kg.extract.reader import Reader
from kg.extract.relations import SentenceReader
from kg.model import Actor, Article, Claim, Resource
from kg.vocab import Vocabulary
from kg.vocab import load as load_vocabulary

__all__ = ["DEFAULT_MODEL", "Extractor", "model_version"]

# Characters that one process has read by the time that others are ready.
_ALONE = 150_000


class Extractor:
    """Reads claims out of articles by rules over a dependency parse; holds the loaded pipeline and vocabulary.

    Where there is much to read, ``processes`` read at a time (0: one a core); each holds a pipeline and a vocabulary of its own.

    Raises :class:`kg.errors.ModelError` where the pipeline is missing or lacks a component.
    """

    def __init__(self, model: str = DEFAULT_MODEL, vocab: Vocabulary | None = None, *, processes: int = 0) -> None:
        self._name, self._processes = model, processes or cores()
        self.nlp = load_model(model)
        self.vocab = vocab or load_vocabulary()
        self.lexicon = Lexicon(self.vocab)

    @property
    def model(self) -> tuple[str, str]:
        """Name and version of the pipeline."""
        return model_version(self.nlp)

    def __call__(self, articles: Iterable[Article]) -> Iterator[Claim]:
        """Claims of the articles, in the order of the text; not yet linked."""
        for _, claims in self.by_article(articles):
            yield from claims

    def by_article(self, articles: Iterable[Article]) -> Iterator[tuple[Article, list[Claim]]]:
        """Each article with its claims."""
        coming = iter(articles)
        first = next(packets(coming, _ALONE), []) if self._processes > 1 else []
        if sum(len(article.text) for article in first) < _ALONE:
            yield from self._read(chain(first, coming))
        else:
            yield from read_beside(chain(first, coming), self._name, self.vocab, self._processes)

    def _read(self, articles: Iterable[Article]) -> Iterator[tuple[Article, list[Claim]]]:
        for article, docs in parse(self.nlp, articles, self.vocab):
            blocks = [Block.of(doc, self.vocab) for doc in docs]
            yield article, list(self._claims(article, blocks))

    def _claims(self, article: Article, blocks: list[Block]) -> Iterator[Claim]:
        discourse, seen = Discourse.of(blocks, self.vocab), set()
        for block in blocks:
            reader = Reader(self.vocab, discourse, block)
            sentences = SentenceReader(self.lexicon, reader)
            for sent in block.doc.sents:
                said = set()
                for found in sentences.read(sent):
                    for claim in spell_out(found, article, block, reader, self.lexicon):
                        proposition = _proposition(claim)
                        if claim.id not in seen and proposition not in said:
                            seen.add(claim.id)
                            said.add(proposition)
                            yield claim


def _proposition(claim: Claim) -> tuple[object, ...]:
    """What a claim says: two words of one sentence that say the same ("its stocks of copper stood at …") say it once.

    So many killed and so many hurt are others, even if both are told as people.
    """
    ends = [_end(end) for end in (claim.actor, claim.resource, claim.target)]
    count = claim.quantity.value if claim.relation == "assault" and claim.quantity else None
    return (claim.relation, claim.predicate if claim.relation == "other" else "", claim.status, claim.negated, count, *ends)


def _end(end: Actor | Resource | None) -> tuple[object, ...] | None:
    """Who or what fills a role, as far as the words say: Russian firms are not Chinese firms."""
    if end is None:
        return None
    owners = end.mention.owners if end.mention else ()
    antecedent = end.mention.antecedent if end.mention else None
    return (end.id, end.label, owners, antecedent.text if antecedent else "")
