"""The store's folder under many hands: one writer, many readers, kills, full disks, and queries that take too long."""

import random
import resource
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kg.errors import QueryError, StoreError
from kg.store import open_store
from tests.store.filling import many
from tests.store.killing import faults, filling, killed
from tests.store.world import FIRST, SECOND, WORLD

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
KILLS = 20


# --- One writer


def test_a_second_writer_waits_if_it_is_told_to(tmp_path: Path, words: Path) -> None:
    first = open_store(tmp_path / "store", ontology=words)
    threading.Timer(0.5, first.close).start()
    began = time.monotonic()
    with open_store(tmp_path / "store", ontology=words, wait=20) as store:
        assert time.monotonic() - began > 0.3
        assert store.add(*FIRST)


# --- Readers beside it


def test_readers_beside_a_writer_see_what_was_published_and_nothing_half(tmp_path: Path, words: Path) -> None:
    path = tmp_path / "store"
    with open_store(path, ontology=words) as store:
        store.add(*FIRST)
    run = filling(path, words, 150)
    assert run.stdout is not None
    run.stdout.readline()
    while run.poll() is None:
        with open_store(path, ontology=words, read_only=True) as reader:
            seen = [a.id for a in reader.articles()]
            assert FIRST[0].id in seen
            assert {len(list(reader.claims(article=id))) for id in seen} == {len(FIRST[1])}
    run.communicate()
    with open_store(path, ontology=words, read_only=True) as reader:
        assert len(list(reader.articles())) == 151


def test_a_reader_keeps_what_it_opened_while_the_writer_goes_on(tmp_path: Path, words: Path) -> None:
    path = tmp_path / "store"
    with open_store(path, ontology=words) as store:
        store.add(*FIRST)
    with open_store(path, read_only=True) as reader, open_store(path, ontology=words) as store:
        store.add(*SECOND)
        store.compact()
        store.compact()
        assert list(reader.claims()) == FIRST[1]
    with open_store(path, read_only=True) as reader:
        assert [a.id for a in reader.articles()] == sorted([FIRST[0].id, SECOND[0].id])


def test_readers_leave_nothing_behind_and_a_writer_removes_what_the_killed_left(tmp_path: Path, words: Path) -> None:
    path = tmp_path / "store"
    open_store(path, ontology=words).close()
    program = "import sys, os; from kg.store import open_store; s = open_store(sys.argv[1], read_only=True); os._exit(0)"
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
    with open_store(path, read_only=True):
        assert len(list((path / "snapshots").iterdir())) == 3
    open_store(path, ontology=words).close()
    assert [p.name.isdecimal() for p in (path / "snapshots").iterdir()] == [True]


def test_what_a_killed_writer_had_stored_is_seen_by_the_next_reader(tmp_path: Path, words: Path) -> None:
    run = filling(tmp_path / "store", words, 100_000)
    assert run.stdout is not None
    told = [run.stdout.readline().strip() for _ in range(30)]
    run.kill()
    run.communicate()
    with open_store(tmp_path / "store", read_only=True) as reader:
        assert {a.id for a in reader.articles()} >= set(told)


# --- Killed


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_build_loses_nothing_and_the_next_one_completes_it(seed: int, tmp_path: Path, words: Path) -> None:
    chance = random.Random(seed)
    told = killed(tmp_path / "store", words, 40, chance)
    assert faults(tmp_path / "store", words, 40, told) == []


def test_a_full_disk_is_told_in_one_line_and_the_store_stays_whole(tmp_path: Path, words: Path) -> None:
    path = tmp_path / "store"
    with open_store(path, ontology=words) as store:
        store.add(*FIRST)
    largest = max(p.stat().st_size for p in path.rglob("*") if p.is_file())

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 200_000, largest + 200_000))

    program = "import signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    program += "from tests.store.filling import main; main(sys.argv[1], sys.argv[2], 400)"
    command = [sys.executable, "-c", program, str(path), str(words)]
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, preexec_fn=small_files, cwd=Path(__file__).parents[2]
    )
    assert run.returncode != 0
    last = run.stderr.strip().splitlines()[-1]
    assert last.startswith(f"kg.errors.StoreError: {path}: ") and "File too large" in last
    told = run.stdout.split()
    with open_store(path, ontology=words) as store:
        stored = {a.id for a in store.articles()}
        assert stored >= {FIRST[0].id, *told}
        for article, claims in many(len(told) + 1):
            store.add(article, claims)
        assert len(list(store.claims())) == (len(told) + 2) * len(FIRST[1])


# --- Queries that take too long


@pytest.mark.parametrize("read_only", [True, False])
def test_a_query_past_its_time_is_stopped_and_the_next_is_answered(tmp_path: Path, words: Path, read_only: bool) -> None:
    with open_store(tmp_path / "store", ontology=words) as store:
        for article, claims in WORLD:
            store.add(article, claims)
    with open_store(tmp_path / "store", ontology=words, read_only=read_only, timeout=1.5) as store:
        began = time.monotonic()
        with pytest.raises(QueryError, match=r"took longer than 1\.5 seconds and was stopped"):
            store.query(ENDLESS)
        assert time.monotonic() - began < 5
        with open_store("memory", ontology=words) as other:
            for article, claims in WORLD:
                other.add(article, claims)
            assert store.query("proposals").rows == other.query("proposals").rows
            asked = "CONSTRUCT { ?s a ?o } { ?s a ?o } ORDER BY ?s ?o"
            assert sorted(store.query(asked).rows) == sorted(other.query(asked).rows)
            assert store.query("ASK { ?s a kg:Claim }").rows == ((True,),)
        if not read_only:
            store.remove(FIRST[0].id)
            assert store.query("SELECT ?c { ?c prov:wasDerivedFrom ?a . ?a dcterms:identifier ?id }", id=FIRST[0].id).rows == ()
        with pytest.raises(QueryError, match="malformed query at line 1"):
            store.query("SELECT * { nonsense }")


def test_a_store_of_another_layout_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("MANIFEST-000005")
    with pytest.raises(StoreError, match="holds something, but no store"):
        open_store(tmp_path)
    shutil.rmtree(tmp_path)
