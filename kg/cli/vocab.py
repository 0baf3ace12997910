"""``kg vocab``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from kg.cli.common import err, out
from kg.errors import InputError
from kg.rdf import context_text
from kg.vocab import Cue, Vocabulary, load, write_pages


def command(
    term: Annotated[str | None, typer.Argument(help="A relation, a resource or an actor: by id, code or name.")] = None,
    html: Annotated[Path | None, typer.Option("--html", help="Folder to write one page a term into, and an index.")] = None,
    context: Annotated[bool, typer.Option("--context", help="Print the JSON-LD context of a claim's JSON.")] = False,
) -> None:
    """Show a relation with its cues, a resource with its broader and narrower kinds, or an actor with its names.

    Without a term: the relations.

    Examples:
        kg vocab sanction

        kg vocab "rare earths"

        kg vocab UKR

        kg vocab --html vocabulary/

        kg vocab --context > claim.jsonld
    """
    if context:
        sys.stdout.write(context_text())
        return
    if html is not None:
        count = write_pages(html)
        err.print(f"written: {html / 'index.html'} and {count:,} pages", highlight=False, soft_wrap=True)
        return
    vocab = load()
    if term is None:
        for name, relation in sorted(vocab.relations.items()):
            out.print(f"[bold]{name}[/]  {relation.definition}")
        return
    if not (_relation(vocab, term) or _resource(vocab, term) or _actor(vocab, term)):
        near = _near(vocab, term)
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        raise InputError(f"{term!r} is no relation, resource or actor of the ontology{hint}")


def _near(vocab: Vocabulary, term: str) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(term, [*vocab.relations, *vocab.resource_names, *vocab.names], n=3, cutoff=0.75)


def _table(rows: list[tuple[str, str]]) -> None:
    table = Table(show_header=False, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row)
    out.print(table)


def _relation(vocab: Vocabulary, term: str) -> bool:
    relation = vocab.relations.get(term.lower())
    if relation is None:
        return False
    cues: list[Cue] = sorted((c for c in vocab.cue_list() if c.relation == relation.id), key=lambda c: (c.pos, c.words))
    kind = ", ".join(
        filter(
            None,
            [
                relation.stance,
                "symmetric" if relation.symmetric else "",
                "about resources" if relation.resource else "",
            ],
        )
    )
    rows = [
        ("relation", relation.id),
        ("definition", relation.definition),
        ("kind", kind),
        ("wording", "; ".join(relation.words.values())),
    ]
    rows.append(("PLOVER", ", ".join(f"{status} {code}" for status, code in relation.plover.items()) or "none"))
    for pos in ("verb", "noun", "adjective"):
        named = [
            " ".join(c.words) + (f" [{'/'.join(sorted(c.object_lemmas)[:4])}…]" if c.object_lemmas else "")
            for c in cues
            if c.pos == pos
        ]
        if named:
            rows.append((f"{pos}s ({len(named)})", ", ".join(named)))
    _table(rows)
    return True


def _resource(vocab: Vocabulary, term: str) -> bool:
    key = vocab.resource_names.get(term.lower()) or next((r for r in vocab.resources if r == f"resource/{term.lower()}"), None)
    if key is None:
        return False
    resource = vocab.resources[key]
    narrower = sorted(r.label for r in vocab.resources.values() if r.broader and key in r.broader)
    names = sorted(name for name, owner in vocab.resource_names.items() if owner == key)
    broader = [vocab.resources[b].label for b in resource.broader if b in vocab.resources]
    rows = [("asset" if resource.asset else "resource", f"{resource.label} ({key})"), ("names", ", ".join(names))]
    _table([*rows, ("broader", ", ".join(broader) or "none"), ("narrower", ", ".join(narrower) or "none")])
    return True


def _actor(vocab: Vocabulary, term: str) -> bool:
    senses = vocab.names.get(term, ())
    keys = [s.actor for s in senses] or [k for k, e in vocab.entities.items() if term in (k, e.code) or k == f"actor/{term}"]
    for key in keys:
        entity = vocab.entities[key]
        top, basis = vocab.stakeholder_of(entity, None)
        names = sorted(f"{name} ({s.how})" for name, owned in vocab.names.items() for s in owned if s.actor == key)
        rows = [("actor", f"{entity.label} ({key})"), ("type", entity.type.value), ("names", ", ".join(names))]
        if top.id != key:
            rows.append(("stakeholder", f"{top.label}, {basis.value}"))
        for held in entity.memberships:
            rows.append(("office", f"{held.title}, {held.organisation}, {held.start or '?'} to {held.end or 'now'}"))
        _table(rows)
    return bool(keys)
