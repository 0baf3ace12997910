"""Write ``docs/queries.md``: every named query with its question, its parameters, and what the sample articles answer.

uv run python scripts/query_docs.py
"""

from __future__ import annotations

import sys
from pathlib import Path

import kg
from kg.rdf import BASE
from kg.store import NamedQuery, Table, named_queries

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "queries.md"
ROWS = 3
TO_LEAD_BACK = {"article", "denied_in", "promised_in", "claim", "counterclaim", "earlier", "id", "start", "end", "url"}
"""Columns that the samples leave out, and all whose cells are IRIs."""

# What is given to a query in its sample; a claim is chosen below.
SAMPLES = {
    "about-resource": {"resource": "gallium"},
    "actions": {"stakeholder": "Ukraine"},
    "balance": {"stakeholder": "RUS"},
    "brokers": {"stakeholder": "EU"},
    "changes": {"since": "2025-02-01", "until": "2025-12-31", "resource": "rare-earths"},
    "corroborated": {"min_outlets": "1", "resource": "gallium"},
    "evidence": {"relation": "sanction", "resource": "gallium", "target": "USA"},
    "exposure": {"stakeholder": "China"},
    "neighbours": {"stakeholder": "European Union"},
    "offers-between": {"stakeholder": "EU", "other": "Kyiv"},
    "proposals": {"stakeholder": "Russia"},
    "proposals-between": {"resource": "minerals", "stakeholder": "UKR"},
    "relations-between": {"stakeholder": "USA", "other": "CHN"},
    "sanctions": {"target": "USA"},
    "suppliers": {"resource": "minerals"},
    "timeline": {"resource": "energy", "since": "2025-01-01"},
    "top-relations": {"resource": "minerals"},
    "voices": {"stakeholder": "Russia"},
}

HEAD = """# The named queries

Questions that analysts ask, each under a name. `kg query` lists them; `kg query NAME parameter=value …` asks one, and so does
`graph.query("NAME", parameter=value)` in Python.

- **Who and what** goes by its id (`actor/UKR`), its code (`UKR`) or any of its names (`Ukraine`, `Kyiv`, `Ukrainian`), in any
  case; a claim by its id, as answers show it.
- **A stakeholder** stands for those who are counted under it too: `RUS` finds what Putin, Peskov and the Russian government do.
- **A resource** stands for narrower kinds and for assets too: `minerals` finds lithium and a lithium mine.
- **Days** are the days on which articles were published, as `2025-02-25`; `since` and `until` are included. `chronicle` goes by
  the times that the texts name.
- **Relations** are those of the ontology (`supply`, `sanction`, …); a **status** is `actual`, `proposed` or `possible`.

What happened, what is proposed and what is denied are told apart in every answer: by the query itself, or in the columns `status`
and `negated`. Rows lead back to the sentence, the article and the claim, which `kg explain CLAIM` explains and the query `evidence`
compares with what others say.

They are SPARQL 1.1 without extensions ([kg/queries](../kg/queries)) and give the same rows in the same order on Oxigraph and on
rdflib's engine (tested), over the union of all graphs. `kg query NAME … --sparql` prints one, filled in, for another engine;
`kg export --format nq` writes what to load there.

Written by `scripts/query_docs.py`. The samples are what the articles of `examples/` answer: the first rows, without the columns
that are empty there or only lead back to a claim or an article.
"""


def main() -> int:
    """Write the page."""
    queries = named_queries()
    with kg.build(ROOT / "examples") as graph:
        chosen = SAMPLES["evidence"]
        SAMPLES["evidence"] = {"claim": next(graph.claims(**chosen)).id}
        parts = [section(query, graph.query(name, **SAMPLES.get(name, {}))) for name, query in queries.items()]
    contents = "".join(f"- [{name}](#{name}): {query.question}\n" for name, query in queries.items())
    PAGE.write_text("\n".join([HEAD, contents, *parts]), encoding="utf-8")
    return 0


def section(query: NamedQuery, answer: Table) -> str:
    """A query's part of the page."""
    lines = [f"## {query.name}", "", query.question, ""]
    for parameter in query.parameters:
        default = {"any": "", "required": " **Required.**"}.get(parameter.default, f" Default: {parameter.default}.")
        lines.append(f"- `{parameter.name}`: {parameter.meaning}.{default}")
    if query.parameters:
        lines.append("")
    asked = " ".join(["kg query", query.name, *map(argument, SAMPLES.get(query.name, {}).items())])
    columns = ", ".join(f"`{column}`" for column in answer.columns)
    lines += [f"Columns: {columns}.", "", f"    {asked}", "", *sample(answer), ""]
    return "\n".join(lines)


def argument(given: tuple[str, str]) -> str:
    """A parameter as the shell takes it."""
    written = "=".join(given)
    return f'"{written}"' if " " in written else written


def sample(answer: Table) -> list[str]:
    """The first rows as a Markdown table, and how many more there are."""
    rows = answer.dicts()[:ROWS]
    if not rows:
        return ["The sample articles hold none."]
    shown = [column for column in answer.columns if column not in TO_LEAD_BACK and any(told(row[column]) for row in rows)]
    lines = ["| " + " | ".join(shown) + " |", "|" + "---|" * len(shown)]
    lines += ["| " + " | ".join(told(row[column]) for column in shown) + " |" for row in rows]
    return [*lines, *(["", f"… and {len(answer) - ROWS} more."] if len(answer) > ROWS else [])]


def told(value: object) -> str:
    """A cell; nothing for an IRI."""
    text = "" if value is None or str(value).startswith(BASE) else str(value)
    return {"True": "yes", "False": "no"}.get(text, text).replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    sys.exit(main())
