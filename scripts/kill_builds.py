"""Kill builds at random points, and look at what is left: lost or half articles, and whether the next build completes it.

uv run python scripts/kill_builds.py 200
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from tests.store.killing import faults, killed
from tests.store.world import ontology

ARTICLES = 40


def main(kills: int) -> int:
    """Kill so many builds; give the number of those after which something was wrong."""
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        words = ontology(Path(folder) / "words")
        for seed in range(kills):
            path = Path(folder) / f"store-{seed}"
            told = killed(path, words, ARTICLES, random.Random(seed))
            found = faults(path, words, ARTICLES, told)
            wrong += bool(found)
            for fault in found:
                print(f"kill {seed}, {told} articles told: {fault}")
    print(f"{kills} kills, {wrong} with something lost, half or different")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
