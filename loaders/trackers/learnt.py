"""What a tracker tells beside its actions: the learning in a column of its own, and the child whose story it tells."""

from __future__ import annotations

from graph.records import DocumentRecord, Finding, Review, Stated
from graph.text import joined, key
from loaders.coding import code, harms, polarity_of
from loaders.parse.cases.people import children_of
from loaders.parse.sections import meaning_of
from loaders.trackers.drafts import Draft

_LEAST = 4  # words: fewer name a topic ("Information sharing") and tell no learning


def learn(home: Review | DocumentRecord, draft: Draft) -> None:
    """Add what the columns of learning say of a draft, once for each review, to what it is of."""
    for column in draft.head.columns("finding"):
        told = meaning_of(draft.head.labels.get(column, ""))
        meant = told.id if told is not None and told.becomes == "finding" else None
        if meant is None and column not in draft.head.told:
            continue  # a column of themes or of risks
        cells = {row.key(column): row.cells[column] for row in draft.rows if column in row.cells}
        for cell in cells.values():
            text = joined(cell.raw) or cell.text
            if len(text.split()) < _LEAST or any(key(known.text) == key(text) for known in home.findings):
                continue
            polarity = polarity_of(text, meant)
            home.findings.append(
                Finding(
                    text=text, quote=text, line=cell.line, heading=draft.table.name,
                    polarity=polarity, themes=code(text, polarity=polarity),
                )
            )  # fmt: skip


def tell_children(review: Review) -> None:
    """Give a review the children and harms that its learning tells of, where it tells age, sex or what befell them."""
    if review.children or not review.findings or review.test is not None:
        return
    told = [Stated(text=one.text, quote=one.quote, line=one.line) for one in review.findings]
    children = children_of(review.quote, told, review.kind)
    known = [child for child in children if child.age or child.sex or child.outcome != "not-stated"]
    if known:
        review.children = children
    for one in told:
        review.harms += [coding.id for coding in harms(one.text) if coding.id not in review.harms]
