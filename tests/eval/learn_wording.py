"""Learn the weights of `loaders/coding/wording.tsv` from the labelled documents; and count how they do on unseen ones.

    python -m tests.eval.learn_wording            writes the table (needs scikit-learn, see `learn` in pyproject.toml)
    python -m tests.eval.learn_wording --count    each fifth of the sets judged by weights learnt from the others

Every sentence of a document is one example: what its label says it is, or nothing. Sentences that may be taken or not
(`*_acceptable`, told stories) are left out. What stands around reviews on pages and in minutes, and is nothing, is in
`background.yaml`: without it two of three sentences taken from real pages were wrong.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from loaders.blocks import BlockKind
from loaders.coding.wording import words_of
from loaders.parse.sentences import sentences
from loaders.read import read
from tests.eval.scoring import LIKE, flat, likeness, neutral_texts, text_of, within
from tests.eval.test_unseen import UNSEEN

BACKGROUND = Path(__file__).with_name("background.yaml")
TABLE = Path(__file__).parents[2] / "loaders" / "coding" / "wording.tsv"
TOLD = ("finding", "recommendation", "action", "good-practice")
NOTHING = "nothing"
IN_DOCUMENTS = 8  # a word that stands in fewer is a name, or chance
LONG_PART = 25  # characters of a sentence that is a part of a label of several
PART = 0.9
LEAST_WORDS = 3
STRENGTH = 5.0  # of what is learnt against what is held back; 1 to 15 counted the same within two sentences of sixty
FOLDS = 5


class Example(NamedTuple):
    """A sentence, what it is, and its document."""

    words: frozenset[str]
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
        for block in read(source).blocks:
            if block.kind is BlockKind.FURNITURE:
                continue
            for sentence in sentences(block.text):
                told = _told(sentence, items, either)
                if told is not None and len(sentence.split()) >= LEAST_WORDS:
                    yield Example(words_of(sentence), told, labels.stem, labels.parent.name)


def background() -> Iterator[Example]:
    """Sentences that tell nothing, by the kind of text they stand in."""
    for kind, said in yaml.safe_load(BACKGROUND.read_text(encoding="utf-8")).items():
        for sentence in said:
            yield Example(words_of(sentence), NOTHING, f"background {kind}", f"background {kind}")


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
    """The weights of each word against telling nothing; under "" those of no word at all."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    stands_in = defaultdict[str, set[str]](set)
    for example in known:
        for word in example.words:
            stands_in[word].add(f"{example.half}/{example.document}")
    words = sorted(word for word, documents in stands_in.items() if len(documents) >= IN_DOCUMENTS)
    vectors = TfidfVectorizer(vocabulary=words, analyzer=sorted, binary=True, use_idf=False, norm="l2")
    model = LogisticRegression(C=STRENGTH, max_iter=4000)
    model.fit(vectors.fit_transform([example.words for example in known]), [example.told for example in known])
    place = {told: i for i, told in enumerate(model.classes_)}
    rows = [place[told] for told in TOLD]
    first = model.intercept_[rows] - model.intercept_[place[NOTHING]]
    weights = (model.coef_[rows] - model.coef_[place[NOTHING]]).T
    return {"": tuple(first), **{word: tuple(row) for word, row in zip(words, weights, strict=True)}}


def write(weights: dict[str, tuple[float, ...]]) -> None:
    """Keep the weights as the table that `loaders.coding.wording` reads."""
    lines = ["\t".join(("word", *TOLD))]
    lines += ["\t".join((word, *(f"{weight:.2f}" for weight in row))) for word, row in weights.items()]
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
                told, share = wording.judged(example.words, TOLD, weights)
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
