"""Synthetic collections: the same for the same seed, of the size asked for, and readable as documents."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.synthetic import SIZES, names, records, shares, text_of
from graph import gazetteer
from graph.codebook import load
from graph.derive import build
from loaders.extract import extract


def test_the_same_seed_gives_the_same_records() -> None:
    one, again, other = (list(records("S", seed)) for seed in (7, 7, 8))
    assert one == again != other


def test_partnerships_share_all_cases_unevenly_and_none_is_real() -> None:
    for cases, among in SIZES.values():
        of = shares(cases, among)
        assert (sum(of), len(of)) == (cases, among)
        assert of[0] > 1.5 * of[-1] > 0
    assert len(set(names(130))) == 130
    assert not any(gazetteer.partnership_for(name.split()[0]) for name in names(130))


def test_the_graph_has_every_case_and_what_recurs() -> None:
    graph = build(records("S"), load())
    assert len(graph.nodes["Case"]) == 50
    assert len(graph.nodes["Partnership"]) == 5
    kinds = Counter(e.type for e in graph.edges.values())
    assert min(kinds[t] for t in ("RECURS_IN", "IMPROVED_IN", "DELIVERED_BY", "HAS_STATUS", "DIFFERS_FROM")) > 0
    ends = [by_theme for _, by_theme in Counter(e.target for e in graph.edges_of("ABOUT")).most_common()]
    assert ends[0] > 3 * ends[len(ends) // 2], "few themes are most of the learning"


def test_a_document_is_read_as_what_it_was_made_from(tmp_path: Path) -> None:
    made = next(r for r in records("S") if r.document.kind == "learning-digest" and len(r.reviews) > 1)
    path = tmp_path / made.document.file
    path.write_text(text_of(made), "utf-8")
    read = extract(path)
    assert read.document.partnership == made.document.partnership
    assert {r.ref for r in made.reviews} <= {r.ref for r in read.reviews}
    said = {f.text for r in read.reviews for f in r.findings} | {f.text for f in read.findings}
    wanted = [f.text for r in made.reviews for f in r.findings]
    assert sum(text in said for text in wanted) >= 0.5 * len(wanted)
