"""What every store answers alike, whatever it is made of: named queries, SPARQL, articles, claims."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from kg.errors import QueryError
from kg.model import Article, Claim
from kg.rdf import ONTOLOGY_GRAPH, articles_from_quads, from_quads, identifier
from kg.rdf.terms import KG, article_graph, article_iri, article_of
from kg.store.choose import choice
from kg.store.folder import one_line
from kg.store.guard import Checked, check_query, malformed
from kg.store.queries import named_queries, values_clause
from kg.store.resolve import terms_for
from kg.store.search import Found, search
from kg.store.spelling import check_names, misspelt
from kg.store.table import Table
from kg.store.worker import Answer

_GRAPHS = """SELECT DISTINCT ?graph { GRAPH ?graph { ?article a kg:Article ; kg:version ?version } } ORDER BY ?graph"""


class Answers(ABC):
    """Asks by way of two things that a store must bring: how it answers SPARQL, and the quads of one graph."""

    timeout: float | None = None
    """Seconds after which a query is stopped; None: never."""

    @abstractmethod
    def solve(self, checked: Checked) -> Answer:
        """Answer a checked query. Raises SyntaxError where it is malformed, QueryError where it cannot be answered."""

    @abstractmethod
    def graph(self, name: ox.NamedNode, subject: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """The quads of one named graph, or those of one subject in it."""

    def ask(self, text: str) -> list[ox.QuerySolution]:
        """The solutions of a query of our own."""
        found = self.solve(check_query(text))
        assert isinstance(found, ox.QuerySolutions)
        return list(found)

    def bound(self, query: str, /, **parameters: object) -> str:
        """The SPARQL that :meth:`query` asks for the same arguments.

        A named query's declares its own prefixes, and gives the same answer in any SPARQL 1.1 engine that holds this store's
        quads and takes the union of their graphs as its default graph.

        Raises:
            QueryError: no such query, parameter or name; SPARQL of one's own may not be run.
        """
        named = named_queries().get(query)
        if named is not None:
            return named.bound({name: terms_for(self.ask, name, v) for name, v in named.arguments(parameters).items()})
        if not any(sign in query for sign in "{?<* \n"):
            raise QueryError(f"no query is named {query!r}; give SPARQL, or one of {', '.join(named_queries())}")
        checked = check_query(query)
        for name in parameters:
            if name not in checked.variables:
                raise QueryError(f"the query has no variable ?{name} to give a value to")
        return "\n".join([query, *(values_clause(name, terms_for(self.ask, name, v)) for name, v in parameters.items())])

    def query(self, query: str, /, **parameters: object) -> Table:
        """Answer a named query, or SPARQL (SELECT, ASK, CONSTRUCT, DESCRIBE), over the union of all graphs.

        Args:
            query: a name (see :func:`kg.store.named_queries`) or the text of a query; our prefixes are declared.
            parameters: values for a named query's parameters, or for variables of the text: a resource, a stakeholder
                or a relation by id or name, anything else as a literal.

        Raises:
            QueryError: no such query, parameter or name; the query is malformed, may not be run, or takes too long.
        """
        answer = self._table(check_query(self.bound(query, **parameters)))
        if query not in named_queries():
            check_names(query, self.ask, found=any(any(row) for row in answer))
        return answer

    def articles(self) -> Iterator[Article]:
        """The stored articles, in the order of their graphs' names."""
        for name in self.graphs():
            yield from articles_from_quads(self.graph(name, article_of(name)))

    def claims(self, **pattern: str) -> Iterator[Claim]:
        """The stored claims, article by article, in the order of each text; all, or those that match ``pattern``.

        Args:
            pattern: see :func:`kg.store.choose.choice`.

        Raises:
            QueryError: a key is unknown, or nothing goes by a name.
        """
        wanted = {key: value for key, value in pattern.items() if value is not None}
        if not wanted:
            for name in self.graphs():
                yield from from_quads(self.graph(name))
            return
        found: dict[ox.NamedNode, set[str]] = defaultdict(set)
        for row in self.ask(choice(self.ask, wanted)):
            graph, claim = row["graph"], row["claim"]
            if isinstance(graph, ox.NamedNode) and isinstance(claim, ox.NamedNode):
                found[graph].add(identifier(claim))
        for graph, ids in sorted(found.items(), key=lambda item: item[0].value):
            yield from (claim for claim in from_quads(self.graph(graph)) if claim.id in ids)

    def search(self, text: str, kind: str | None = None, limit: int = 20) -> list[Found]:
        """What has ``text`` in one of its names: see :func:`kg.store.search.search`."""
        return search(self.ask, text, kind, limit)

    def graphs(self) -> list[ox.NamedNode]:
        """The articles' graphs, sorted."""
        return [name for row in self.ask(_GRAPHS) if isinstance(name := row["graph"], ox.NamedNode)]

    def quads(self, article_id: str | None = None) -> Iterator[ox.Quad]:
        """Everything: articles, claims, plain triples and the ontology's graph; or an article's own graphs alone."""
        if article_id is not None:
            for name in [article_graph(article_id), *self.voices(article_id)]:
                yield from self.graph(name)
            return
        yield from self.graph(ONTOLOGY_GRAPH)
        for name in self.graphs():
            own = list(self.graph(name))
            yield from own
            for voice in sorted({q.object for q in own if q.predicate == KG["voice"]}, key=str):
                if isinstance(voice, ox.NamedNode):
                    yield from self.graph(voice)

    def voices(self, article_id: str) -> list[ox.NamedNode]:
        """The graphs of an article's voices."""
        node = article_iri(article_id)
        found = (q.object for q in self.graph(article_graph(article_id), node) if q.predicate == KG["voice"])
        return [voice for voice in found if isinstance(voice, ox.NamedNode)]

    def _answered(self, checked: Checked) -> Answer:
        try:
            return self.solve(checked)
        except SyntaxError as error:
            slip = misspelt(checked.original)
            raise QueryError(f"malformed query at {slip}") if slip else malformed(checked, error) from None
        except (RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be answered: {one_line(error)}") from None

    def _table(self, checked: Checked) -> Table:
        found = self._answered(checked)
        try:
            if isinstance(found, ox.QueryBoolean):
                return Table.of(("answer",), ((ox.Literal(bool(found)),),))
            if isinstance(found, ox.QuerySolutions):
                columns = tuple(variable.value for variable in found.variables)
                return Table.of(columns, tuple(tuple(row[name] for name in columns) for row in found))
            return Table.of(("subject", "predicate", "object"), tuple((t.subject, t.predicate, t.object) for t in found))
        except (RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be answered: {one_line(error)}") from None
