"""Pin the whole dependency tree exactly, naming no registry.

Resolves anew within the ranges of pyproject.toml, then writes every version with its marker into ``[tool.uv]
constraint-dependencies`` there, and the same lines into ``constraints.txt`` for plain pip. Run it to renew the pins:

    uv run --no-project python scripts/pin.py            # keep what still fits
    uv run --no-project python scripts/pin.py --upgrade  # take the newest
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "pyproject.toml"
CONSTRAINTS = ROOT / "constraints.txt"
_TABLE = re.compile(r"constraint-dependencies = \[\n(?:.*\n)*?\]\n")


def pins() -> list[str]:
    """``name==version ; marker`` of every package that any supported Python would install."""
    command = ["uv", "export", "--quiet", "--no-hashes", "--no-emit-project", "--all-groups", "--all-extras"]
    shown = subprocess.run([*command, "--no-annotate", "--no-header"], cwd=ROOT, check=True, capture_output=True, text=True)
    return sorted(line.strip() for line in shown.stdout.splitlines() if line.strip())


def write(lines: list[str]) -> None:
    """Put the pins into both files."""
    rows = "".join(f'  "{line.replace(chr(34), chr(39))}",\n' for line in lines)
    table = f"constraint-dependencies = [\n{rows}]\n"
    PROJECT.write_text(_TABLE.sub(lambda _: table, PROJECT.read_text(encoding="utf-8")), encoding="utf-8")
    CONSTRAINTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Resolve and write."""
    if "--upgrade" in sys.argv[1:]:
        write([])
    subprocess.run(["uv", "lock", "--quiet"], cwd=ROOT, check=True)
    write(pins())
    subprocess.run(["uv", "lock", "--quiet"], cwd=ROOT, check=True)
    print(f"{PROJECT.name} and {CONSTRAINTS.name}: {len(pins())} packages pinned")
    return 0


if __name__ == "__main__":
    sys.exit(main())
