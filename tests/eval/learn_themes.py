"""Learn the weights of `loaders/coding/theme_words.tsv` from learning points coded by hand; and count how they do.

    python -m tests.eval.learn_themes            writes the table (needs scikit-learn, see `learn` in pyproject.toml)
    python -m tests.eval.learn_themes --count    each fifth of the sets judged by weights learnt from the others

The learning points are those of the labelled documents, each coded by one of two readers who saw nothing but the points
and the codebook's scope notes (`finding_themes.tsv`); on 120 that both coded they agree with F1 0.93. What surrounds
reviews and is no learning (`background.yaml`) is about no theme.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from loaders.coding import code
from loaders.coding.theme_words import LIKELY, likely_themes
from loaders.coding.wording import words_of
from tests.eval.learn_wording import BACKGROUND

HERE = Path(__file__).parent
CODED = HERE / "finding_themes.tsv"
TABLE = HERE.parents[1] / "loaders" / "coding" / "theme_words.tsv"
IN_DOCUMENTS = 4  # a word that stands in fewer is a name, or chance
LEAST_POINTS = 20  # of a theme, to learn anything
STRENGTH = 10.0
KEPT = 1.0  # weights nearer to nothing than this are left out: the same is found with half as many
LEAST_RIGHT = 2
FOLDS = 5

Table = dict[str, dict[str, float]]


class Point(NamedTuple):
    """A learning point, its set and document, and its themes."""

    half: str
    document: str
    themes: frozenset[str]
    text: str

    @property
    def words(self) -> frozenset[str]:
        """The words it is judged by."""
        return words_of(self.text)


def points() -> list[Point]:
    """All coded learning points."""
    lines = CODED.read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return [Point(half, document, frozenset(themes.split()), text) for half, document, themes, text in rows]


def background() -> list[Point]:
    """Sentences about no theme as learning: a father who is only told of is no learning about fathers."""
    told = yaml.safe_load(BACKGROUND.read_text(encoding="utf-8"))
    return [Point("background", kind, frozenset(), said) for kind in told for said in told[kind]]


def learn(known: Sequence[Point], themes: Collection[str] | None = None) -> Table:
    """The weights by word and theme (`themes`: of these alone); under "" those of no word at all."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    known = [*known, *background()]
    stands_in = defaultdict[str, set[str]](set)
    for point in known:
        for word in point.words:
            stands_in[word].add(f"{point.half}/{point.document}")
    words = sorted(word for word, documents in stands_in.items() if len(documents) >= IN_DOCUMENTS)
    place = {word: i for i, word in enumerate(words)}
    cells = [(i, place[w], len(p.words) ** -0.5) for i, p in enumerate(known) for w in sorted(p.words) if w in place]
    rows, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(known), len(words)))
    table: Table = {"": {}}
    often = Counter(theme for point in known for theme in point.themes)
    for theme in sorted(
        theme for theme, number in often.items() if number >= LEAST_POINTS and (themes is None or theme in themes)
    ):
        model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(matrix, [theme in point.themes for point in known])
        table[""][theme] = float(model.intercept_[0])
        for word, weight in zip(words, model.coef_[0], strict=True):
            if abs(weight) >= KEPT:
                table.setdefault(word, {})[theme] = float(weight)
    return table


def write(table: Table) -> None:
    """Keep the weights as the table that `loaders.coding.theme_words` reads."""
    cells = [(word, theme, weight) for word in sorted(table) for theme, weight in sorted(table[word].items())]
    lines = ["word\ttheme\tweight", *(f"{word}\t{theme}\t{weight:.1f}" for word, theme, weight in cells)]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


class Counted(NamedTuple):
    """What cues, and cues and words, find in sets that the words were not learnt from; and what words add, by theme."""

    cues: Counter[str]
    both: Counter[str]
    right: Counter[str]
    wrong: Counter[str]


def counted(known: Sequence[Point]) -> Counted:
    """Each fifth of the sets judged by what was learnt from the others, against the readers' codes."""
    halves = sorted({point.half for point in known})
    told = Counted(Counter(), Counter(), Counter(), Counter())
    for fold in range(FOLDS):
        unseen = set(halves[fold::FOLDS])
        table = learn([point for point in known if point.half not in unseen])
        for point in known:
            if point.half in unseen:
                named = {coding.id for coding in code(point.text)}
                added = {theme for theme, share in likely_themes(point.words, table).items() if share >= LIKELY} - named
                for counts, found in ((told.cues, named), (told.both, named | added)):
                    counts["right"] += len(found & point.themes)
                    counts["more"] += len(found - point.themes)
                    counts["missing"] += len(point.themes - found)
                told.right.update(added & point.themes)
                told.wrong.update(added - point.themes)
    return told


def worth(told: Counted) -> set[str]:
    """The themes of which words add some that are right, and no more than twice as many that no reader coded."""
    return {theme for theme, right in told.right.items() if right >= LEAST_RIGHT and told.wrong[theme] <= 2 * right}


def lines(told: Counted) -> Iterator[str]:
    """A line for cues alone, one for both, and one a theme that words add to."""
    for what, counts in (("cues", told.cues), ("cues and words", told.both)):
        f1 = 2 * counts["right"] / (2 * counts["right"] + counts["more"] + counts["missing"])
        yield f"{what}: {counts['right']} right, {counts['more']} more, {counts['missing']} missing, F1 {f1:.3f}"
    for theme in sorted(told.right | told.wrong, key=lambda one: -told.right[one]):
        kept = "" if theme in worth(told) else ", left out"
        yield f"  {theme}: {told.right[theme]} right, {told.wrong[theme]} wrong{kept}"


if __name__ == "__main__":
    reached = counted(points())
    print(*lines(reached), sep="\n")
    if sys.argv[1:] != ["--count"]:
        write(learn(points(), worth(reached)))
