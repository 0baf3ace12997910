"""Fit the weights of ``ontology/confidence.ttl`` to judged claims, and say how well calibrated they are.

    uv run python scripts/calibrate.py tests/gold/judged.jsonl tests/gold/dev [CORPUS]

JUDGED holds one claim a line: its features and whether it was right (no text); earlier versions told them, so that they count less.
GOLD folders add the claims extracted from their texts: right where gold has them; CORPUS, a folder without gold, those of the news
in it that annotators have read (``tests/gold/news.jsonl``, the part ``read``). Logistic regression with an L2 penalty, chosen by
ten-fold cross-validation; the reliability table and the expected calibration error (Naeini et al. 2015) are of the held-out folds.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from news import ANNOTATIONS, claims_of

from kg.confidence import ABOVE_EVEN, features
from kg.evaluate import read_gold
from kg.evaluate.match import says
from kg.evaluate.news import read_news
from kg.evaluate.reliability import calibration_error, reliability
from kg.model import Claim
from kg.paths import ontology_dir
from kg.pipeline import claims
from kg.vocab import load

SURE, PROMISE = 0.8, 0.9
LEAST = 3
FOLDS = 10
PENALTIES = (0.3, 1.0, 3.0, 10.0)
# What a claim counts that an earlier version told.
BEFORE = 0.3
Row = tuple[list[str], bool]


def gold_rows(folder: Path) -> list[Row]:
    """The claims extracted from the texts of a gold folder; optional gold counts as right."""
    vocab, rows = load(), []
    for file in sorted(folder.glob("*.gold.jsonl")):
        gold = read_gold(file)
        for claim in claims(str(file.with_name(file.name.removesuffix(".gold.jsonl") + ".md")), min_confidence=0.0):
            if claim.relation != "other":
                rows.append((list(features(claim, vocab)), right(claim, gold)))
    return rows


def news_rows(corpus: Path) -> list[Row]:
    """The claims extracted from the annotated sentences of a corpus; optional gold counts as right."""
    vocab, rows = load(), []
    items = read_news(ANNOTATIONS, corpus, "read")
    for name, found in claims_of(items, 0.0).items():
        gold = list(items[name].gold)
        rows += [(list(features(claim, vocab)), right(claim, gold)) for claim in found]
    return rows


def right(claim: Claim, gold: list[dict]) -> bool:
    """Does a gold claim say the same?"""
    return any(says(g, claim, typed=True) for g in gold)


def matrix(rows: list[Row], names: list[str]) -> np.ndarray:
    """Which row has which feature."""
    index = {name: i for i, name in enumerate(names)}
    found = np.zeros((len(rows), len(names)))
    for r, (some, _) in enumerate(rows):
        for name in some:
            if name in index:
                found[r, index[name]] = 1
    return found


def fit(x: np.ndarray, y: np.ndarray, counts: np.ndarray, penalty: float) -> np.ndarray:
    """Newton's method, each row counting so much; the bias (column 0) is not penalised."""
    w = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], penalty)
    ridge[0] = 1e-6
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x.T * (counts * p * (1 - p))) @ x + np.diag(ridge), x.T @ (counts * (y - p)) - ridge * w)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return w


def held_out(x: np.ndarray, y: np.ndarray, counts: np.ndarray, penalty: float) -> np.ndarray:
    """Probabilities of each row by a model that has not seen it."""
    fold = np.random.default_rng(0).permutation(len(y)) % FOLDS
    p = np.zeros(len(y))
    for k in range(FOLDS):
        p[fold == k] = 1 / (1 + np.exp(-x[fold == k] @ fit(x[fold != k], y[fold != k], counts[fold != k], penalty)))
    return p


def loss(p: np.ndarray, y: np.ndarray, counts: np.ndarray) -> float:
    """Mean log loss."""
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return float(-(counts * (y * np.log(p) + (1 - y) * np.log(1 - p))).sum() / counts.sum())


