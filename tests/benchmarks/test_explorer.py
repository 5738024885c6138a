"""What the benchmark of the explorer makes up still fits the page it measures."""

from __future__ import annotations

from benchmarks.explorer import page_data
from graph.views.explorer import page_of


def test_invented_facts_make_a_page() -> None:
    data = page_data(100)
    assert len(data["facts"]) == 100
    assert all(0 <= at < len(data["sentences"]) for fact in data["facts"] for at in fact["four"])
    assert data["overview"]["nodes"]
    assert "<h1" in page_of(data)
