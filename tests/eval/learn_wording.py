"""Learn the weights of `loaders/coding/wording.tsv` from the labelled documents; and count how they do on unseen ones.

    python -m tests.eval.learn_wording            writes the table (needs scikit-learn, see `learn` in pyproject.toml)
    python -m tests.eval.learn_wording --count    each fifth of the sets judged by weights learnt from the others

Every sentence of a document is one example, once with what stands around it and once alone: what its label says it is,
or nothing. Sentences that may be taken or not (`*_acceptable`, told stories) are left out. What stands around reviews
on pages and in minutes, and is nothing, is in `background.yaml`: without it two of three sentences from real pages
were wrong.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from loaders.blocks import BlockKind
from loaders.coding.wording import ALONE, Around, marks_of
from loaders.parse.around import Neighbours
from loaders.parse.sentences import sentences
from loaders.read import read
from tests.eval.scoring import LIKE, flat, likeness, neutral_texts, text_of, within
from tests.eval.test_unseen import UNSEEN

BACKGROUND = Path(__file__).with_name("background.yaml")
TABLE = Path(__file__).parents[2] / "loaders" / "coding" / "wording.tsv"
TOLD = ("finding", "recommendation", "action", "good-practice")
NOTHING = "nothing"
IN_DOCUMENTS = 6  # what stands in fewer is a name, or chance
LONG_PART = 25  # characters of a sentence that is a part of a label of several
PART = 0.9
LEAST_WORDS = 3
STRENGTH = 5.0  # of what is learnt against what is held back; 5 to 20 found the same within two in a hundred
KEPT = 0.5  # weights all nearer to nothing than this are left out: the same is found with less
FOLDS = 5


class Example(NamedTuple):
    """A sentence, what stands around it, what it is, and its document."""

    sentence: str
    around: Around
    told: str
    document: str
    half: str


def examples() -> Iterator[Example]:
    """All sentences of all labelled documents."""
    for labels in sorted(UNSEEN.glob("*/*.yaml")):
        source = next(path for path in sorted(labels.parent.glob(f"{labels.stem}.*")) if path.suffix != ".yaml")
        gold = yaml.safe_load(labels.read_text(encoding="utf-8"))
        items = [
            (what.removesuffix("s"), text_of(item))
            for what in ("findings", "recommendations", "actions")
            for item, _ in flat(gold, what, f"document_{what}")
        ]
        for box in (gold, *(gold.get("cases") or ())):
            for name in ("good_practice", "document_good_practice"):
                items += [("good-practice", text_of(item)) for item in box.get(name) or ()]
        either = [text for what in ("findings", "recommendations", "actions") for text in neutral_texts(gold, what)]
        blocks = read(source).blocks
        neighbours = Neighbours(blocks)
        for block in blocks:
            if block.kind is BlockKind.FURNITURE:
                continue
            for sentence in sentences(block.text):
                told = _told(sentence, items, either)
                if told is not None and len(sentence.split()) >= LEAST_WORDS:
                    yield Example(sentence, neighbours.of(block, sentence), told, labels.stem, labels.parent.name)


def background() -> Iterator[Example]:
    """Sentences that tell nothing, by the kind of text they stand in."""
    for kind, said in yaml.safe_load(BACKGROUND.read_text(encoding="utf-8")).items():
        for sentence in said:
            yield Example(sentence, ALONE, NOTHING, f"background {kind}", f"background {kind}")


def _told(sentence: str, items: Sequence[tuple[str, str]], either: Sequence[str]) -> str | None:
    like, told = max(((likeness(sentence, text), what) for what, text in items), default=(0.0, NOTHING))
    if like >= LIKE:
        return told
    if len(sentence) > LONG_PART:
        share, told = max(((within(sentence, text), what) for what, text in items), default=(0.0, NOTHING))
        if share >= PART:
            return told
    return None if any(likeness(sentence, text) >= LIKE for text in either) else NOTHING


def learn(known: Sequence[Example]) -> dict[str, tuple[float, ...]]:
    """The weights of each mark against telling nothing; under "" those before any is read."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    known = [*known, *(one._replace(around=ALONE) for one in known if one.around != ALONE)]
    stands_in = defaultdict[str, set[str]](set)
    for one in known:
        for mark, _ in marks_of(one.sentence, one.around):
            stands_in[mark].add(f"{one.half}/{one.document}")
    marks = sorted(mark for mark, documents in stands_in.items() if len(documents) >= IN_DOCUMENTS)
    place = {mark: i for i, mark in enumerate(marks)}
    cells = [
        (i, place[mark], share)
        for i, one in enumerate(known)
        for mark, share in sorted(marks_of(one.sentence, one.around))
        if mark in place
    ]
    rows, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(known), len(marks)))
    model = LogisticRegression(C=STRENGTH, max_iter=1000, tol=1e-3).fit(matrix, [one.told for one in known])
    of = {told: i for i, told in enumerate(model.classes_)}
    wanted = [of[told] for told in TOLD]
    first = model.intercept_[wanted] - model.intercept_[of[NOTHING]]
    weights = (model.coef_[wanted] - model.coef_[of[NOTHING]]).T
    kept = ((mark, tuple(row)) for mark, row in zip(marks, weights, strict=True) if max(map(abs, row)) >= KEPT)
    return {"": tuple(first), **dict(kept)}


def write(weights: dict[str, tuple[float, ...]]) -> None:
    """Keep the weights as the table that `loaders.coding.wording` reads."""
    lines = ["\t".join(("word", *TOLD))]
    lines += ["\t".join((word, *(f"{weight:.1f}" for weight in row))) for word, row in weights.items()]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def count(known: Sequence[Example]) -> Iterator[str]:
    """A line a threshold and kind: how many of the sentences of unseen sets are found, and how many wrongly."""
    from loaders.coding import wording

    halves = sorted({example.half for example in known})
    right, more, all_of = Counter[tuple[str, float]](), Counter[tuple[str, float]](), Counter(e.told for e in known)
    for fold in range(FOLDS):
        unseen = set(halves[fold::FOLDS])
        weights = learn([example for example in known if example.half not in unseen])
        for example in known:
            if example.half in unseen:
                told, share = wording.judged(example.sentence, example.around, TOLD, weights)
                for least in (0.4, 0.5, 0.6, 0.7, 0.8):
                    if share >= least:
                        (right if told == example.told else more)[told, least] += 1
    for told, least in sorted(right):
        found, wrong = right[told, least], more[told, least]
        share = found / (found + wrong)
        yield f"{told} {least}: {found} of {all_of[told]} found, {wrong} wrongly, precision {share:.2f}"


if __name__ == "__main__":
    if sys.argv[1:] == ["--count"]:
        print(*count([*examples(), *background()]), sep="\n")
    else:
        write(learn([*examples(), *background()]))