def cautioned(p: np.ndarray, by: float, slope: float) -> np.ndarray:
    """Probabilities with their log odds lowered, and those above even odds drawn nearer to them."""
    odds = np.log(p / (1 - p)) - by
    return 1 / (1 + np.exp(-np.where(odds > 0, odds * slope, odds)))


def cautious(p: np.ndarray, y: np.ndarray, strict: np.ndarray) -> tuple[float, float]:
    """How much to lower the log odds, and how steep to leave them above even odds.

    Of the claims measured on gold (``strict``), where every role must be the annotated one, no more may be promised than hold;
    of the claims from ``SURE`` on, at least ``PROMISE`` must be right.
    """
    by = next((b for b in np.arange(0, 1.5, 0.05) if cautioned(p[strict], b, 1.0).mean() <= y[strict].mean()), 0.0)
    for slope in np.arange(1.0, 0.3, -0.05):
        kept = cautioned(p, by, slope) >= SURE
        if kept.any() and y[kept].mean() >= PROMISE:
            return float(by), float(slope)
    return float(by), 1.0


def main(judged: Path, folders: list[Path]) -> None:
    """Fit, report, write."""
    lines = judged.read_text(encoding="utf-8").splitlines() if judged.exists() else []
    rows: list[Row] = [(r["features"], r["right"]) for r in map(json.loads, lines)]
    corpora = [folder for folder in folders if not any(folder.glob("*.gold.jsonl"))]
    rows += [row for folder in folders if folder not in corpora for row in gold_rows(folder)]
    sure = len(rows)  # news was annotated once: weights learn from it, promises do not
    rows += [row for folder in corpora for row in news_rows(folder)]
    counts = Counter(name for some, _ in rows for name in set(some))
    names = ["bias", *sorted(n for n, c in counts.items() if c >= LEAST and n != "bias")]
    x, y = matrix(rows, names), np.array([float(ok) for _, ok in rows])
    now = np.arange(len(rows)) >= len(lines)
    told = np.where(now, 1.0, BEFORE)
    best = min(PENALTIES, key=lambda penalty: loss(held_out(x, y, told, penalty), y, told))
    p = held_out(x, y, told, best)
    by, slope = cautious(p[:sure], y[:sure], now[:sure])
    p = cautioned(p, by, slope)
    print(f"log odds lowered by {by:.2f}, above even odds to {slope:.2f} of themselves, so that {SURE} is {PROMISE} right")
    rated = list(zip(p.tolist(), (y > 0.5).tolist(), strict=True))
    shown = [f"| {b.least:.1f} | {b.count} | {b.confidence:.2f} | {b.right:.2f} |" for b in reliability(rated)]
    print(
        f"{len(rows)} claims, {y.mean():.3f} right, {len(names)} features, penalty {best}, held-out log loss {loss(p, y, told):.3f}"
    )
    print("| from | claims | mean confidence | right |\n|---|---|---|---|", *shown, sep="\n")
    print(f"expected calibration error {calibration_error(rated):.3f}")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = p >= least
        print(f"from {least}: {kept.mean():.2f} of the claims, {y[kept].mean() if kept.any() else 0:.3f} right")
    weights = fit(x, y, told, best)
    weights[0] -= by
    write([*names, ABOVE_EVEN], np.array([*weights, slope]), ontology_dir() / "confidence.ttl")


def write(names: list[str], weights: np.ndarray, path: Path) -> None:
    """The weights as Turtle; those that weigh nothing are left out."""
    head = path.read_text(encoding="utf-8").partition("\nweight:")[0]
    lines = [
        f'weight:{i} a kg:Weight ; kg:feature "{name}" ; kg:weight {weight:.3f} .'
        for i, (name, weight) in enumerate(zip(names, weights, strict=True))
        if abs(weight) >= 0.005
    ]
    path.write_text(head + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(a) for a in sys.argv[2:]])
