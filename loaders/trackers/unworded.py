"""Which row heads a table of actions though nobody foresaw its words: what stands below it proves it."""

from __future__ import annotations

from graph.text import key
from loaders.parse.sections import meaning_of
from loaders.trackers.contents import SHORT, names_bodies, only_date, sentences, share, states
from loaders.trackers.dates import is_date
from loaders.trackers.leads import names_agency
from loaders.trackers.moods import asking, telling
from loaders.trackers.roles import bears_work
from loaders.trackers.tables import Row, Table, over_of
from loaders.trackers.together import who_and_when
from loaders.trackers.vocabulary import field_of, says, status_of
from loaders.trackers.voices import voices

DEEP = 15  # rows from the top in which a head in words of its own is looked for


def unworded(table: Table) -> int | None:
    """The place of a row that heads actions though its words are unknown; None where what stands below proves none.

    Below it there must stand a column of sentences, one of states, and one of dates or of bodies.
    """
    for place, row in enumerate(table.rows[:DEEP]):
        own = row.own
        texts = [cell.text for cell in own.values()]
        if _over_what_is_asked(table, place, row) or _over_roles(table, place, row):
            return place
        if len(own) < 4 or len({key(t) for t in texts}) < len(own) or any(len(t.split()) > SHORT for t in texts):
            continue
        if any(is_date(t) or t.isdigit() or (status_of(t) and not field_of(t) and "?" not in t) for t in texts) or says(
            "other_tables", row.words
        ):
            continue
        below = [r for r in table.rows[place + 1 :] if len(r.own) > 2]
        if len(below) < 2:
            return None
        texts_of = {c: [r.text(c) for r in below if r.text(c)] for c in own}
        named = {field_of(cell.text) for cell in own.values()}
        stated = "status" in named or any(map(states, texts_of.values()))
        dates = bool(named & {"due", "due_revised"}) or any(share(t, only_date) >= 0.6 for t in texts_of.values())
        bodies = "leads" in named or any(share(t, names_bodies) >= 0.6 for t in texts_of.values())
        told = any(sentences(t) for t in texts_of.values())
        proof = (dates and bodies) if says("learning_tables", row.words) else (dates or bodies)
        return place if told and stated and proof else None
    return None


def _over_roles(table: Table, place: int, row: Row) -> bool:
    """Whether a row of labels stands over columns that are, taken together, a request or work and what came of it."""
    below = [r for r in table.rows[place + 1 :] if len(r.own) > 1]
    labels = {c: cell.text for c, cell in row.own.items()}
    if len(below) < 2 or len(labels) < 2 or len({key(text) for text in labels.values()}) < len(labels):
        return False
    if {c for r in below for c in r.own} - set(labels) or says("other_tables", row.words):
        return False
    if any(
        len(t.split()) > SHORT or is_date(t) or t.isdigit() or (status_of(t) and not field_of(t))
        for t in labels.values()
    ):
        return False
    texts = {c: [r.text(c) for r in below if r.text(c)] for c in labels}
    terms = [t for t in texts.values() if not voices(t).asks]  # who is to act is no sentence that asks them
    beside = any(share(t, only_date) >= 0.6 or share(t, names_bodies) >= 0.6 for t in terms)
    return bears_work(labels, texts, over_of(table), beside=beside)


def _over_what_is_asked(table: Table, place: int, row: Row) -> bool:
    """Whether a row of labels stands over a column that asks, beside one that says who, when or how far it is."""
    below = [r for r in table.rows[place + 1 :] if len(r.own) > 1]
    columns = {c for r in below for c in r.own}
    labels = [cell.text for cell in row.own.values()]
    if len(below) < 2 or len(labels) + 1 < len(columns) or not set(row.own) <= columns or len(columns) < 2:
        return False
    if any(len(t.split()) > SHORT or is_date(t) or t.isdigit() for t in labels) or says("learning_tables", row.words):
        return False
    texts_of = {c: [r.text(c) for r in below if r.text(c)] for c in columns}
    asked = [c for c in sorted(columns) if asking(texts_of[c])]
    several = [c for c in asked if sum("\n" in r.raw(c) for r in below) > 1]  # lists in cells are read item by item
    if len(asked) != 1 or several or says("other_tables", row.words) or sum(map(names_agency, labels)) > 1:
        return False
    beside = [texts for c, texts in texts_of.items() if c not in asked and meaning_of(row.text(c)) is None]
    following = table.rows[place + 1].text(asked[0])
    if following and len(following.split()) <= SHORT // 2:
        return False  # a title over the heads
    label = row.text(asked[0])
    if label and (field_of(label) or meaning_of(label)):  # who is asked beside it is told in documents too
        return field_of(label) == "recommendation" and any(map(telling, beside))
    proofs = (only_date, names_bodies, who_and_when)
    return any(states(t) or telling(t) or any(share(t, proof) >= 0.6 for proof in proofs) for t in beside)
