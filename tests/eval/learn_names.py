"""Learn the weights of `loaders/parse/cases/company.tsv` from the labelled documents; and count how they do.

    python -m tests.eval.learn_names            writes the table (needs scikit-learn, see `learn` in pyproject.toml)
    python -m tests.eval.learn_names --count    each fifth of the sets judged by weights learnt from the others

Every word of a document that may be a name is one example: the name of a case or of a child of one, as its labels say,
or none.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from loaders.parse.cases.company import _STRESS, judged, names_in
from loaders.read import read
from tests.eval.test_unseen import UNSEEN

CASES = Path(__file__).with_name("told_cases")
TABLE = Path(__file__).parents[2] / "loaders" / "parse" / "cases" / "company.tsv"
IN_DOCUMENTS = 5  # what stands in fewer is chance
STRENGTH = 10.0
KEPT = 0.2  # weights nearer to nothing than this are left out
FOLDS = 6


class Named(NamedTuple):
    """A name, its company, whether it is that of a child told of, and its document."""

    name: str
    company: dict[str, float]
    of_child: bool
    document: str
    half: str


def examples() -> Iterator[Named]:
    """All names of all labelled documents."""
    for labels in sorted([*UNSEEN.glob("*/*.yaml"), *CASES.glob("*.yaml")]):
        source = next(path for path in sorted(labels.parent.glob(f"{labels.stem}.*")) if path.suffix != ".yaml")
        gold = yaml.safe_load(labels.read_text(encoding="utf-8"))
        names = {
            word
            for case in gold.get("cases") or ()
            for name in (
                case.get("ref"),
                *(case.get("aliases") or ()),
                *(c.get("name") for c in case.get("children") or ()),
            )
            for word in re.findall(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?", str(name or ""))
        }
        for name, company in names_in(read(source).blocks).items():
            yield Named(name, company, name in names, labels.stem, labels.parent.name)


def learn(known: Sequence[Named]) -> dict[str, float]:
    """The weight of each mark; under "" that before any is read."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    stands_in = defaultdict[str, set[str]](set)
    for one in known:
        for mark in one.company:
            stands_in[mark].add(f"{one.half}/{one.document}")
    marks = sorted(mark for mark, documents in stands_in.items() if len(documents) >= IN_DOCUMENTS)
    place = {mark: i for i, mark in enumerate(marks)}
    cells = [
        (i, place[mark], share * _STRESS * len(one.company) ** -0.5)
        for i, one in enumerate(known)
        for mark, share in sorted(one.company.items())
        if mark in place
    ]
    rows, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(known), len(marks)))
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(matrix, [one.of_child for one in known])
    kept = ((mark, float(w)) for mark, w in zip(marks, model.coef_[0], strict=True) if abs(w) >= KEPT)
    return {"": float(model.intercept_[0]), **dict(kept)}


def write(weights: dict[str, float]) -> None:
    """Keep the weights as the table that `loaders.parse.cases.company` reads."""
    lines = ["mark\tweight", *(f"{mark}\t{weight:.1f}" for mark, weight in weights.items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def count(known: Sequence[Named]) -> Iterator[str]:
    """A line a threshold: how many names of children of unseen sets are found, and how many others."""
    halves = sorted({one.half for one in known})
    shares = list[tuple[Named, float]]()
    for fold in range(FOLDS):
        unseen = set(halves[fold::FOLDS])
        weights = learn([one for one in known if one.half not in unseen])
        shares += [(one, judged(one.company, weights)) for one in known if one.half in unseen]
    for least in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        taken = [one.of_child for one, share in shares if share >= least]
        yield (
            f"{least}: {sum(taken)} of {sum(one.of_child for one in known)} names of children found,"
            f" {len(taken) - sum(taken)} others, precision {sum(taken) / len(taken):.2f}"
        )


if __name__ == "__main__":
    told = list(examples())
    if sys.argv[1:] == ["--count"]:
        print(*count(told), sep="\n")
    else:
        write(learn(told))
