"""Where the package's data lie: inside the installed wheel, or beside the source tree."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def package_dir() -> Path:
    """The folder of the package's code."""
    return _PACKAGE


def ontology_dir() -> Path:
    """The folder with the ontology's Turtle files."""
    inside = _PACKAGE / "ontology"
    return inside if inside.is_dir() else _PACKAGE.parent / "ontology"


def queries_dir() -> Path:
    """The folder with the named queries."""
    return _PACKAGE / "queries"
