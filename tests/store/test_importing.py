"""A dump as a new store: all of it or nothing, and the same quads."""

import gzip
from pathlib import Path

import pytest

from kg.errors import FormatError, InputError, StoreError
from kg.rdf import RDF_FORMATS, serialise
from kg.store import Store, open_store
from kg.store.importing import import_dump


@pytest.mark.parametrize(("form", "suffix"), [("nq", ".nq"), ("trig", ".trig"), ("json-ld", ".jsonld"), ("nq", ".nq.gz")])
def test_a_dump_comes_back_as_the_same_store(tmp_path: Path, words: Path, world: Store, form: str, suffix: str) -> None:
    data = serialise(world.quads(), RDF_FORMATS[form])
    dump = tmp_path / f"dump{suffix}"
    dump.write_bytes(gzip.compress(data) if suffix.endswith(".gz") else data)
    quads = set(world.quads())
    assert import_dump([dump], tmp_path / "copy") == len(quads)
    with open_store(tmp_path / "copy", read_only=True) as copy:
        assert set(copy.quads()) == quads
        assert list(copy.claims()) == list(world.claims())
    with open_store(tmp_path / "copy", ontology=words) as copy:
        assert {a.id for a in copy.articles()} == {a.id for a in world.articles()}


def test_a_dump_in_parts(tmp_path: Path, world: Store) -> None:
    lines = serialise(world.quads(), RDF_FORMATS["nq"]).splitlines(keepends=True)
    parts = [tmp_path / "1.nq", tmp_path / "2.nq"]
    parts[0].write_bytes(b"".join(lines[::2]))
    parts[1].write_bytes(b"".join(lines[1::2]))
    import_dump(parts, tmp_path / "copy")
    with open_store(tmp_path / "copy", read_only=True) as copy:
        assert set(copy.quads()) == set(world.quads())


@pytest.mark.parametrize("name", ["broken.nq", "broken.nq.gz", "cut.nq.gz"])
def test_a_broken_dump_is_named_and_leaves_nothing(tmp_path: Path, world: Store, name: str) -> None:
    whole = serialise(world.quads(), RDF_FORMATS["nq"])
    content = {"broken.nq": whole + b"<a> nonsense .\n", "broken.nq.gz": whole, "cut.nq.gz": gzip.compress(whole)[:-200]}[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FormatError, match=f"{name}: .*nothing was imported"):
        import_dump([tmp_path / name], tmp_path / "copy")
    assert sorted(p.name for p in tmp_path.iterdir()) == [name]


def test_what_stands_there_is_left_alone(tmp_path: Path, words: Path, world: Store) -> None:
    (tmp_path / "d.nq").write_bytes(serialise(world.quads(), RDF_FORMATS["nq"]))
    open_store(tmp_path / "store", ontology=words).close()
    with pytest.raises(StoreError, match="something stands there already"):
        import_dump([tmp_path / "d.nq"], tmp_path / "store")


def test_what_is_no_dump_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("")
    with pytest.raises(FormatError, match="not a dump with named graphs"):
        import_dump([tmp_path / "a.ttl"], tmp_path / "copy")
    with pytest.raises(InputError, match="no such file"):
        import_dump([tmp_path / "none.nq"], tmp_path / "copy")
    with pytest.raises(InputError, match="no dump to import"):
        import_dump([], tmp_path / "copy")
