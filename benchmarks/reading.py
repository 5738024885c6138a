"""How fast files become coded records, against bare text extraction by two PDF libraries, on one core in one run."""

from __future__ import annotations

import cProfile
import os
import pstats
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3


def documents() -> list[Path]:
    """The published PDFs where they are at hand, else the samples."""
    folder = Path(os.environ.get("GOLDENTHREAD_REVIEWS") or ROOT.parent / "shared" / "reviews")
    return sorted((folder / "pdf").glob("*.pdf")) or sorted((ROOT / "graph" / "samples").glob("*.pdf"))


def bare_pdfium(path: Path) -> int:
    """Pages of a file, their text taken out by pypdfium2."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    count = len(document)
    document.close()
    return count


def bare_pypdf(path: Path) -> int:
    """Pages of a file, their text taken out by pypdf."""
    import pypdf

    document = pypdf.PdfReader(path)
    for page in document.pages:
        page.extract_text()
    return len(document.pages)


def ours(path: Path) -> int:
    """Pages of a file, all of it read into coded records."""
    from loaders.extract import extract

    return extract(path).document.pages or 1


def blocks(path: Path) -> int:
    """Pages of a file, read into blocks."""
    from loaders.read import read

    return len(read(path).pages)


def rates(ways: list[Callable[[Path], int]], paths: list[Path]) -> list[float]:
    """Pages a second of each way: the best of several rounds, the ways by turns, after one file that is not counted."""
    best = [0.0] * len(ways)
    for way in ways:
        way(paths[0])
    for _ in range(ROUNDS):
        for at, way in enumerate(ways):
            began = time.process_time()
            pages = sum(way(path) for path in paths)
            best[at] = max(best[at], pages / (time.process_time() - began))
    return best


def measure() -> Iterator[str]:
    """File to coded records: at least 0.1 of pypdfium2's bare extraction, and 1.5 times pypdf's."""
    paths = documents()
    pdfium, pypdf, whole, read = rates([bare_pdfium, bare_pypdf, ours, blocks], paths)
    yield (
        f"{len(paths)} PDFs, pages/s on one core: file to coded records {whole:.0f} (to blocks {read:.0f}), pypdfium2 "
        f"bare {pdfium:.0f}, pypdf bare {pypdf:.0f}; {whole / pdfium:.3f} of pypdfium2 (goal 0.1), "
        f"{whole / pypdf:.2f}x pypdf (goal 1.5x)"
    )


def profile(most: int = 40) -> None:
    """Print where the time goes."""
    for path in documents():
        ours(path)
    watch = cProfile.Profile()
    watch.enable()
    for path in documents():
        ours(path)
    watch.disable()
    pstats.Stats(watch).sort_stats("tottime").print_stats(most)


if __name__ == "__main__":
    if "--profile" in sys.argv:
        profile()
    for line in measure():
        print(line, flush=True)
