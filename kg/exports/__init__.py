"""The graph, and the claims, as files for other programs: one function a format."""

from kg.exports.files import write_csv, write_gexf, write_graphml
from kg.exports.neo4j import write_cypher, write_neo4j
from kg.exports.parquet import write_claims_parquet, write_parquet

__all__ = ["write_claims_parquet", "write_csv", "write_cypher", "write_gexf", "write_graphml", "write_neo4j", "write_parquet"]
